/** How many stand how, in words: what is none is not said. */
import type { Translate } from '../../../locales/i18n.ts'
import type { tracedCounts } from '../traced-counts.ts'

const STATES = ['done', 'inProgress', 'notStarted', 'blocked', 'silent'] as const

/** "Đã hoàn thành 45 đơn vị (đạt 75%); đang thực hiện 10; chưa gửi báo cáo 6". `what` is counted, said with the first. */
export function statesSaid(
  counts: ReturnType<typeof tracedCounts>,
  what: 'units' | 'assignments',
  t: Translate,
): string {
  const said = STATES.filter((state) => counts[state] !== '0').map((state, at) => {
    const n = at === 0 ? t(`report.states.${what}`, { n: counts[state] }) : counts[state]
    return t(`report.states.${state}`, { n, percent: counts.percent })
  })
  const words = said.join('; ')
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}
