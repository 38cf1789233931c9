/** What is to be done: the yearly plan, its tasks, and what each unit owes of them in which quarter. */
import {
  bigint,
  bigserial,
  boolean,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { plainDate } from './plain-date.ts'
import { units } from './units.ts'

export const plans = pgTable('plans', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  code: text().notNull().unique(),
  number: text().notNull(),
  title: text().notNull(),
  year: integer().notNull(),
  issuedOn: plainDate('issued_on').notNull(),
  /** Everything the file says of the plan itself: issuer, signer, legal basis, recipients. */
  facts: jsonb().$type<Record<string, unknown>>().notNull(),
  importedAt: timestamp('imported_at', { withTimezone: true }).notNull(),
})

export const tasks = pgTable(
  'tasks',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    planId: bigint('plan_id', { mode: 'number' })
      .notNull()
      .references(() => plans.id),
    code: text().notNull(),
    section: text().notNull(),
    position: integer().notNull(),
    /** Null: the whole year, asked once a quarter. */
    quarter: smallint(),
    fullText: text('full_text').notNull(),
    shortTitle: text('short_title').notNull(),
    titleBasis: text('title_basis').notNull(),
    audience: text().array().notNull(),
    audienceBasis: text('audience_basis').notNull(),
    evidence: text().array().notNull(),
    evidenceBasis: text('evidence_basis').notNull(),
    dueOn: plainDate('due_on').notNull(),
    dueBasis: text('due_basis').notNull(),
    asksUnitHeads: boolean('asks_unit_heads').notNull(),
    /** The notes the plan's file carries on who acts and by when. */
    note: text(),
    /** Left out of an amended plan; its reports stay. */
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (t) => [uniqueIndex('tasks_code').on(t.planId, t.code)],
)

/** One task asked of one unit for one quarter: the thing that is owed. */
export const assignments = pgTable(
  'assignments',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    taskId: bigint('task_id', { mode: 'number' })
      .notNull()
      .references(() => tasks.id),
    unitId: bigint('unit_id', { mode: 'number' })
      .notNull()
      .references(() => units.id),
    year: integer().notNull(),
    quarter: smallint().notNull(),
    dueOn: plainDate('due_on').notNull(),
    /** No reminder that fell before this day is ever sent: the day the task became known here. */
    urgedFrom: plainDate('urged_from').notNull(),
    /** Reminders that fell up to this day are dealt with. */
    urgedThrough: plainDate('urged_through'),
    /** The question is put off until this agreed day. */
    putOffUntil: plainDate('put_off_until'),
    /** No longer asked of this unit; its reports stay. */
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (t) => [uniqueIndex('assignments_once').on(t.taskId, t.unitId, t.quarter)],
)
