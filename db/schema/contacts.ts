/** How people are reached: their chats on the platforms, and the one-time ways to get one. */
import {
  bigint,
  bigserial,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { ChannelName } from '../../domain/message.ts'
import { people, posts } from './units.ts'

/** One chat on one bot. Without a person it is a stranger's. */
export const contacts = pgTable(
  'contacts',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    channel: text().$type<ChannelName>().notNull(),
    bot: text().notNull(),
    externalId: text('external_id').notNull(),
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id),
    /** `unreachable` the platform said so · `bot_gone` it would reach them, but we do not run this bot any more. */
    state: text({ enum: ['reachable', 'unreachable', 'bot_gone'] })
      .notNull()
      .default('reachable'),
    joinedAt: timestamp('joined_at', { withTimezone: true }),
    /** Whom a shared phone number matched, until the person says yes. */
    claimedPersonId: bigint('claimed_person_id', { mode: 'number' }).references(() => people.id),
    wrongTries: integer('wrong_tries').notNull().default(0),
    lockedUntil: timestamp('locked_until', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('contacts_address').on(t.channel, t.bot, t.externalId),
    index('contacts_person').on(t.personId),
  ],
)

/** Which platform the office writes to first: for everybody, a block, a unit or a person; the narrowest one counts. */
export const channelChoices = pgTable(
  'channel_choices',
  {
    scope: text({ enum: ['all', 'block', 'unit', 'person'] }).notNull(),
    /** The block's or unit's code, the person's id; empty for all. */
    subject: text().notNull(),
    channel: text().$type<ChannelName>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.subject] })],
)

export const invitations = pgTable(
  'invitations',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    postId: bigint('post_id', { mode: 'number' })
      .notNull()
      .references(() => posts.id),
    /** SHA-256 of the link's token and of the typed code: a leaked backup lets nobody in. */
    tokenHash: text('token_hash').notNull().unique(),
    codeHash: text('code_hash').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
    usedBy: bigint('used_by', { mode: 'number' }).references(() => contacts.id),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (t) => [index('invitations_code').on(t.codeHash)],
)
