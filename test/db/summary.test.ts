/** The promised views exist with the promised columns. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'

const PROMISED: Record<string, string> = {
  status:
    'year quarter task_code task_title due_on block_code unit_code unit status percent note reported_by reported_via reported_at evidence_count overdue times_reminded',
  reports:
    'year quarter task_code task_title due_on block_code unit_code unit status percent note reported_by reported_via reported_at evidence_count overdue times_reminded report_id supersedes_id',
  unit_progress:
    'year quarter block_code unit_code unit asked done in_progress not_started blocked silent overdue last_reported_at',
  photos:
    'photo_id belongs_to report_id exemplar_id content_type byte_size width height sha256 received_at bytes',
  announcements:
    'announcement_id title audience created_by scheduled_at recipients sent failed acknowledged waiting cancelled state body queued_at edited_at withdrawn_at urgent',
  bots: 'channel bot people messages_this_month gone',
  deliveries:
    'delivery_id kind unit_code recipient channel state attempts failure queued_at sent_at acknowledged_at external_id',
}

test.each(Object.entries(PROMISED))(
  'summary.%s has the columns that others rely on',
  async (view, columns) => {
    const { db } = await freshDatabase()
    const rows = await db.execute<{ column_name: string }>(
      sql`select column_name from information_schema.columns where table_schema = 'summary' and table_name = ${view}`,
    )
    expect(rows.map((row) => row.column_name)).toEqual(expect.arrayContaining(columns.split(' ')))
  },
)
