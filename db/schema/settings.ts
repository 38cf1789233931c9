/** What the office may change: settings by key, and which days are worked. */
import { boolean, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { plainDate } from './plain-date.ts'

export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
})

/** Days that differ from the weekly rhythm: holidays, and Saturdays worked in exchange. */
export const calendarDays = pgTable('calendar_days', {
  day: plainDate().primaryKey(),
  works: boolean().notNull(),
  name: text().notNull(),
  confidence: text({ enum: ['confirmed', 'proposed', 'inferred'] }).notNull(),
  note: text(),
})
