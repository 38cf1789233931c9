/** Tells when a task is due, from its own words, its cell or line of time, and the headings above it. */
import { lastDayOfQuarter, type Quarter, quarterOf } from '../../../quarter.ts'
import type { DUE_BASES } from '../../plans/schema.ts'
import type { Doubt } from '../doubts.ts'
import { statedDay } from '../stated-day.ts'
import { ledPeriod } from './led-period.ts'
import { type NamedPeriod, periodsIn, plainWords } from './period-words.ts'
import { quoted, unclearTime } from './unclear-time.ts'

export type TaskTime = {
  /** Null: all the year round. */
  quarter: Quarter | null
  dueOn: Temporal.PlainDate
  dueBasis: (typeof DUE_BASES)[number]
  doubts: Doubt[]
  /** The words that speak of a time and were not understood, as they stand. */
  unclear: string | null
}

/** `labelled`: what stands in the column or line of time. `headings`: from the outermost to the nearest. */
type Words = { text: string; labelled?: string | undefined; headings: readonly string[] }

/** The nearest words win: those labelled as the time, then the sentence, then the headings going up. */
export function taskTime({ text, labelled = '', headings }: Words, year: number): TaskTime {
  const above = timeAbove(headings, year)
  const cell = timeIn(labelled, year, above.quarter, true)
  const sentence = timeIn(text, year, above.quarter, false)
  if (cell.time) {
    if (cell.time.dueBasis === 'stated' || sentence.time?.dueBasis !== 'stated') return sure(cell)
    // The day that the sentence states tells the vague cell more exactly, unless the two contradict each other.
    return isWithin(sentence.time, cell.period) ? sure(sentence) : doubted(cell.time, ['day_unclear'])
  }
  const doubts = [...new Set([...cell.doubts, ...sentence.doubts])]
  if (sentence.time) return doubted(sentence.time, doubts)
  const said = labelled !== '' ? quoted(labelled) : above.isTimed ? null : unclearTime(text)
  return said === null ? doubted(above.time, doubts) : unclear(above.time, said, doubts)
}

type Read = { time: TaskTime | null; period: NamedPeriod | undefined; doubts: Doubt[] }

const sure = ({ time, doubts }: Read): TaskTime => doubted(time!, doubts)

const doubted = (time: TaskTime, doubts: readonly Doubt[]): TaskTime => ({
  ...time,
  doubts: [...doubts, ...time.doubts],
})

/** Not that the text sets no time, but that nobody here knows which. */
const unclear = (time: TaskTime, said: string, doubts: readonly Doubt[]): TaskTime => ({
  ...time,
  doubts: [...doubts, 'time_unclear', ...time.doubts.filter((doubt) => doubt !== 'no_time')],
  unclear: said,
})

/** `free`: the words tell nothing but the time. */
function timeIn(words: string, year: number, quarter: Quarter | null, free: boolean): Read {
  const doubts: Doubt[] = []
  const stated = statedDay(words, year, free)
  if (stated && 'wrong' in stated) doubts.push(stated.wrong)
  else if (stated) return { time: onDay(stated, quarter), period: undefined, doubts }
  const named = free ? periodsIn(words).at(-1) : ledPeriod(words)
  if (named && isOfOtherYear(named, year)) doubts.push('day_outside_year')
  if (!free && doubts.length === 0 && isDayUnclear(words, year)) doubts.push('day_unclear')
  const period = named && !isOfOtherYear(named, year) ? named : undefined
  return { time: period ? timeOf(period, year, words) : null, period, doubts }
}

/** The period that a heading sets for all under it; 'NHIỆM VỤ NĂM 2026' sets none. */
export function headingPeriod(heading: string): NamedPeriod | undefined {
  return periodsIn(heading)[0]
}

type Above = {
  time: TaskTime
  /** That of a heading of one quarter, which holds its tasks together, also those due outside it. */
  quarter: Quarter | null
  isTimed: boolean
}

function timeAbove(headings: readonly string[], year: number): Above {
  for (const heading of headings.toReversed()) {
    const stated = statedDay(heading, year, false)
    if (stated && 'day' in stated) return { time: onDay(stated, null), quarter: null, isTimed: true }
    const period = headingPeriod(heading)
    if (!period) continue
    if (isOfOtherYear(period, year))
      return { time: doubted(untimed(year), ['day_outside_year']), quarter: null, isTimed: false }
    const time = timeOf(period, year, heading)
    const quarter = period.kind === 'quarter' && !period.several ? time.quarter : null
    return { time, quarter, isTimed: true }
  }
  return { time: untimed(year), quarter: null, isTimed: false }
}

const isOfOtherYear = (period: NamedPeriod, year: number) => period.year !== null && period.year !== year

/** A day that no word makes the due date: of a feast, of a law, or of the task itself. */
function isDayUnclear(text: string, year: number): boolean {
  const day = statedDay(text, year, true)
  return day !== null && 'day' in day
}

const isWithin = ({ dueOn }: TaskTime, period: NamedPeriod | undefined) =>
  period !== undefined && period.firstMonth <= dueOn.month && dueOn.month <= period.lastMonth

const onDay = (
  { day, several }: { day: Temporal.PlainDate; several: boolean },
  quarter: Quarter | null,
): TaskTime => ({
  quarter: quarter ?? quarterOf(day),
  dueOn: day,
  dueBasis: 'stated',
  doubts: several ? ['several_days'] : [],
  unclear: null,
})

const untimed = (year: number): TaskTime => ({
  quarter: null,
  dueOn: lastDayOfQuarter(year, 4),
  dueBasis: 'inferred_no_date_in_text',
  doubts: ['no_time'],
  unclear: null,
})

const BASIS = {
  month: 'inferred_month_end',
  quarter: 'inferred_quarter_end',
  half: 'inferred_quarter_end',
  year: 'inferred_year_end',
} as const

function timeOf({ kind, lastMonth, several, at }: NamedPeriod, year: number, words: string): TaskTime {
  const length = { month: 1, quarter: 3, half: 0, year: 0 }[kind]
  const isBefore = /tr[a-z]{2,3}c $/.test(plainWords(words).slice(0, at)) && lastMonth > length
  const month = isBefore ? lastMonth - length : lastMonth
  const dueOn = Temporal.PlainYearMonth.from({ year, month }).toPlainDate({ day: 31 })
  const doubts: Doubt[] = [
    ...(kind === 'year' ? (['year_long'] as const) : kind === 'month' ? (['month_end'] as const) : []),
    ...(several ? (['several_periods'] as const) : []),
  ]
  const quarter = kind === 'year' ? null : quarterOf(dueOn)
  return { quarter, dueOn, dueBasis: BASIS[kind], doubts, unclear: null }
}
