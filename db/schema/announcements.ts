/** What the office says to many: the announcement, and which messages of the outbox carry it to whom. */
import { bigint, bigserial, boolean, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { outbox } from './messages.ts'
import { people, units } from './units.ts'

export const announcements = pgTable('announcements', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  title: text(),
  body: text(),
  /** As domain/announcements/audience.ts reads it: `all`, `block:K1`, `unit:CODE`, `unanswered:TASK`. */
  audience: text().array().notNull(),
  /** It goes out where others wait because a bot's month is nearly used up. */
  urgent: boolean().notNull().default(false),
  /**
   * `draft` while it is composed · `scheduled` for a time · `queued` its messages are in the outbox; how they fared is
   * counted there, never written here · `cancelled` before any was queued · `withdrawn` taken back from those who have it.
   */
  state: text({ enum: ['draft', 'scheduled', 'queued', 'cancelled', 'withdrawn'] })
    .notNull()
    .default('draft'),
  /** Null for one made on the command line. */
  createdBy: bigint('created_by', { mode: 'number' }).references(() => people.id),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  scheduledAt: timestamp('scheduled_at', { withTimezone: true }),
  queuedAt: timestamp('queued_at', { withTimezone: true }),
  /** The office stopped what had not gone out yet. */
  stoppedAt: timestamp('stopped_at', { withTimezone: true }),
  editedAt: timestamp('edited_at', { withTimezone: true }),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  /** When those who had not confirmed were asked, once. */
  nudgedAt: timestamp('nudged_at', { withTimezone: true }),
  /** When the office was last shown the final figures: the live message needs no more edits. */
  settledAt: timestamp('settled_at', { withTimezone: true }),
})

/** Which messages carried an announcement. Those without a chat stand in the outbox as failed, so everybody has one. */
export const announcementMessages = pgTable(
  'announcement_messages',
  {
    outboxId: bigint('outbox_id', { mode: 'number' })
      .primaryKey()
      .references(() => outbox.id),
    announcementId: bigint('announcement_id', { mode: 'number' })
      .notNull()
      .references(() => announcements.id),
    unitId: bigint('unit_id', { mode: 'number' })
      .notNull()
      .references(() => units.id),
    /** `first` the announcement · `again` to those it had not reached · `nudge` asks for the confirmation · `change` an edit or withdrawal. */
    round: text({ enum: ['first', 'again', 'nudge', 'change'] }).notNull(),
  },
  (t) => [index('announcement_messages_announcement').on(t.announcementId, t.unitId)],
)
