/** Reads the file of holidays, and of free days worked in exchange, that an office imports each year. */
import { z } from 'zod'
import { dateField } from './date-field.ts'
import type { Problem } from './problem.ts'
import { parseYaml } from './yaml-lines.ts'

/** How sure a day is: decided, still a proposal, or worked out from the law. */
const CONFIDENCES = ['confirmed', 'proposed', 'inferred'] as const

export type CalendarDay = {
  date: Temporal.PlainDate
  works: boolean
  name: string
  confidence: (typeof CONFIDENCES)[number]
  note?: string
}

export type CalendarFile = {
  /** ISO weekdays that are free. */
  weekend: ReadonlySet<number>
  /** By date. */
  days: CalendarDay[]
}

/** The days of a holiday file, or every mistake in it by line. */
export function readCalendarFile(text: string): { data: CalendarFile } | { problems: Problem[] } {
  const parsed = parseYaml(text, schema)
  if ('problems' in parsed) return parsed
  const { weekend, holidays, workingSaturdays } = parsed.data
  const days: CalendarDay[] = [
    ...holidays.map(({ swappedTo, ...day }) => ({ ...day, works: false })),
    ...workingSaturdays.map(({ reason, ...day }) => ({ ...day, name: reason, works: true })),
  ]
  return {
    data: {
      weekend: new Set(weekend.map((name) => WEEKDAYS.indexOf(name) + 1)),
      days: days.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date)),
    },
  }
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const day = { date: dateField, confidence: z.enum(CONFIDENCES), note: z.string().optional() }

const fields = z.strictObject({
  /** For the reader: what is read here are days, and days have no zone. */
  timezone: z.string().optional(),
  weekend: z.array(z.enum(WEEKDAYS)).default(['sat', 'sun']),
  holidays: z.array(z.strictObject({ ...day, name: z.string().min(1), swappedTo: dateField.optional() })),
  workingSaturdays: z.array(z.strictObject({ ...day, reason: z.string().min(1) })).default([]),
})

type Fields = z.infer<typeof fields>
type Contradiction = { path: PropertyKey[]; date: Temporal.PlainDate; message: string; mend: string }

const schema = fields.superRefine((file, context) => {
  for (const { date, mend, ...issue } of [...daysTwice(file), ...lostSwaps(file), ...workedAnyway(file)])
    context.addIssue({ ...issue, code: 'custom', params: { mend }, input: date.toString() })
})

function daysTwice({ holidays, workingSaturdays }: Fields): Contradiction[] {
  const dates = [
    ...holidays.map(({ date }, index) => ({ date, path: ['holidays', index, 'date'] })),
    ...workingSaturdays.map(({ date }, index) => ({ date, path: ['workingSaturdays', index, 'date'] })),
  ]
  return dates
    .filter(({ date }, index) => dates.slice(0, index).some((earlier) => earlier.date.equals(date)))
    .map((twice) => ({
      ...twice,
      message: `${twice.date} stands twice.`,
      mend: 'Keep one of its two lines.',
    }))
}

/** A holiday given in exchange for a day that the file does not make a working day. */
function lostSwaps({ holidays, workingSaturdays }: Fields): Contradiction[] {
  return holidays.flatMap(({ swappedTo }, index) =>
    swappedTo && !workingSaturdays.some(({ date }) => date.equals(swappedTo))
      ? {
          path: ['holidays', index, 'swappedTo'],
          date: swappedTo,
          message: `${swappedTo} is to be worked in exchange, but is not among workingSaturdays.`,
          mend: 'Add it to workingSaturdays, or correct it here.',
        }
      : [],
  )
}

function workedAnyway({ weekend, workingSaturdays }: Fields): Contradiction[] {
  return workingSaturdays.flatMap(({ date }, index) =>
    weekend.includes(WEEKDAYS[date.dayOfWeek - 1]!)
      ? []
      : {
          path: ['workingSaturdays', index, 'date'],
          date,
          message: `${date} is not a day of the weekend, so it is worked anyway.`,
          mend: 'Correct the date, or remove the line.',
        },
  )
}
