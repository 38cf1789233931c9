/** What has to be known to decide who is reminded of what: units, tasks, people and plans. */
import { sql } from 'drizzle-orm'
import type { PostHolder, ReminderFacts, ReminderUnit } from '../../domain/reminders/facts.ts'
import type { Db, Tx } from '../client.ts'
import { heldOn, notEndedOn } from '../people/in-place.ts'
import { reminderTasks } from './tasks.ts'

export type FactsWanted = {
  /** Tasks due before this day are left out. */
  dueFrom: Temporal.PlainDate
  /** The day on which units and people must be in place; null takes those in place by now. */
  inPlaceOn: Temporal.PlainDate | null
  /** The office's, for the days of answers and imports. */
  timeZone: string
}

export async function readReminderFacts(
  db: Db | Tx,
  { dueFrom, inPlaceOn, timeZone }: FactsWanted,
): Promise<Omit<ReminderFacts, 'written'>> {
  return {
    units: await unitsAsked(db, inPlaceOn),
    tasks: await reminderTasks(db, { dueFrom }, timeZone),
    holders: await postHolders(db, inPlaceOn),
    plans: await plansKnown(db, timeZone),
    pausedUntil: await unitsPaused(db, timeZone),
  }
}

async function unitsAsked(db: Db | Tx, inPlaceOn: Temporal.PlainDate | null): Promise<ReminderUnit[]> {
  const rows = await db.execute<{ id: string; code: string; name: string; shortName: string }>(sql`
    select u.id, u.code, u.name, u.short_name as "shortName" from units u
    where not u.is_coordinating_office and ${notEndedOn(sql`u.ended_on`, inPlaceOn)}
    order by u.code`)
  return rows.map((row) => ({ ...row, id: Number(row.id) }))
}

/** Everybody who may answer for a unit, heads first, each with the chat they joined last of those that work. */
async function postHolders(db: Db | Tx, inPlaceOn: Temporal.PlainDate | null): Promise<PostHolder[]> {
  const held = heldOn(sql`po.from_day`, sql`po.to_day`, inPlaceOn)
  const rows = await db.execute<{
    person_id: string
    name: string
    unit_id: string
    contact_id: string | null
  }>(sql`
    select po.person_id, p.full_name as name, po.unit_id, preferred_contact(p.id) as contact_id
    from posts po
    join people p on p.id = po.person_id
    where po.role in ('head', 'deputy', 'clerk') and ${held}
    order by array_position(array['head', 'deputy', 'clerk'], po.role), po.id`)
  return rows.map((row) => ({
    personId: Number(row.person_id),
    name: row.name,
    unitId: Number(row.unit_id),
    contactId: row.contact_id === null ? null : Number(row.contact_id),
  }))
}

/** The end of the latest pause of each unit that had one, or the day on which the office ended it. */
async function unitsPaused(db: Db | Tx, timeZone: string): Promise<Map<number, Temporal.PlainDate>> {
  const rows = await db.execute<{ id: string; until: string }>(sql`
    select k.unit_id as id, max(least(s.until_day, (s.ended_at at time zone ${timeZone})::date))::text as until
    from pauses s join paused_units k on k.pause_id = s.id group by k.unit_id`)
  return new Map(rows.map(({ id, until }) => [Number(id), Temporal.PlainDate.from(until)]))
}

async function plansKnown(db: Db | Tx, timeZone: string): Promise<ReminderFacts['plans']> {
  const rows = await db.execute<{ year: number; known_from: string }>(sql`
    select year, min((imported_at at time zone ${timeZone})::date)::text as known_from from plans group by year`)
  return rows.map((row) => ({ year: row.year, knownFrom: Temporal.PlainDate.from(row.known_from) }))
}
