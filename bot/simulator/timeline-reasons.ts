/** Why a message went out on its day, in words, and what the calendar moved. */
import type { SentMessage, SentTask } from '../../db/simulator/timeline.ts'
import { type Calendar, isWorkingDay } from '../../domain/calendar.ts'
import { isAfter } from '../../domain/day-order.ts'
import {
  DIGEST_KINDS,
  type DigestKind,
  dayStoodInFor,
  MOVE_OF,
  type Weekday,
} from '../../domain/digests/digest-day.ts'
import { type Cadence, type Wave, wavesOf } from '../../domain/reminders/cadence.ts'
import { fullDay, shortDay, weekdayOf } from '../../locales/dates.ts'
import type { PageWords } from './page-words.ts'

export type SendingRules = {
  calendar: Calendar
  cadence: Cadence
  /** Each digest's day of the week, and its hour as `08:00`. */
  digests: Record<DigestKind, readonly [Weekday, string]>
}

export type Reason = {
  /** "T-7 · Q4-b, Q4-c · 31/12 là thứ Năm"; one for each due date and wave. */
  reasons: string[]
  /** What the calendar moved: the day it would have been, and why it was not. */
  moved: string[]
}

/** As the ledger of reminders has it. */
const OPENING = 'opening'

/** Of a message that went out on a day. */
export function reasonsOf(
  message: SentMessage,
  day: Temporal.PlainDate,
  rules: SendingRules,
  words: PageWords,
): Reason {
  const { announcement, digest, tasks } = message
  if (announcement) {
    const { title, round } = announcement
    return { reasons: [words.t(`simulator.announcement.${round}`, { title })], moved: [] }
  }
  if (isDigest(digest)) return digestReason(digest, day, rules, words)
  // A quarter opens with all its tasks, whenever they are due.
  const alike = Map.groupBy(tasks, ({ why, dueOn }) => (why === OPENING ? OPENING : `${why} ${dueOn}`))
  const groups = [...alike.values()]
  return {
    reasons: groups.flatMap((same) => reasonOf(same, words)),
    moved: [...new Set(groups.flatMap(([task]) => (task ? movedBy(task, rules, words) : [])))],
  }
}

const isDigest = (digest = ''): digest is DigestKind => DIGEST_KINDS.some((kind) => kind === digest)

function reasonOf(same: SentTask[], { t }: PageWords): string[] {
  const [first] = same
  if (!first) return []
  const codes = same.map(({ code }) => code).join(', ')
  if (first.why === OPENING) return [`${t('simulator.opening')} · ${codes}`]
  const labels = first.why.split(',').map((label) => (label === OPENING ? t('simulator.opening') : label))
  const due = t('simulator.dueIs', { date: shortDay(first.dueOn), weekday: weekdayOf(first.dueOn, t) })
  return [[labels.join(' + '), codes, due].join(' · ')]
}

function movedBy({ why, dueOn }: SentTask, { calendar, cadence }: SendingRules, words: PageWords): string[] {
  const labels = why.split(',')
  const moved = wavesOf({ dueOn }, calendar, cadence).filter(
    ({ label, on, nominal }) => labels.includes(label) && !on.equals(nominal),
  )
  return moved.map((wave) => waveMoved(wave, calendar, words))
}

const waveMoved = ({ label, nominal, on }: Wave, calendar: Calendar, { t }: PageWords): string =>
  t('simulator.moved', {
    label,
    from: `${weekdayOf(nominal, t)} ${fullDay(nominal)}`,
    because: calendar.days.get(nominal.toString())?.name ?? t('simulator.weekend'),
    to: `${weekdayOf(on, t)} ${fullDay(on)}`,
  })

function digestReason(
  kind: DigestKind,
  day: Temporal.PlainDate,
  { calendar, digests }: SendingRules,
  { t, language }: PageWords,
): Reason {
  const [weekday, time] = digests[kind]
  const nominal = dayStoodInFor(calendar, day, weekday, MOVE_OF[kind])
  if (!nominal) return { reasons: [], moved: [] }
  const hour = language === 'vi' ? time.replace(/^0?(\d+):/, '$1h') : time
  const reasons = [t(`simulator.digest.${kind}`, { weekday: weekdayOf(nominal, t), time: hour })]
  if (nominal.equals(day)) return { reasons, moved: [] }
  const free = freeDaysBetween(nominal, day, calendar)
  const names = new Set(free.flatMap((one) => calendar.days.get(one.toString())?.name ?? []))
  const moved = t('simulator.digestMoved', {
    free: free.map((one) => `${weekdayOf(one, t)} ${shortDay(one)}`).join(', '),
    because: names.size > 0 ? ` (${[...names].join(', ')})` : '',
    to: `${weekdayOf(day, t)} ${fullDay(day)}`,
  })
  return { reasons, moved: [moved] }
}

/** From the day it should have been up to the one it was; the first of them is free. */
function freeDaysBetween(nominal: Temporal.PlainDate, day: Temporal.PlainDate, calendar: Calendar) {
  const free: Temporal.PlainDate[] = []
  const step = { days: isAfter(day, nominal) ? 1 : -1 }
  for (let one = nominal; !one.equals(day); one = one.add(step))
    if (!isWorkingDay(calendar, one)) free.push(one)
  return free.sort(Temporal.PlainDate.compare)
}
