/** What came in, what goes out, where each dialogue stands, and what nobody could place. */
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { ChannelName, OutgoingMessage } from '../../domain/message.ts'
import { contacts } from './contacts.ts'
import { plainDate } from './plain-date.ts'
import { assignments } from './plans.ts'
import { people, units } from './units.ts'

/** Every update a platform gave us, as it came, once. */
export const inbox = pgTable(
  'inbox',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    channel: text().$type<ChannelName>().notNull(),
    bot: text().notNull(),
    externalId: text('external_id').notNull(),
    /** Updates of one chat are handled in the order of their ids. */
    chat: text().notNull(),
    payload: jsonb().$type<unknown>().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    attempts: integer().notNull().default(0),
    handledAt: timestamp('handled_at', { withTimezone: true }),
    /** Set when it was given up on; the office finds it among the notes. */
    failedAt: timestamp('failed_at', { withTimezone: true }),
    error: text(),
  },
  (t) => [
    uniqueIndex('inbox_once').on(t.channel, t.bot, t.externalId),
    index('inbox_open').on(t.channel, t.bot, t.id).where(sql`handled_at is null and failed_at is null`),
  ],
)

export const DELIVERY_KINDS = ['reminder', 'announcement', 'digest', 'answer'] as const
export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'cancelled'] as const

/** Every message we ever meant to send, for ever: the office's proof of whom it urged and when. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    /** Makes the message exist once, whoever asks, however often. */
    key: text().notNull().unique(),
    kind: text({ enum: DELIVERY_KINDS }).notNull(),
    /** Answers (0) overtake what the office sends to many (1). */
    priority: smallint().notNull(),
    /** Null: the person has no chat; kept as proof that nobody could be reached. */
    contactId: bigint('contact_id', { mode: 'number' }).references(() => contacts.id),
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id),
    unitId: bigint('unit_id', { mode: 'number' }).references(() => units.id),
    message: jsonb().$type<OutgoingMessage>().notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull().default('waiting'),
    attempts: smallint().notNull().default(0),
    /** Its outcome was once not known, so it was sent a second time. */
    repeated: boolean().notNull().default(false),
    failure: text(),
    notBefore: timestamp('not_before', { withTimezone: true }).notNull(),
    queuedAt: timestamp('queued_at', { withTimezone: true }).notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    acknowledgedAt: timestamp('acknowledged_at', { withTimezone: true }),
    externalId: text('external_id'),
    /** The platform's other messages that it took: pictures of an album, parts of a long text. */
    otherIds: jsonb('other_ids').$type<string[]>(),
    /** The message on another of the person's chats that did not reach them, or stayed unanswered. */
    insteadOf: bigint('instead_of', { mode: 'number' }).references((): AnyPgColumn => outbox.id),
  },
  (t) => [
    uniqueIndex('outbox_instead_of').on(t.insteadOf),
    index('outbox_waiting').on(t.priority, t.id).where(sql`state = 'waiting'`),
    index('outbox_chat_open').on(t.contactId, t.priority, t.id).where(sql`state in ('waiting', 'sending')`),
    index('outbox_external').on(t.contactId, t.externalId),
  ],
)

/** Which assignments a reminder spoke of, and why on that day. */
export const reminders = pgTable(
  'reminders',
  {
    outboxId: bigint('outbox_id', { mode: 'number' })
      .notNull()
      .references(() => outbox.id),
    assignmentId: bigint('assignment_id', { mode: 'number' })
      .notNull()
      .references(() => assignments.id),
    /** The day it was for. */
    onDay: plainDate('on_day').notNull(),
    /** 'opening', 'T-14', 'T-0', 'T+1' …, comma separated where several fell together. */
    why: text().notNull(),
  },
  (t) => [
    uniqueIndex('reminders_once').on(t.outboxId, t.assignmentId),
    index('reminders_assignment').on(t.assignmentId),
  ],
)

/** Where a person is in a dialogue, whichever platform they use: plain JSON, so a restart loses nothing. */
export const conversations = pgTable('conversations', {
  personId: bigint('person_id', { mode: 'number' })
    .primaryKey()
    .references(() => people.id),
  state: jsonb().$type<Record<string, unknown>>().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})

/** The office's inbox: what somebody wrote and the bot could not place. */
export const notes = pgTable('notes', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  inboxId: bigint('inbox_id', { mode: 'number' })
    .notNull()
    .references(() => inbox.id),
  contactId: bigint('contact_id', { mode: 'number' }).references(() => contacts.id),
  personId: bigint('person_id', { mode: 'number' }).references(() => people.id),
  unitId: bigint('unit_id', { mode: 'number' }).references(() => units.id),
  reason: text({ enum: ['unplaced', 'unsupported', 'failed', 'asks_to_join'] }).notNull(),
  text: text(),
  receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
  handledAt: timestamp('handled_at', { withTimezone: true }),
  handledBy: bigint('handled_by', { mode: 'number' }).references(() => people.id),
  /** `read` and nothing to do · `assigned` as a reply to a task · `answered` in the chat. */
  outcome: text({ enum: ['read', 'assigned', 'answered'] }),
  /** The task whose reply it became. */
  assignmentId: bigint('assignment_id', { mode: 'number' }).references(() => assignments.id),
})
