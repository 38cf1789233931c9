/** Who is urged today, and about what, told in stories. */
import { describe, expect, test } from 'vitest'
import { exhausted, waveDue } from '../../../domain/reminders/cadence.ts'
import { date, vietnam } from '../vietnam.ts'
import { report, sent, urged } from './urging.ts'

describe('today', () => {
  test('the message knows why it goes out and how many days are left', () => {
    const due = waveDue(report, date('2026-12-17'), vietnam)
    expect(due).toMatchObject({ reason: { label: 'T-14', offset: -14 }, late: false, daysLeft: 14 })
  })

  test('the days left are counted from today, not from the day of the plan', () => {
    const monday = { ...report, dueOn: date('2026-12-14'), urgedThrough: date('2026-12-10') }
    expect(waveDue(monday, date('2026-12-11'), vietnam)).toMatchObject({
      reason: { offset: -1 },
      daysLeft: 3,
    })
    expect(
      waveDue({ ...report, urgedThrough: date('2026-12-31') }, date('2027-01-04'), vietnam),
    ).toMatchObject({ reason: { offset: 3 }, daysLeft: -4 })
  })

  test('a task that is done is never urged', () => {
    expect(sent({ ...report, status: 'done' }, '2026-10-01', '2027-03-31')).toEqual([])
  })

  test.each(['silent', 'not_started', 'in_progress', 'blocked'] as const)(
    'a task that is %s is urged',
    (status) => {
      expect(urged({ ...report, status }, '2026-12-17')).toBe('T-14')
    },
  )

  test('nobody is urged twice on one day', () => {
    expect(urged({ ...report, urgedThrough: date('2026-12-17') }, '2026-12-17')).toBeUndefined()
  })
})

describe('when the service was down', () => {
  const downTo = (back: string) => (day: string) => day >= back || day < '2026-12-20'

  test('a missed reminder goes out late, and says so', () => {
    const due = waveDue({ ...report, urgedThrough: date('2026-12-17') }, date('2026-12-25'), vietnam)
    expect(due).toMatchObject({ reason: { label: 'T-7' }, late: true, daysLeft: 6 })
  })

  test('several missed reminders become one message', () => {
    expect(sent(report, '2026-12-01', '2026-12-31', downTo('2026-12-31'))).toEqual([
      '2026-12-17 T-14',
      '2026-12-31 T-7 T-3 T-1 T-0',
    ])
  })

  test('a message with a wave of today in it is not late', () => {
    const due = waveDue({ ...report, urgedThrough: date('2026-12-17') }, date('2026-12-28'), vietnam)
    expect(due).toMatchObject({ reason: { label: 'T-3' }, late: false })
  })

  test('what was missed before a holiday waits for the first working day', () => {
    const afterNewYear = sent(report, '2026-12-01', '2027-01-05', downTo('2027-01-01'))
    expect(afterNewYear.at(-1)).toBe('2027-01-04 T-7 T-3 T-1 T-0 T+1 T+3')
  })
})

describe('when the plan came late', () => {
  test('waves from before it was known never go out', () => {
    const imported = { ...report, urgedFrom: date('2026-12-25') }
    expect(sent(imported, '2026-12-25', '2027-01-31')[0]).toBe('2026-12-28 T-3')
  })

  test('a wave of the very day it became known goes out', () => {
    expect(urged({ ...report, urgedFrom: date('2026-12-24') }, '2026-12-24')).toBe('T-7')
  })

  test('a task that fell due the day before the plan was known is nobody’s: no overdue notice, no call', () => {
    const past = { ...report, dueOn: date('2026-09-30'), urgedFrom: date('2026-10-01') }
    expect(sent(past, '2026-10-01', '2026-12-31')).toEqual([])
    expect(exhausted(past, date('2026-11-25'), vietnam)).toBe(false)
    expect(sent({ ...past, urgedFrom: date('2026-09-30') }, '2026-09-30', '2026-12-31')).toEqual([
      '2026-09-30 T-0',
      '2026-10-01 T+1',
      '2026-10-05 T+3',
      '2026-10-07 T+7',
    ])
  })

  test('tasks of quarters long past are neither urged nor called about', () => {
    const past = { ...report, dueOn: date('2026-03-31'), urgedFrom: date('2026-11-20') }
    expect(sent(past, '2026-11-20', '2027-01-31')).toEqual([])
    expect(exhausted(past, date('2026-11-25'), vietnam)).toBe(false)
  })
})

describe('when the question is put off', () => {
  const putOff = { ...report, putOffUntil: date('2026-12-30') }

  test('nothing goes out before the agreed day, and what fell before it is dropped', () => {
    expect(sent(putOff, '2026-12-01', '2026-12-31')).toEqual(['2026-12-30 T-1', '2026-12-31 T-0'])
  })

  test('a missed wave from before it is dropped also when the service was down on the agreed day', () => {
    expect(urged({ ...report, putOffUntil: date('2026-12-29') }, '2026-12-29')).toBeUndefined()
  })

  test('it is not called about until the agreed day', () => {
    const intoFebruary = { ...report, putOffUntil: date('2027-02-01') }
    expect(exhausted(intoFebruary, date('2027-01-29'), vietnam)).toBe(false)
    expect(exhausted(intoFebruary, date('2027-02-01'), vietnam)).toBe(true)
  })
})

describe('when every wave has passed', () => {
  test('the unit comes on the call list the day after the last one', () => {
    expect(exhausted(report, date('2027-01-07'), vietnam)).toBe(false)
    expect(exhausted(report, date('2027-01-08'), vietnam)).toBe(true)
  })

  test('a unit that is done is not called', () => {
    expect(exhausted({ ...report, status: 'done' }, date('2027-01-08'), vietnam)).toBe(false)
  })

  test('an office that sends no reminders calls nobody for want of an answer to them', () => {
    expect(exhausted(report, date('2027-01-08'), vietnam, { before: [], overdue: [] })).toBe(false)
  })
})
