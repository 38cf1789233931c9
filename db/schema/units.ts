/** Who there is: blocks, units, people, and the posts that people hold from a day to a day. */
import { sql } from 'drizzle-orm'
import { bigint, bigserial, boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { plainDate } from './plain-date.ts'

export const blocks = pgTable('blocks', {
  code: text().primaryKey(),
  name: text().notNull(),
})

export const units = pgTable('units', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
  unitType: text('unit_type').notNull(),
  blockCode: text('block_code')
    .notNull()
    .references(() => blocks.code),
  isBlockLead: boolean('is_block_lead').notNull().default(false),
  isCoordinatingOffice: boolean('is_coordinating_office').notNull().default(false),
  isPropaganda: boolean('is_propaganda').notNull().default(false),
  /** The day the unit ceased to be asked; its history stays. */
  endedOn: plainDate('ended_on'),
})

export const people = pgTable(
  'people',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    fullName: text('full_name').notNull(),
    /** In the one form of domain/phone.ts. */
    phone: text(),
  },
  (t) => [index('people_phone').on(t.phone)],
)

export const POST_ROLES = ['head', 'deputy', 'clerk', 'office', 'leader'] as const
export type PostRole = (typeof POST_ROLES)[number]

/** Who may answer for what: a head, deputy or clerk for their unit; office people and leaders for none. */
export const posts = pgTable(
  'posts',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id),
    unitId: bigint('unit_id', { mode: 'number' }).references(() => units.id),
    role: text({ enum: POST_ROLES }).notNull(),
    title: text(),
    fromDay: plainDate('from_day').notNull(),
    toDay: plainDate('to_day'),
  },
  (t) => [
    uniqueIndex('posts_one_head').on(t.unitId).where(sql`role = 'head' and to_day is null`),
    index('posts_person').on(t.personId),
  ],
)
