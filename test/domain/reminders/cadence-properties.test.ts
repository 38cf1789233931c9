/** What holds of every reminder, whatever the calendar, the due date and the days the service ran. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Calendar, isWorkingDay } from '../../../domain/calendar.ts'
import { isAfter, isBefore } from '../../../domain/day-order.ts'
import {
  type Cadence,
  DEFAULT_CADENCE,
  exhausted,
  type UrgedAssignment,
  wasPastWhenKnown,
  waveDue,
  wavesOf,
} from '../../../domain/reminders/cadence.ts'
import { STATUSES } from '../../../domain/status.ts'
import { anyCalendar, anyDay } from '../any.ts'

const anyDays = fc.uniqueArray(fc.nat(30), { maxLength: 5 })
const anyCadence: fc.Arbitrary<Cadence> = fc.oneof(
  fc.constant(DEFAULT_CADENCE),
  fc.record({ before: anyDays, overdue: anyDays.map((days) => days.map((day) => day + 1)) }),
)
const anyAssignment: fc.Arbitrary<UrgedAssignment> = fc.record({
  dueOn: anyDay,
  status: fc.constantFrom('silent', ...STATUSES),
  urgedThrough: fc.option(anyDay),
  urgedFrom: anyDay,
  putOffUntil: fc.option(anyDay),
})

/** Every message of an assignment's life, when the service runs on the days that `runs` says. */
function* life(assignment: UrgedAssignment, calendar: Calendar, cadence: Cadence, runs = () => true) {
  let { urgedThrough } = assignment
  const end = assignment.dueOn.add({ days: 90 })
  for (
    let today = assignment.dueOn.subtract({ days: 90 });
    isBefore(today, end);
    today = today.add({ days: 1 })
  ) {
    const due = runs() ? waveDue({ ...assignment, urgedThrough }, today, calendar, cadence) : null
    if (!due) continue
    yield { today, ...due }
    urgedThrough = today
  }
}

test('waves go out on working days only, in the order of what they stand for', () => {
  fc.assert(
    fc.property(anyDay, anyCalendar, anyCadence, (dueOn, calendar, cadence) => {
      const days = wavesOf({ dueOn }, calendar, cadence).map(({ on }) => on)
      expect(days.every((on) => isWorkingDay(calendar, on))).toBe(true)
      expect(days).toEqual(days.toSorted(Temporal.PlainDate.compare))
    }),
  )
})

test('a reminder never comes after the due date, and an overdue notice never before the day it stands for', () => {
  fc.assert(
    fc.property(anyDay, anyCalendar, anyCadence, (dueOn, calendar, cadence) => {
      for (const { on, offset, nominal } of wavesOf({ dueOn }, calendar, cadence)) {
        expect(nominal.toString()).toBe(dueOn.add({ days: offset }).toString())
        expect(offset > 0 ? isBefore(on, nominal) : isAfter(on, nominal)).toBe(false)
      }
    }),
  )
})

test('nobody is urged on a free day, when done, before the task was known, or while it is put off', () => {
  fc.assert(
    fc.property(anyAssignment, anyCalendar, anyCadence, (assignment, calendar, cadence) => {
      const { status, urgedFrom, putOffUntil } = assignment
      for (const { today, waves } of life(assignment, calendar, cadence)) {
        expect(isWorkingDay(calendar, today)).toBe(true)
        expect(status).not.toBe('done')
        expect(waves.some(({ on }) => isBefore(on, urgedFrom) || isAfter(on, today))).toBe(false)
        expect(putOffUntil !== null && waves.some(({ on }) => isBefore(on, putOffUntil))).toBe(false)
      }
    }),
  )
})

test('once a day is dealt with, asking again finds nothing', () => {
  fc.assert(
    fc.property(anyAssignment, anyDay, anyCalendar, anyCadence, (assignment, today, calendar, cadence) => {
      expect(waveDue({ ...assignment, urgedThrough: today }, today, calendar, cadence)).toBeNull()
    }),
  )
})

test('no wave is ever sent twice, on whatever days the service runs', () => {
  fc.assert(
    fc.property(
      anyAssignment,
      anyCalendar,
      anyCadence,
      fc.infiniteStream(fc.boolean()),
      (assignment, calendar, cadence, up) => {
        const labels = [...life(assignment, calendar, cadence, () => up.next().value)].flatMap(({ waves }) =>
          waves.map(({ label }) => label),
        )
        expect(labels).toEqual([...new Set(labels)])
      },
    ),
  )
})

test('a service that runs every day sends each wave on its day', () => {
  fc.assert(
    fc.property(anyAssignment, anyCalendar, anyCadence, (assignment, calendar, cadence) => {
      for (const { today, waves, late } of life({ ...assignment, putOffUntil: null }, calendar, cadence)) {
        expect(late).toBe(false)
        expect(waves.every(({ on }) => on.equals(today))).toBe(true)
      }
    }),
  )
})

test('nobody is forgotten: who is not done hears every wave of what was not past when it became known, if the service runs', () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyCalendar, anyCadence, (dueOn, urgedFrom, calendar, cadence) => {
      const assignment = {
        dueOn,
        status: 'silent',
        urgedThrough: null,
        urgedFrom,
        putOffUntil: null,
      } as const
      const messages = [...life(assignment, calendar, cadence)]
      const owed = wavesOf(assignment, calendar, cadence).filter(
        ({ on }) => !isBefore(on, urgedFrom) && !wasPastWhenKnown(assignment),
      )
      expect(messages.flatMap(({ waves }) => waves.map(({ label }) => label))).toEqual(
        owed.map(({ label }) => label),
      )
    }),
  )
})

test('who is on the call list hears nothing more, if the service runs every day', () => {
  fc.assert(
    fc.property(anyAssignment, anyCalendar, anyCadence, (assignment, calendar, cadence) => {
      for (const { today } of life(assignment, calendar, cadence))
        expect(exhausted(assignment, today, calendar, cadence)).toBe(false)
    }),
  )
})
