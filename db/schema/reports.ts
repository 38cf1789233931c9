/** What the units answered, and the files they sent. Reports are only ever added. */
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { MediaRef } from '../../domain/message.ts'
import { DIFFICULTIES, type ReportedVia, STATUSES } from '../../domain/status.ts'
import { announcements } from './announcements.ts'
import { bytea } from './bytea.ts'
import { contacts } from './contacts.ts'
import { exemplars } from './exemplars.ts'
import { plainDate } from './plain-date.ts'
import { assignments } from './plans.ts'
import { people } from './units.ts'

export const reports = pgTable(
  'reports',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    assignmentId: bigint('assignment_id', { mode: 'number' })
      .notNull()
      .references(() => assignments.id),
    supersedesId: bigint('supersedes_id', { mode: 'number' }).references((): AnyPgColumn => reports.id),
    status: text({ enum: STATUSES }).notNull(),
    percent: smallint(),
    expectedOn: plainDate('expected_on'),
    difficulty: text({ enum: DIFFICULTIES }),
    /** The person's own words, where they used some. */
    note: text(),
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id),
    /** Where it was said: in a chat, on the telephone, or in writing. */
    via: text().$type<ReportedVia>().notNull(),
    /** Whoever of the office wrote it down for the unit; null when the unit answered itself. */
    recordedBy: bigint('recorded_by', { mode: 'number' }).references(() => people.id),
    reportedAt: timestamp('reported_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('reports_assignment').on(t.assignmentId, t.id)],
)

/** Bytes, kept once however often they are sent. */
export const media = pgTable('media', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  sha256: text().notNull().unique(),
  bytes: bytea().notNull(),
  byteSize: integer('byte_size').notNull(),
  /** By content, never by name. */
  contentType: text('content_type').notNull(),
  width: integer(),
  height: integer(),
})

/** For platforms that fetch pictures themselves: an address nobody can guess, good for a while. */
export const mediaLinks = pgTable('media_links', {
  /** SHA-256 of the address's token. */
  tokenHash: text('token_hash').primaryKey(),
  mediaId: bigint('media_id', { mode: 'number' })
    .notNull()
    .references(() => media.id, { onDelete: 'cascade' }),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
})

/** One file somebody sent: at first a promise of the platform, then bytes of ours. */
export const attachments = pgTable(
  'attachments',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    contactId: bigint('contact_id', { mode: 'number' })
      .notNull()
      .references(() => contacts.id),
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id),
    /** What it is evidence of; null until the person has said. */
    assignmentId: bigint('assignment_id', { mode: 'number' }).references(() => assignments.id),
    /** When the person said where it belongs, be it nowhere; null while they are still to be asked. */
    placedAt: timestamp('placed_at', { withTimezone: true }),
    reportId: bigint('report_id', { mode: 'number' }).references(() => reports.id),
    /** The proposal it belongs to, and whether it shows the nominee or proves a consent. */
    exemplarId: bigint('exemplar_id', { mode: 'number' }).references(() => exemplars.id),
    exemplarPart: text('exemplar_part', { enum: ['photo', 'consent'] }),
    announcementId: bigint('announcement_id', { mode: 'number' }).references(() => announcements.id),
    ref: jsonb().$type<MediaRef>().notNull(),
    messageId: text('message_id').notNull(),
    albumId: text('album_id'),
    caption: text(),
    state: text({ enum: ['waiting', 'stored', 'refused', 'failed'] })
      .notNull()
      .default('waiting'),
    failure: text(),
    attempts: integer().notNull().default(0),
    notBefore: timestamp('not_before', { withTimezone: true }).notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    mediaId: bigint('media_id', { mode: 'number' }).references(() => media.id),
  },
  (t) => [
    uniqueIndex('attachments_once').on(t.contactId, t.messageId),
    index('attachments_album').on(t.contactId, t.albumId),
    index('attachments_assignment').on(t.assignmentId),
    index('attachments_exemplar').on(t.exemplarId),
    index('attachments_waiting').on(t.id).where(sql`state = 'waiting'`),
  ],
)
