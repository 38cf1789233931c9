/** What waits for the office's word and what it said: difficulties and extensions, calls, pauses; and who did what. */
import { sql } from 'drizzle-orm'
import { bigint, bigserial, index, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { plainDate } from './plain-date.ts'
import { assignments } from './plans.ts'
import { reports } from './reports.ts'
import { people, units } from './units.ts'

/** A unit's difficulty, or its wish for a later date, until the office has decided. */
export const requests = pgTable(
  'requests',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    assignmentId: bigint('assignment_id', { mode: 'number' })
      .notNull()
      .references(() => assignments.id),
    kind: text({ enum: ['difficulty', 'extension'] }).notNull(),
    /** The answer in which the difficulty was reported. */
    reportId: bigint('report_id', { mode: 'number' }).references(() => reports.id),
    /** The date the unit asks for. */
    wishedDueOn: plainDate('wished_due_on'),
    askedBy: bigint('asked_by', { mode: 'number' })
      .notNull()
      .references(() => people.id),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    /** The leader who has to say; the office may still decide. */
    passedTo: bigint('passed_to', { mode: 'number' }).references(() => people.id),
    closedAt: timestamp('closed_at', { withTimezone: true }),
  },
  (t) => [
    uniqueIndex('requests_one_open').on(t.assignmentId, t.kind).where(sql`closed_at is null`),
    index('requests_assignment').on(t.assignmentId),
  ],
)

/** The office's or a leader's word on a request. Only ever added. */
export const decisions = pgTable(
  'decisions',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    requestId: bigint('request_id', { mode: 'number' })
      .notNull()
      .references(() => requests.id),
    decision: text({ enum: ['agreed', 'declined', 'noted', 'passed', 'superseded'] }).notNull(),
    newDueOn: plainDate('new_due_on'),
    reason: text(),
    /** Null when the unit itself settled it, by reporting anew. */
    decidedBy: bigint('decided_by', { mode: 'number' }).references(() => people.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('decisions_request').on(t.requestId)],
)

/** A call the office made, ticked off its list. */
export const calls = pgTable(
  'calls',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    unitId: bigint('unit_id', { mode: 'number' })
      .notNull()
      .references(() => units.id),
    calledBy: bigint('called_by', { mode: 'number' })
      .notNull()
      .references(() => people.id),
    calledAt: timestamp('called_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('calls_unit').on(t.unitId, t.calledAt)],
)

/** Reminders rest for some units until a day, for a storm or the like. */
export const pauses = pgTable('pauses', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  fromDay: plainDate('from_day').notNull(),
  /** The first day on which units are reminded again. */
  untilDay: plainDate('until_day').notNull(),
  reason: text(),
  /** The new due date of what fell due in the pause; null: due dates stayed. */
  dueMovedTo: plainDate('due_moved_to'),
  madeBy: bigint('made_by', { mode: 'number' }).references(() => people.id),
  madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  endedAt: timestamp('ended_at', { withTimezone: true }),
})

export const pausedUnits = pgTable(
  'paused_units',
  {
    pauseId: bigint('pause_id', { mode: 'number' })
      .notNull()
      .references(() => pauses.id),
    unitId: bigint('unit_id', { mode: 'number' })
      .notNull()
      .references(() => units.id),
  },
  (t) => [uniqueIndex('paused_units_once').on(t.pauseId, t.unitId)],
)

/** Who did what, for five years, without the text of any message. Only ever added. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** Null: done on the command line or by the program itself. */
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id),
    /** Where: `chat`, `command` or `program`. */
    through: text({ enum: ['chat', 'command', 'program'] }).notNull(),
    /** Such as `announcement.queued` or `request.agreed`. */
    action: text().notNull(),
    /** What it was done to, such as `exemplar:12` or `unit:MN01`. */
    subject: text().notNull(),
    /** Codes, dates and counts; never words that somebody wrote. */
    facts: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (t) => [index('audit_entries_at').on(t.at)],
)
