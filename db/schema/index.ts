/** All tables, for drizzle. */
export * from './contacts.ts'
export * from './messages.ts'
export * from './plans.ts'
export * from './reports.ts'
export * from './settings.ts'
export * from './units.ts'
