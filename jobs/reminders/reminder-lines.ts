/** Planned reminders as the commands show them: for scripts, and in a table for people. */
import type { PlannedMessage } from '../../domain/reminders/plan.ts'
import { table } from '../../domain/table.ts'

/** The promised shape, and more: `units` and `items` where a message speaks for several, `reachable`. */
export function messageJson(message: PlannedMessage) {
  const { date, units, recipient, contactId, items, opening, why, old } = message
  const codeOf = new Map(units.map(({ id, code }) => [id, code]))
  return {
    date: date.toString(),
    kind: 'reminder',
    unit: units[0]?.code ?? null,
    recipient,
    tasks: taskCodes(message),
    why,
    units: units.map(({ code }) => code),
    reachable: contactId !== null,
    old,
    items: items.map(({ taskCode, unitId, waves, daysLeft, dueOn, status }) => ({
      task: taskCode,
      unit: codeOf.get(unitId) ?? null,
      why: waves.map(({ label }) => label),
      due_on: dueOn.toString(),
      days_left: daysLeft,
      status,
    })),
    opening: opening && { year: opening.year, quarter: opening.quarter },
  }
}

/** Each task once, the urged ones first. */
function taskCodes({ items, opening }: PlannedMessage): string[] {
  return [...new Set([...items, ...(opening?.tasks ?? [])].map(({ taskCode }) => taskCode))]
}

export function messageTable(messages: readonly PlannedMessage[]): string[] {
  const rows = messages.map((message) => [
    message.date.toString(),
    message.date.toLocaleString('en', { weekday: 'short' }),
    message.units.map(({ code }) => code).join(', '),
    message.recipient + (message.contactId === null ? ' (not reached)' : ''),
    taskCodes(message).join(', '),
    message.why.join(', '),
  ])
  return rows.length === 0 ? [] : table(['Date', 'Day', 'Unit', 'Recipient', 'Tasks', 'Why'], rows)
}
