/** How many stand how, in words: what is none is not said. */
import type { Translate } from '../../../locales/i18n.ts'
import type { tracedCounts } from '../traced-counts.ts'

const STATES = ['done', 'inProgress', 'notStarted', 'blocked', 'silent'] as const

/** "đã hoàn thành 45 (đạt 75%); đang thực hiện 10; chưa gửi báo cáo 6" */
export const statesSaid = (counts: ReturnType<typeof tracedCounts>, t: Translate): string =>
  STATES.filter((state) => counts[state] !== '0')
    .map((state) =>
      t(`report.states.${state}`, { n: counts[state], percent: state === 'done' ? counts.percent : '' }),
    )
    .join('; ')
