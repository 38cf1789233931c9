/** Days and calendars of every kind, for properties that must hold in all of them. */
import fc from 'fast-check'
import { type Calendar, calendarFrom } from '../../domain/calendar.ts'
import { date } from './vietnam.ts'

/** How many days the generated calendars and dates span. */
const SPAN = 120
const FIRST_DAY = date('2026-10-01')

const dayAfter = (days: number) => FIRST_DAY.add({ days })

export const anyDay: fc.Arbitrary<Temporal.PlainDate> = fc.nat(SPAN).map(dayAfter)

/** A weekend of none, one or two days; and up to thirty days that are holidays, or worked in exchange. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    weekend: fc.subarray([6, 7]),
    days: fc.uniqueArray(fc.record({ at: fc.nat(SPAN), works: fc.boolean() }), {
      maxLength: 30,
      selector: ({ at }) => at,
    }),
  })
  .map(({ weekend, days }) =>
    calendarFrom(
      days.map(({ at, works }) => ({ date: dayAfter(at), works, name: works ? 'worked' : 'free' })),
      new Set(weekend),
    ),
  )
