/** Who is reminded of what: one message a person and day. */
import { expect, test } from 'vitest'
import { asIfAlwaysKnown } from '../../../domain/reminders/facts.ts'
import { planReminders, reasonsOf } from '../../../domain/reminders/plan.ts'
import { date, vietnam } from '../vietnam.ts'
import { AU, facts, GIANG, HOA, LAN, planned, task, told } from './school.ts'

const unopened = { openedOn: null }

test('all that a unit owes on a day stands in one message, what is due first at the top', () => {
  const sooner = task(2, { dueOn: date('2026-12-20'), urgedThrough: date('2026-12-16') })
  const tasks = [task(1), sooner, task(3)]
  expect(told('2026-12-17', { tasks })).toEqual(['Giang: T2, T1, T3 (T-14, T-3)'])
})

test('nobody is reminded on a free day', () => {
  expect(told('2026-12-19')).toEqual([])
})

test('a task that is done is never urged', () => {
  expect(told('2026-12-17', { tasks: [task(1, { status: 'done' })] })).toEqual([])
})

test('a task that is put off is not urged before the agreed day', () => {
  const tasks = [task(1, { status: 'blocked', putOffUntil: date('2026-12-25') })]
  expect(told('2026-12-24', { tasks })).toEqual([])
  expect(told('2026-12-28', { tasks })).toEqual(['Giang: T1 (T-3)'])
})

test('deputies and clerks who can be reached get the message too, each once', () => {
  const deputy = { ...LAN, unitId: HOA.id }
  const holders = [GIANG, deputy, { ...GIANG }]
  expect(told('2026-12-17', { holders })).toEqual(['Giang: T1 (T-14)', 'Lan: T1 (T-14)'])
})

test('those who cannot be reached are left out while somebody of the unit can', () => {
  const holders = [
    { ...GIANG, contactId: null },
    { ...LAN, unitId: HOA.id },
  ]
  expect(told('2026-12-17', { holders })).toEqual(['Lan: T1 (T-14)'])
})

test('where nobody can be reached, the head stands in, so that the ledger can prove it', () => {
  const holders = [
    { ...GIANG, contactId: null },
    { ...LAN, unitId: HOA.id, contactId: null },
  ]
  expect(planned('2026-12-17', { holders })).toMatchObject([{ recipient: 'Giang', contactId: null }])
})

test('a unit that nobody heads gets no message', () => {
  expect(told('2026-12-17', { holders: [] })).toEqual([])
})

test('who holds posts in two units gets one message, and each line names its unit', () => {
  const holders = [GIANG, { ...GIANG, unitId: AU.id }]
  const tasks = [task(1), task(2, { unitId: AU.id })]
  const [message, ...more] = planned('2026-12-17', { units: [HOA, AU], holders, tasks })
  expect(more).toEqual([])
  expect(message?.items.map(({ taskCode, unit }) => `${unit}: ${taskCode}`)).toEqual([
    'MN Hoa: T1',
    'MN Hải Âu: T2',
  ])
  expect(message?.units).toEqual([HOA, AU])
})

test('a unit waits when one of its people has had their message of the day, so that all hear the same', () => {
  const holders = [GIANG, { ...LAN, unitId: HOA.id }]
  expect(told('2026-12-17', { holders, written: new Set([LAN.personId]) })).toEqual([])
})

test('what fell due while the service was down is merged into one message, marked as old', () => {
  const [message] = planned('2026-12-29')
  expect(message).toMatchObject({ why: ['T-14', 'T-7', 'T-3'], old: true })
  expect(message?.items[0]?.daysLeft).toBe(2)
})

test('a message with something of today in it is not old', () => {
  const tasks = [task(1), task(2, { dueOn: date('2027-01-12') })]
  expect(planned('2026-12-29', { tasks })).toMatchObject([{ why: ['T-14', 'T-7', 'T-3'], old: false }])
})

test('the first working day of a quarter opens it with its tasks, except those done before', () => {
  const tasks = [task(1, unopened), task(2, { ...unopened, status: 'done' }), task(3, unopened)]
  expect(told('2026-10-01', { tasks })).toEqual(['Giang: T1, T3 (opening)'])
})

test('a quarter whose tasks are all done is not opened', () => {
  expect(told('2026-10-01', { tasks: [task(1, { ...unopened, status: 'done' })] })).toEqual([])
})

test('a unit that is asked for nothing in a quarter hears so on its first day, and never late', () => {
  const tasks = [task(1, { quarter: 3, dueOn: date('2026-09-30'), status: 'done' })]
  expect(told('2026-10-01', { tasks })).toEqual(['Giang: nothing (opening)'])
  expect(told('2026-10-02', { tasks })).toEqual([])
})

test('a year without a plan is not opened', () => {
  expect(told('2027-01-04', { tasks: [task(1, { status: 'done' })] })).toEqual([])
})

test('an opening and a reminder of the same day are one message', () => {
  const tasks = [
    task(1, { quarter: 3, dueOn: date('2026-09-30') }),
    task(2, unopened),
    task(3, { ...unopened, dueOn: date('2026-10-15') }),
  ]
  const [message] = planned('2026-10-01', {
    tasks: tasks.map((each) => ({ ...each, urgedThrough: date('2026-09-30') })),
  })
  expect(message?.why).toEqual(['opening', 'T-14', 'T+1'])
  expect(message && Object.fromEntries(reasonsOf(message))).toEqual({
    1: ['T+1'],
    2: ['opening'],
    3: ['opening', 'T-14'],
  })
})

test('"nothing to do" of one unit is not said beside what another owes', () => {
  const holders = [GIANG, { ...GIANG, unitId: AU.id }]
  const tasks = [task(1, { quarter: 3, dueOn: date('2026-09-30'), urgedThrough: date('2026-09-30') })]
  const done = task(2, { ...unopened, status: 'done' })
  const [message] = planned('2026-10-01', { units: [HOA, AU], holders, tasks: [...tasks, done] })
  expect(message).toMatchObject({ why: ['T+1'], opening: null })
  expect(message?.units).toEqual([HOA])
})

test('a missed opening comes late, but not to a unit that has answered meanwhile', () => {
  expect(planned('2026-10-06', { tasks: [task(1, unopened)] })).toMatchObject([
    { why: ['opening'], old: true },
  ])
  const answered = [task(1, { ...unopened, status: 'in_progress' })]
  expect(told('2026-10-06', { tasks: answered })).toEqual([])
})

test('as if the plan had always been there, each day brings what falls on it and nothing else', () => {
  const tasks = [task(1, { urgedFrom: date('2026-12-30'), urgedThrough: date('2026-12-30'), openedOn: null })]
  const why = (day: string) => {
    const known = asIfAlwaysKnown(facts({ tasks, plans: [] }), date(day), vietnam)
    return planReminders(known, date(day), vietnam).map((message) => message.why.join(' '))
  }
  expect(why('2026-10-01')).toEqual(['opening'])
  expect(why('2026-12-17')).toEqual(['T-14'])
  expect(why('2026-12-18')).toEqual([])
  expect(why('2027-01-04')).toEqual(['T+1 T+3'])
  expect(why('2027-01-07')).toEqual(['T+7'])
})
