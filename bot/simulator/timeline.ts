/** What went out and why, in words: day by day, with what the calendar moved. */
import type { SentGroup } from '../../db/simulator/timeline.ts'
import type { Calendar } from '../../domain/calendar.ts'
import { officeDay } from '../../domain/office-day.ts'
import { type Cadence, type Wave, wavesOf } from '../../domain/reminders/cadence.ts'
import { clockTime, fullDay, shortDay, weekdayAndDay, weekdayOf } from '../../locales/dates.ts'
import type { PageWords } from './page-words.ts'

type TimelineEntry = {
  time: string
  kind: string
  /** "T-7 · Q4-b, Q4-c · 31/12 là thứ Năm"; null where the kind says it all. */
  reason: string | null
  /** The tasks' short titles, for those to whom the codes say nothing. */
  tasks: string[]
  people: string
  /** What the calendar moved: the day it would have been, and why it was not. */
  moved: string | null
}

export type TimelineDay = { day: string; entries: TimelineEntry[] }

/** As the ledger of reminders has it. */
const OPENING = 'opening'

type Rules = { calendar: Calendar; cadence: Cadence }

/** Newest first, as the groups are. */
export function drawTimeline(groups: SentGroup[], rules: Rules, words: PageWords): TimelineDay[] {
  const dayOf = ({ at }: SentGroup) => officeDay(at, words.timeZone).toString()
  return [...Map.groupBy(groups, dayOf)].map(([date, ofDay]) => {
    const day = Temporal.PlainDate.from(date)
    const alike = Map.groupBy(ofDay, alikeness)
    return {
      day: `${weekdayAndDay(day, words.t)}/${day.year}`,
      entries: [...alike.values()].map((same) => entryOf(same, rules, words)),
    }
  })
}

/** The same for what differs in nothing but the task. A quarter opens with all its tasks, whenever they are due. */
const alikeness = ({ kind, task }: SentGroup): string =>
  task?.why === OPENING ? OPENING : `${kind} ${task?.why} ${task?.dueOn}`

function entryOf(same: SentGroup[], rules: Rules, words: PageWords): TimelineEntry {
  const { t } = words
  const [first] = same
  if (!first) throw new Error('an entry of nothing')
  const tasks = same.flatMap(({ task }) => task ?? [])
  const most = same.reduce((a, b) => (b.people > a.people ? b : a))
  const others = most.people - most.recipients.length
  return {
    time: clockTime(first.at, words.timeZone, words.language),
    kind: t(`simulator.kind.${first.kind}`),
    reason: first.task ? reasonOf(first.task, tasks, words) : null,
    tasks: tasks.map(({ code, title }) => `${code} ${title}`),
    people: [most.recipients.join(', '), others > 0 && t('simulator.andOthers', { n: others })]
      .filter(Boolean)
      .join(' '),
    moved: first.task ? movedBy(first.task, rules, words) : null,
  }
}

type Task = NonNullable<SentGroup['task']>

function reasonOf({ why, dueOn }: Task, tasks: Task[], { t }: PageWords): string {
  const codes = tasks.map(({ code }) => code).join(', ')
  if (why === OPENING) return `${t('simulator.opening')} · ${codes}`
  const labels = why.split(',').map((label) => (label === OPENING ? t('simulator.opening') : label))
  const due = t('simulator.dueIs', { date: shortDay(dueOn), weekday: weekdayOf(dueOn, t) })
  return [labels.join(' + '), codes, due].join(' · ')
}

function movedBy({ why, dueOn }: Task, { calendar, cadence }: Rules, words: PageWords): string | null {
  const labels = why.split(',')
  const moved = wavesOf({ dueOn }, calendar, cadence).filter(
    ({ label, on, nominal }) => labels.includes(label) && !on.equals(nominal),
  )
  return moved.map((wave) => moveInWords(wave, calendar, words)).join(' ') || null
}

function moveInWords({ label, nominal, on }: Wave, calendar: Calendar, { t }: PageWords): string {
  const name = calendar.days.get(nominal.toString())?.name
  return t('simulator.moved', {
    label,
    from: `${weekdayOf(nominal, t)} ${fullDay(nominal)}`,
    because: name ?? t('simulator.weekend'),
    to: `${weekdayOf(on, t)} ${fullDay(on)}`,
  })
}
