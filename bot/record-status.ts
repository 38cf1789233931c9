/** Writes a unit's answer down, once, and lets the reminders rest where that is agreed. */
import type { OwedTask } from '../db/answers/assignments.ts'
import { putOff, recordReport } from '../db/answers/reports.ts'
import { addWorkingDays } from '../domain/calendar.ts'
import type { Reading } from '../domain/replies/reply-reader.ts'
import type { Difficulty, Status } from '../domain/status.ts'
import { tellDeciders } from './topics/decision/copies.ts'
import type { PersonTurn } from './turn.ts'

export type Said = {
  percent?: number | null
  expectedOn?: Temporal.PlainDate | null
  difficulty?: Difficulty | null
  /** Their own words. */
  note?: string | null
}

/** What a reading of somebody's words adds to the status. */
export const saidIn = (reading: Extract<Reading, { kind: 'status' }>, note: string): Said => ({
  percent: reading.percent,
  expectedOn: reading.expectedOn,
  note,
})

/** Adds a report unless it says nothing new, as the second of two quick taps; the task as it stands afterwards. */
export async function recordStatus(
  turn: PersonTurn,
  task: OwedTask,
  status: Status,
  said: Said = {},
): Promise<OwedTask> {
  const sameStatus = status === task.status
  const percent = said.percent ?? (sameStatus ? task.percent : null)
  const expectedOn = said.expectedOn ?? (sameStatus ? task.expectedOn : null)
  const news = !sameStatus || Object.values(said).some((value) => value !== undefined && value !== null)
  if (!news) return task
  const report = {
    assignmentId: task.id,
    status,
    ...said,
    percent,
    expectedOn,
    personId: turn.person.id,
    via: turn.message.from.channel,
    now: turn.now,
  }
  const [reportId] = await Promise.all([
    recordReport(turn.tx, report),
    putOff(turn.tx, task.id, restsUntil(turn, task, status, expectedOn)),
  ])
  if (status === 'blocked')
    await tellDeciders(turn, task.id, { is: 'difficulty', complete: Boolean(said.note) })
  return {
    ...task,
    status,
    percent,
    expectedOn,
    difficulty: said.difficulty ?? null,
    reportId,
    reportedAt: turn.now,
    via: report.via,
    recordedBy: null,
  }
}

/**
 * The day before which nothing more is asked: a difficulty gives the office some working days to answer, and a unit
 * that named its own day, not after the due date, is left in peace until then.
 */
export function restsUntil(
  turn: PersonTurn,
  task: OwedTask,
  status: Status,
  expectedOn: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  if (status === 'blocked') return addWorkingDays(turn.calendar, turn.today, turn.settings.blocked_pause_days)
  const agreed =
    status === 'in_progress' && expectedOn && Temporal.PlainDate.compare(expectedOn, task.dueOn) <= 0
  return agreed ? expectedOn : null
}
