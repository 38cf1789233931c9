/** The rows that stand behind a period's figures: every answer that was given, and every message that urged. */
import { sql } from 'drizzle-orm'
import type { ChannelName } from '../../domain/message.ts'
import type { Period } from '../../domain/quarter.ts'
import type { Difficulty, ReportedVia, Status } from '../../domain/status.ts'
import type { Db } from '../client.ts'
import type { DeliveryKind } from '../messages/outbox.ts'

export type ReplyRow = {
  reportId: number
  supersedesId: number | null
  taskCode: string
  task: string
  unitCode: string
  unit: string
  status: Status
  percent: number | null
  note: string | null
  difficulty: Difficulty | null
  by: string
  recordedBy: string | null
  via: ReportedVia
  at: Date
  late: boolean
}

/** In the order they were given; corrected ones too. */
export async function replyRows(db: Db, { year, quarters }: Period): Promise<ReplyRow[]> {
  const rows = await db.execute<ReplyRow & { at: Date | string }>(sql`
    select report_id::int as "reportId", supersedes_id::int as "supersedesId", task_code as "taskCode",
      task_title as task, unit_code as "unitCode", unit, status, percent, note, difficulty, reported_by as by,
      recorded_by as "recordedBy", reported_via as via, reported_at as at, late
    from summary.reports where year = ${year} and quarter in ${quarters} order by report_id`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

export type DeliveryRow = {
  kind: DeliveryKind
  unitCode: string | null
  recipient: string | null
  channel: ChannelName | null
  state: string
  failure: string | null
  queuedAt: Date
  sentAt: Date | null
  acknowledgedAt: Date | null
}

/** Reminders and announcements of the period's days, in order: what the bot answered urged nobody. */
export async function deliveryRows(db: Db, { from, to }: Period): Promise<DeliveryRow[]> {
  const rows = await db.execute<DeliveryRow>(sql`
    select kind, unit_code as "unitCode", recipient, channel, state, failure, queued_at as "queuedAt",
      sent_at as "sentAt", acknowledged_at as "acknowledgedAt"
    from summary.deliveries where kind in ('reminder', 'announcement')
      and office_day(queued_at) between ${from.toString()} and ${to.toString()} order by delivery_id`)
  const time = (at: Date | null) => (at === null ? null : new Date(at))
  return rows.map((row) => ({
    ...row,
    queuedAt: new Date(row.queuedAt),
    sentAt: time(row.sentAt),
    acknowledgedAt: time(row.acknowledgedAt),
  }))
}
