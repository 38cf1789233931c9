/** Two schools and the people who answer for them, as reminding knows them. */
import type {
  PostHolder,
  ReminderFacts,
  ReminderTask,
  ReminderUnit,
} from '../../../domain/reminders/facts.ts'
import { planReminders } from '../../../domain/reminders/plan.ts'
import { date, vietnam } from '../vietnam.ts'
import { report } from './urging.ts'

export const HOA: ReminderUnit = {
  id: 1,
  code: 'MN01',
  name: 'Trường Mầm non Hoa Phượng',
  shortName: 'MN Hoa',
}
export const AU: ReminderUnit = { id: 2, code: 'MN02', name: 'Trường Mầm non Hải Âu', shortName: 'MN Hải Âu' }

export const GIANG: PostHolder = { personId: 11, name: 'Giang', unitId: HOA.id, contactId: 111 }
export const LAN: PostHolder = { personId: 12, name: 'Lan', unitId: AU.id, contactId: 112 }

/** A task of the fourth quarter, due on New Year's Eve, unless said otherwise. */
export const task = (id: number, other: Partial<ReminderTask> = {}): ReminderTask => ({
  ...report,
  id,
  taskCode: `T${id}`,
  shortTitle: `Việc ${id}`,
  percent: null,
  reportedOn: null,
  year: 2026,
  quarter: 4,
  unitId: HOA.id,
  openedOn: date('2026-10-01'),
  ...other,
})

/** One school with its head, one task, and a plan known since February. */
export const facts = (other: Partial<ReminderFacts> = {}): ReminderFacts => ({
  units: [HOA],
  tasks: [task(1)],
  holders: [GIANG],
  plans: [{ year: 2026, knownFrom: date('2026-02-24') }],
  written: new Set(),
  ...other,
})

export const planned = (on: string, other: Partial<ReminderFacts> = {}) =>
  planReminders(facts(other), date(on), vietnam)

/** "Giang: T1, T2 (T-14)", one line a message. */
export const told = (on: string, other: Partial<ReminderFacts> = {}) =>
  planned(on, other).map(({ recipient, items, opening, why }) => {
    const tasks = new Set([...items, ...(opening?.tasks ?? [])].map(({ taskCode }) => taskCode))
    return `${recipient}: ${[...tasks].join(', ') || 'nothing'} (${why.join(', ')})`
  })
