/** The answers units gave: only ever added, each naming the one it supersedes. */
import { eq, sql } from 'drizzle-orm'
import type { Difficulty, ReportedVia, Status } from '../../domain/status.ts'
import type { Tx } from '../client.ts'
import { assignments, reports } from '../schema/index.ts'
import { askForDecision, settleByUnit } from './keep-requests.ts'

export type NewReport = {
  assignmentId: number
  status: Status
  percent?: number | null
  expectedOn?: Temporal.PlainDate | null
  difficulty?: Difficulty | null
  note?: string | null
  personId: number
  via: ReportedVia
  /** Who of the office wrote it down for the unit. */
  recordedBy?: number
  now: Date
}

/**
 * Adds an answer; a difficulty waits from now on for the office's word, and a task that is done waits no more. Whether
 * this person may answer for the unit is the caller's to have checked.
 */
export async function recordReport(tx: Tx, r: NewReport): Promise<number> {
  const [row] = await tx
    .insert(reports)
    .values({
      assignmentId: r.assignmentId,
      supersedesId: sql`(select max(id) from reports where assignment_id = ${r.assignmentId})`,
      status: r.status,
      percent: r.percent ?? null,
      expectedOn: r.expectedOn ?? null,
      difficulty: r.difficulty ?? null,
      note: r.note ?? null,
      personId: r.personId,
      via: r.via,
      recordedBy: r.recordedBy ?? null,
      reportedAt: r.now,
    })
    .returning({ id: reports.id })
  if (!row) throw new Error('the report was not stored')
  const { assignmentId, personId, now } = r
  if (r.status === 'blocked')
    await askForDecision(tx, { assignmentId, reportId: row.id, askedBy: personId, now })
  if (r.status === 'done') await settleByUnit(tx, assignmentId, now)
  return row.id
}

/** Asks nothing about this assignment before a day; null takes that back. */
export async function putOff(tx: Tx, assignmentId: number, until: Temporal.PlainDate | null): Promise<void> {
  await tx.update(assignments).set({ putOffUntil: until }).where(eq(assignments.id, assignmentId))
}
