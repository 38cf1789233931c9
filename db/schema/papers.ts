/** Official papers: quarters whose figures are frozen, what was made, the office's own template, and files sent to be read in. */
import {
  bigint,
  bigserial,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { KeptCorrections } from '../../domain/imports/plans/corrections.ts'
import type { QuarterFigures } from '../../domain/papers/quarter-figures.ts'
import { bytea } from './bytea.ts'
import { contacts } from './contacts.ts'
import { attachments } from './reports.ts'
import { people } from './units.ts'

/** The figures of a quarter as they were when it was closed; without a word that anybody wrote, and without nominees' names. */
export const closedQuarters = pgTable(
  'closed_quarters',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    year: integer().notNull(),
    quarter: smallint().notNull(),
    closedAt: timestamp('closed_at', { withTimezone: true }).notNull(),
    figures: jsonb().$type<QuarterFigures>().notNull(),
  },
  (t) => [uniqueIndex('closed_quarters_once').on(t.year, t.quarter)],
)

/** Every file that was made: a file with these bytes is as it was made, and may be made anew in its place. */
export const papersMade = pgTable('papers_made', {
  sha256: text().primaryKey(),
  period: text().notNull(),
  format: text().notNull(),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
})

/** The office's own Word template; the latest counts, the earlier ones stay. */
export const reportTemplates = pgTable('report_templates', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  name: text().notNull(),
  bytes: bytea().notNull(),
  setAt: timestamp('set_at', { withTimezone: true }).notNull(),
})

/** Somebody of the office asked for the papers of a period in the chat. */
export const paperRequests = pgTable('paper_requests', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  contactId: bigint('contact_id', { mode: 'number' })
    .notNull()
    .references(() => contacts.id),
  personId: bigint('person_id', { mode: 'number' })
    .notNull()
    .references(() => people.id),
  period: text().notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
  /** Null: not yet made. */
  answeredAt: timestamp('answered_at', { withTimezone: true }),
})

/** A file with a plan or the list of units that somebody of the office sent in the chat. */
export const importFiles = pgTable('import_files', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  attachmentId: bigint('attachment_id', { mode: 'number' })
    .notNull()
    .references(() => attachments.id, { onDelete: 'cascade' }),
  kind: text({ enum: ['plan', 'units'] }).notNull(),
  contactId: bigint('contact_id', { mode: 'number' })
    .notNull()
    .references(() => contacts.id),
  personId: bigint('person_id', { mode: 'number' })
    .notNull()
    .references(() => people.id),
  sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),
  /** What its sender has corrected of it since, in order; each leads to another preview. */
  corrections: jsonb().$type<KeptCorrections>().notNull().default([]),
  /** When its preview went out; null while it is being fetched. */
  previewedAt: timestamp('previewed_at', { withTimezone: true }),
  /** When it was taken in, or left aside. */
  takenAt: timestamp('taken_at', { withTimezone: true }),
})
