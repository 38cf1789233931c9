/** What `doctor` asks the database: its version and clock, and how far the plan, the units and the calendar are known. */
import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'

export type Installation = {
  postgresVersion: number
  databaseTime: Date
  plan: { number: string; tasks: number } | null
  units: { all: number; joined: number }
  calendar: { days: number; undecided: string[] }
}

export async function readInstallation(db: Db, today: Temporal.PlainDate): Promise<Installation> {
  const { year } = today
  const [server] = await db.execute<{ version: number; at: number }>(sql`
    select current_setting('server_version_num')::int / 10000 as version,
      extract(epoch from clock_timestamp())::float8 * 1000 as at`)
  const [plan] = await db.execute<{ number: string; tasks: number }>(sql`
    select p.number, (select count(*) from tasks t where t.plan_id = p.id and t.withdrawn_at is null)::int as tasks
    from plans p where p.year = ${year}`)
  const [units] = await db.execute<{ all: number; joined: number }>(sql`
    select count(*)::int as all, count(*) filter (where exists (
      select from posts p join contacts c on c.person_id = p.person_id
      where p.unit_id = u.id and p.to_day is null and c.state = 'reachable'))::int as joined
    from units u where u.ended_on is null and not u.is_coordinating_office`)
  const [known] = await db.execute<{ days: number }>(sql`
    select count(*)::int as days from calendar_days where extract(year from day) = ${year}`)
  const undecided = await db.execute<{ day: string; name: string }>(sql`
    select day::text, name from calendar_days
    where confidence = 'proposed' and day between ${today.toString()}::date and ${today.toString()}::date + 90
    order by day`)
  return {
    postgresVersion: server?.version ?? 0,
    databaseTime: new Date(server?.at ?? 0),
    plan: plan ?? null,
    units: units ?? { all: 0, joined: 0 },
    calendar: { days: known?.days ?? 0, undecided: undecided.map(({ day, name }) => `${day} ${name}`) },
  }
}
