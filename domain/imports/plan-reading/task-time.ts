/** Tells when a task is due, from its own words, its cell or line of time, and the headings above it. */
import { lastDayOfQuarter, type Quarter, quarterOf } from '../../quarter.ts'
import type { DUE_BASES } from '../plans/schema.ts'
import type { Doubt } from './doubts.ts'
import { type NamedPeriod, periodsIn, plainWords } from './period-words.ts'
import { statedDay } from './stated-day.ts'

export type TaskTime = {
  /** Null: all the year round. */
  quarter: Quarter | null
  dueOn: Temporal.PlainDate
  dueBasis: (typeof DUE_BASES)[number]
  doubts: Doubt[]
}

/** `labelled`: what stands in the column or line of time. `headings`: from the outermost to the nearest. */
type Words = { text: string; labelled?: string | undefined; headings: readonly string[] }

/** The nearest words win: those labelled as the time, then the sentence, then the headings going up. */
export function taskTime({ text, labelled, headings }: Words, year: number): TaskTime {
  const above = timeAbove(headings, year)
  const doubts: Doubt[] = []
  for (const { words, free } of [
    { words: labelled ?? '', free: true },
    { words: text, free: false },
  ]) {
    const stated = statedDay(words, year, free)
    if (stated && 'wrong' in stated) doubts.push(stated.wrong)
    else if (stated) return withDoubts(onDay(stated, above.quarter), doubts)
    const named = free ? periodsIn(words).at(-1) : ledPeriod(words)
    if (named && isOfOtherYear(named, year)) doubts.push('day_outside_year')
    if (!free && doubts.length === 0 && isDayUnclear(text, year)) doubts.push('day_unclear')
    if (named && !isOfOtherYear(named, year)) return withDoubts(timeOf(named, year, words), doubts)
  }
  return withDoubts(above.time, doubts)
}

/** The period that a heading sets for all under it; 'NHIỆM VỤ NĂM 2026' sets none. */
export function headingPeriod(heading: string): NamedPeriod | undefined {
  return periodsIn(heading)[0]
}

/** `quarter`: that of a heading of one quarter, which holds its tasks together, also those due outside it. */
function timeAbove(headings: readonly string[], year: number): { time: TaskTime; quarter: Quarter | null } {
  for (const heading of headings.toReversed()) {
    const stated = statedDay(heading, year, false)
    if (stated && 'day' in stated) return { time: onDay(stated, null), quarter: null }
    const period = headingPeriod(heading)
    if (!period) continue
    if (isOfOtherYear(period, year))
      return { time: withDoubts(untimed(year), ['day_outside_year']), quarter: null }
    const time = timeOf(period, year, heading)
    return { time, quarter: period.kind === 'quarter' && !period.several ? time.quarter : null }
  }
  return { time: untimed(year), quarter: null }
}

const isOfOtherYear = (period: NamedPeriod, year: number) => period.year !== null && period.year !== year

/** A day that no word makes the due date: of a feast, of a law, or of the task itself. */
function isDayUnclear(text: string, year: number): boolean {
  const day = statedDay(text, year, true)
  return day !== null && 'day' in day
}

const onDay = (
  { day, several }: { day: Temporal.PlainDate; several: boolean },
  quarter: Quarter | null,
): TaskTime => ({
  quarter: quarter ?? quarterOf(day),
  dueOn: day,
  dueBasis: 'stated',
  doubts: several ? ['several_days'] : [],
})

const withDoubts = (time: TaskTime, doubts: Doubt[]): TaskTime => ({
  ...time,
  doubts: [...doubts, ...time.doubts],
})

const untimed = (year: number): TaskTime => ({
  quarter: null,
  dueOn: lastDayOfQuarter(year, 4),
  dueBasis: 'inferred_no_date_in_text',
  doubts: ['no_time'],
})

/** In a sentence, "sơ kết 6 tháng đầu năm" tells what and not when: only these words before a period tell when. */
const LEADS =
  /(?:\b(?:trong|vao|truoc|het|xong|cuoi|giua|dau|hoan thanh|thoi gian|den)|\()\W*(?:la |het |trong |vao )*$/

function ledPeriod(text: string): NamedPeriod | undefined {
  const plain = plainWords(text)
  return periodsIn(text).findLast(({ kind, at }) => {
    if (kind === 'half') return /(?:trong|\()\W*$/.test(plain.slice(0, at))
    if (kind === 'year') return !/^trong/.test(plain.slice(at)) && standsApart(plain, at)
    return at === 0 || LEADS.test(plain.slice(0, at))
  })
}

/** At the beginning, in brackets or at the end: "thường xuyên" within the sentence only says how. */
const standsApart = (plain: string, at: number) =>
  at === 0 || /\($/.test(plain.slice(0, at)) || /^[^,;(]{0,25}$/.test(plain.slice(at))

function timeOf({ kind, lastMonth, several, at }: NamedPeriod, year: number, words: string): TaskTime {
  const length = { month: 1, quarter: 3, half: 0, year: 0 }[kind]
  const isBefore = /truoc $/.test(plainWords(words).slice(0, at)) && lastMonth > length
  const month = isBefore ? lastMonth - length : lastMonth
  const dueOn = Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 31 })
  const more: Doubt[] = several ? ['several_periods'] : []
  if (kind === 'year') return { quarter: null, dueOn, dueBasis: 'inferred_year_end', doubts: ['year_long'] }
  if (kind === 'month')
    return { quarter: quarterOf(dueOn), dueOn, dueBasis: 'stated', doubts: ['month_end', ...more] }
  return { quarter: quarterOf(dueOn), dueOn, dueBasis: 'inferred_quarter_end', doubts: more }
}
