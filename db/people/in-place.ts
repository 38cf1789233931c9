/** Who and what is in place on a day: posts are held, and units asked, from a day to the day before they end. */
import { type SQL, sql } from 'drizzle-orm'

/** For a `where`; `on` null means by now, whenever it began. */
export function heldOn(begin: SQL, end: SQL, on: Temporal.PlainDate | null): SQL {
  return on ? sql`(${begin} <= ${on.toString()} and ${notEndedOn(end, on)})` : notEndedOn(end, on)
}

export const notEndedOn = (end: SQL, on: Temporal.PlainDate | null): SQL =>
  on ? sql`(${end} is null or ${end} > ${on.toString()})` : sql`${end} is null`
