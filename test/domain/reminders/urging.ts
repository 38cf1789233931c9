/** A task that is owed, and what a service that reminds of it would send. */
import { type UrgedAssignment, waveDue } from '../../../domain/reminders/cadence.ts'
import { date, vietnam } from '../vietnam.ts'

/** The year's report: due on New Year's Eve, known since February, and nobody has answered. */
export const report: UrgedAssignment = {
  dueOn: date('2026-12-31'),
  status: 'silent',
  urgedThrough: null,
  urgedFrom: date('2026-02-24'),
  putOffUntil: null,
}

/** What goes out today: the labels of its waves. */
export const urged = (assignment: UrgedAssignment, today: string) => {
  const due = waveDue(assignment, date(today), vietnam)
  return due?.waves.map(({ label }) => label).join(' ')
}

/** What a service that runs on these days sends, remembering what it sent. */
export function sent(assignment: UrgedAssignment, from: string, to: string, runs = (_day: string) => true) {
  const messages: string[] = []
  let { urgedThrough } = assignment
  for (let today = date(from); !today.equals(date(to).add({ days: 1 })); today = today.add({ days: 1 })) {
    if (!runs(today.toString())) continue
    const due = waveDue({ ...assignment, urgedThrough }, today, vietnam)
    if (!due) continue
    messages.push(`${today} ${due.waves.map(({ label }) => label).join(' ')}`)
    urgedThrough = today
  }
  return messages
}
