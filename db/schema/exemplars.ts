/** People, collectives and households put forward as exemplary, and what may be done with what is kept about them. */
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import {
  CONSENT_METHODS,
  CONSENT_PURPOSES,
  CONSENT_SUBJECTS,
  EXEMPLAR_FIELDS,
  EXEMPLAR_KINDS,
  EXEMPLAR_STAGES,
  REVIEWS,
} from '../../domain/exemplars/exemplar.ts'
import { contacts } from './contacts.ts'
import { plainDate } from './plain-date.ts'
import { people, units } from './units.ts'

/** One proposal: a draft until it is sent, then the office's to review. */
export const exemplars = pgTable(
  'exemplars',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    unitId: bigint('unit_id', { mode: 'number' })
      .notNull()
      .references(() => units.id),
    proposerId: bigint('proposer_id', { mode: 'number' })
      .notNull()
      .references(() => people.id),
    /** The quarter in which it was sent; of a draft, in which it was begun. */
    year: integer().notNull(),
    quarter: smallint().notNull(),
    kind: text({ enum: EXEMPLAR_KINDS }),
    name: text(),
    /** The name as domain/vietnamese.ts folds it, to find the same one proposed twice. */
    foldedName: text('folded_name'),
    /** What they do and where, in the proposer's words. */
    role: text(),
    field: text({ enum: EXEMPLAR_FIELDS }),
    deed: text(),
    underSixteen: boolean('under_sixteen'),
    /** Of a child under sixteen: seven or older, whose own agreement counts too. */
    fromSeven: boolean('from_seven'),
    /** The proposer said that there is no photo, or no more. */
    photosDone: boolean('photos_done').notNull().default(false),
    /** The proposer said what was agreed to, be it nothing. */
    consentAsked: boolean('consent_asked').notNull().default(false),
    review: text({ enum: REVIEWS }).notNull().default('draft'),
    stage: text({ enum: EXEMPLAR_STAGES }),
    /** The proposal that this one repeats. */
    sameAsId: bigint('same_as_id', { mode: 'number' }).references((): AnyPgColumn => exemplars.id),
    /** Until when the proposer is asked to mend a returned one. */
    mendBy: plainDate('mend_by'),
    begunAt: timestamp('begun_at', { withTimezone: true }).notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
    /** When its name, words, photos and consents were erased; the row is kept for the counts. */
    erasedAt: timestamp('erased_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('exemplars_one_draft').on(t.proposerId).where(sql`review = 'draft' and erased_at is null`),
    index('exemplars_name').on(t.foldedName),
  ],
)

/** What happened to a proposal: the office's word on it, and its moves from stage to stage. Only ever added. */
export const exemplarEvents = pgTable(
  'exemplar_events',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    exemplarId: bigint('exemplar_id', { mode: 'number' })
      .notNull()
      .references(() => exemplars.id),
    event: text({
      enum: ['submitted', 'approved', 'returned', 'same', 'withdrawn', 'stage', 'erased'],
    }).notNull(),
    stage: text({ enum: EXEMPLAR_STAGES }),
    reason: text(),
    /** Who did it; null for the program itself, and for nominees, who are not among our people. */
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('exemplar_events_exemplar').on(t.exemplarId)],
)

/** What somebody agreed to, one purpose a row: who, how, on what evidence, until they took it back. */
export const consents = pgTable(
  'consents',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    exemplarId: bigint('exemplar_id', { mode: 'number' })
      .notNull()
      .references(() => exemplars.id),
    subject: text({ enum: CONSENT_SUBJECTS }).notNull(),
    purpose: text({ enum: CONSENT_PURPOSES }).notNull(),
    /** Null until the proposer has said how; such a consent counts for nothing yet. */
    method: text({ enum: CONSENT_METHODS }),
    /** Who wrote it down; null when the nominee did so themselves. */
    recordedBy: bigint('recorded_by', { mode: 'number' }).references(() => people.id),
    /** The chat in which the nominee confirmed it themselves. */
    contactId: bigint('contact_id', { mode: 'number' }).references(() => contacts.id),
    givenAt: timestamp('given_at', { withTimezone: true }).notNull(),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('consents_once').on(t.exemplarId, t.subject, t.purpose).where(sql`withdrawn_at is null`),
  ],
)

/** A one-time link by which the nominee says yes or no themselves; good for taking it back as long as it stands. */
export const consentLinks = pgTable(
  'consent_links',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    exemplarId: bigint('exemplar_id', { mode: 'number' })
      .notNull()
      .references(() => exemplars.id),
    /** SHA-256 of the link's token. */
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
    /** The chat that used it: from then on nobody else can. */
    contactId: bigint('contact_id', { mode: 'number' }).references(() => contacts.id),
  },
  (t) => [index('consent_links_exemplar').on(t.exemplarId)],
)
