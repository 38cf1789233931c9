/** The weekly digest of a unit head: what is open for their own units, the most pressing first, and nobody else's. */
import { choiceValue } from '../domain/choice.ts'
import type { OutgoingMessage } from '../domain/message.ts'
import type { Status } from '../domain/status.ts'
import { topicValue } from '../domain/topic-choice.ts'
import { shortDay } from './dates.ts'
import type { Translate } from './i18n.ts'

type OpenWork = {
  shortTitle: string
  dueOn: Temporal.PlainDate
  status: Status | 'silent'
  percent: number | null
  /** Named only to people who answer for more than one unit. */
  unit?: string
}

export type UnitDigest = {
  recipient: string
  units: readonly { name: string }[]
  /** The earliest due first; never empty. */
  open: readonly OpenWork[]
  /** Tasks of this quarter that are done. */
  done: number
  /** Exemplars this person proposed this year, by what became of them. */
  proposals: Partial<Record<'submitted' | 'returned' | 'approved', number>>
  /** Of the block that their unit leads. */
  block: { name: string; done: number; asked: number } | null
  today: Temporal.PlainDate
}

const MOST_LINES = 5

export function unitDigest(content: UnitDigest, t: Translate): OutgoingMessage {
  const { recipient, units, today } = content
  const greeting = t('digest.toUnit', {
    name: recipient,
    units: units.map(({ name }) => name).join(', '),
    from: shortDay(today.subtract({ days: 7 })),
    to: shortDay(today),
  })
  const parts = [greeting, openLines(content, t), aside(content, t), t('digest.unitThanks')]
  return {
    text: parts.filter((part) => part !== '').join('\n\n'),
    choices: [
      [{ label: t('digest.update'), value: choiceValue({ act: 'list' }) }],
      [{ label: t('digest.propose'), value: topicValue('exemplar', 'start') }],
    ],
  }
}

function openLines({ open, today }: UnitDigest, t: Translate): string {
  const lines = open.slice(0, MOST_LINES).map((work, index) => `${index + 1}. ${workLine(work, today, t)}`)
  const rest = open.length - lines.length
  return [t('digest.unitOpen'), ...lines, ...(rest > 0 ? [t('digest.unitMore', { n: rest })] : [])].join('\n')
}

function workLine(work: OpenWork, today: Temporal.PlainDate, t: Translate): string {
  const { shortTitle, dueOn, status, percent, unit } = work
  const days = today.until(dueOn).days
  const due = days < 0 ? t('digest.unitLate', { days: -days }) : t('digest.unitDue', { due: shortDay(dueOn) })
  const stands = status === 'silent' ? '' : `: ${t(`status.${status}`)}${percent ? `, ${percent}%` : ''}`
  return `${unit ? `${unit}: ` : ''}${shortTitle} (${due})${stands}`
}

/** What is done, what became of their proposals, how the block they lead stands. */
function aside({ done, proposals, block }: UnitDigest, t: Translate): string {
  const states = (['submitted', 'returned', 'approved'] as const).flatMap((state) =>
    proposals[state] ? t(`digest.review.${state}`, { n: proposals[state] }) : [],
  )
  return [
    ...(done > 0 ? [t('digest.unitDone', { n: done })] : []),
    ...(states.length > 0 ? [t('digest.unitExemplars', { states: states.join(', ') })] : []),
    ...(block ? [t('digest.unitBlock', { ...block, block: block.name })] : []),
  ].join('\n')
}
