/** What the office sees of an announcement: while it goes out, and how it ended. Never "sent" while one is not. */
import type { AnnouncementFigures, UnitFigures } from '../domain/announcements/figures.ts'
import type { Choice, OutgoingMessage } from '../domain/message.ts'
import { progressBar } from '../domain/progress-bar.ts'
import { topicValue } from '../domain/topic-choice.ts'
import type { Translate } from './i18n.ts'
import { someUnits } from './some-names.ts'

/** More would not fit on a phone. */
const MOST_NAMES = 10

/** While messages wait: how far it has come, how fast it goes, and the way to stop the rest. */
export function sendingMessage(
  { id, title, recipients, sent, failed, waiting, cancelled }: AnnouncementFigures,
  pace: { waiting: number; perMinute: number },
  t: Translate,
): OutgoingMessage {
  const lines = [
    t('announcement.sending', { title }),
    `${progressBar(recipients - waiting, recipients)} ${recipients - waiting}/${recipients}`,
    t('announcement.counts', { sent, missed: failed + cancelled, waiting }),
    ...(pace.perMinute > 0 ? [paceLine(pace, t)] : []),
  ]
  return { text: lines.join('\n'), choices: [[choiceOf('stop', id, t)]] }
}

function paceLine({ waiting, perMinute }: { waiting: number; perMinute: number }, t: Translate): string {
  const seconds = Math.ceil((waiting / perMinute) * 60)
  const left =
    seconds < 90
      ? t('announcement.seconds', { n: seconds })
      : t('announcement.minutes', { n: Math.ceil(seconds / 60) })
  return t('announcement.pace', { perMinute, left })
}

/** When nothing waits any more: whom it reached, whom not and why, and what can be done about it. */
export function settledMessage(
  figures: AnnouncementFigures,
  units: readonly UnitFigures[],
  t: Translate,
): OutgoingMessage {
  const { id, title, state, recipients, sent } = figures
  const missed = units.filter((unit) => unit.state !== 'sent')
  if (state === 'withdrawn') return { text: t('announcement.status.withdrawn', { title, sent, recipients }) }
  const again = missed.length > 0 ? [choiceOf('again', id, t)] : []
  return {
    text: [outcomeOf(figures, t), ...missedLines(missed, t), ...confirmedLine(figures, t)].join('\n'),
    choices: [...(again.length > 0 ? [again] : []), [choiceOf('change', id, t), choiceOf('withdraw', id, t)]],
  }
}

const confirmedLine = ({ acknowledged, sent }: AnnouncementFigures, t: Translate): string[] =>
  sent > 0 ? [t('announcement.confirmed', { acknowledged, sent })] : []

function outcomeOf(
  { title, recipients, sent, failed, cancelled }: AnnouncementFigures,
  t: Translate,
): string {
  const counts = { title, sent, recipients, failed, cancelled, missed: recipients - sent }
  if (sent === recipients) return t('announcement.status.allSent', counts)
  if (cancelled > 0) return t('announcement.status.stopped', counts)
  return sent === 0 ? t('announcement.status.noneSent', counts) : t('announcement.status.someSent', counts)
}

/** One line for each reason, with the names of its units: first those that something can be done about. */
function missedLines(missed: readonly UnitFigures[], t: Translate): string[] {
  const neverJoined = (unit: UnitFigures) => Number(unit.failure === 'unreachable')
  const shown = missed.toSorted((a, b) => neverJoined(a) - neverJoined(b)).slice(0, MOST_NAMES)
  const lines = [...Map.groupBy(shown, (unit) => reasonOf(unit, t))].map(
    ([reason, units]) => `• ${units.map(({ unit }) => unit).join(', ')}: ${reason}`,
  )
  const more = missed.length - shown.length
  return more > 0 ? [...lines, `• ${t('announcement.moreUnits', { n: more })}`] : lines
}

const REASONS = ['unreachable', 'blocked', 'rejected', 'window_closed'] as const

/** Each of the unit's people may have been missed for another reason; the one the office can act upon is said. */
function reasonOf({ state, failure }: UnitFigures, t: Translate): string {
  if (state === 'unknown' || state === 'cancelled') return t(`announcement.reason.${state}`)
  const said = failure?.split(',') ?? []
  return t(`announcement.reason.${REASONS.find((reason) => said.includes(reason)) ?? 'other'}`)
}

/** What is added when the office asks: who has not confirmed; empty when all have. */
export function unconfirmed(units: readonly UnitFigures[], t: Translate): string {
  const open = units.filter((unit) => unit.state === 'sent' && !unit.isAcknowledged).map(({ unit }) => unit)
  return open.length > 0 ? t('announcement.unconfirmed', { names: someUnits(open, MOST_NAMES, t) }) : ''
}

type Act = 'stop' | 'again' | 'change' | 'withdraw' | 'now'

/** One of the things the office can do with an announcement that is no draft; `label` where it is called otherwise. */
export const choiceOf = (act: Act, id: number, t: Translate, label: Act | 'unschedule' = act): Choice => ({
  label: t(`announcement.label.${label}`),
  value: topicValue('announcement', act, id),
})
