/** What went out and why, in words: day by day, one entry for all who got the same. */
import type { SentMessage } from '../../db/simulator/timeline.ts'
import { officeDay } from '../../domain/office-day.ts'
import { clockTime, weekdayAndDay } from '../../locales/dates.ts'
import type { PageWords } from './page-words.ts'
import { type Reason, reasonsOf, type SendingRules } from './timeline-reasons.ts'

type TimelineEntry = Reason & {
  time: string
  kind: string
  /** The tasks' codes and short titles, for those to whom the codes say nothing. */
  tasks: string[]
  people: string
}

export type TimelineDay = { day: string; entries: TimelineEntry[] }

/** So many are named, and the others counted. */
const NAMED = 3

/** Newest first, as the messages are. */
export function drawTimeline(messages: SentMessage[], rules: SendingRules, words: PageWords): TimelineDay[] {
  const dayOf = ({ at }: SentMessage) => officeDay(at, words.timeZone).toString()
  return [...Map.groupBy(messages, dayOf)].map(([date, ofDay]) => {
    const day = Temporal.PlainDate.from(date)
    return {
      day: `${weekdayAndDay(day, words.t)}/${day.year}`,
      entries: [...Map.groupBy(ofDay, whatIsSaid).values()].map((same) => entryOf(same, day, rules, words)),
    }
  })
}

/** The same for those who were told the same for the same reasons. */
const whatIsSaid = ({ kind, tasks, announcement, digest }: SentMessage): string =>
  JSON.stringify([kind, tasks, announcement, digest])

function entryOf(
  same: SentMessage[],
  day: Temporal.PlainDate,
  rules: SendingRules,
  words: PageWords,
): TimelineEntry {
  const first = same.at(-1)
  if (!first) throw new Error('an entry of nothing')
  return {
    time: clockTime(first.at, words.timeZone, words.language),
    kind: words.t(`simulator.kind.${first.kind}`),
    ...reasonsOf(first, day, rules, words),
    tasks: first.tasks.map(({ code, title }) => `${code} ${title}`),
    people: named([...new Set(same.map(({ person }) => person).reverse())], words),
  }
}

function named(people: string[], { t }: PageWords): string {
  const others = people.length - NAMED
  const names = people.slice(0, NAMED).join(', ')
  return others > 0 ? `${names} ${t('simulator.andOthers', { n: others })}` : names
}
