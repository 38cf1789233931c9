/** How an announcement fares, in the numbers of the views that everybody sees. */
import { sql } from 'drizzle-orm'
import type { AnnouncementFigures, UnitFigures } from '../../domain/announcements/figures.ts'
import type { Db, Tx } from '../client.ts'

/** Of these announcements, those that are no drafts any more, in the order of the ids given. */
export async function announcementFigures(
  tx: Tx | Db,
  ids: readonly number[],
): Promise<AnnouncementFigures[]> {
  if (ids.length === 0) return []
  const rows = await tx.execute<AnnouncementFigures>(sql`
    select announcement_id::int as id, title, state, recipients, sent, failed, waiting, cancelled, acknowledged
    from summary.announcements where announcement_id in ${ids}`)
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}

/** Each unit by its short name, in the order of the codes. */
export async function unitFigures(tx: Tx | Db, announcementId: number): Promise<UnitFigures[]> {
  const rows = await tx.execute<UnitFigures>(sql`
    select u.short_name as unit, s.state, s.failure, s.acknowledged_at is not null as "isAcknowledged"
    from summary.announcement_units s join units u on u.code = s.unit_code
    where s.announcement_id = ${announcementId} order by u.code`)
  return [...rows]
}

export type Pace = {
  /** Messages that have not left. */
  waiting: number
  /** Messages a minute, measured over the last minute; 0 when none went out in it. */
  perMinute: number
}

/** How fast its messages go out. */
export async function announcementPace(tx: Tx | Db, announcementId: number, now: Date): Promise<Pace> {
  const [row] = await tx.execute<{ waiting: number; sent: number; since: string | null }>(sql`
    select count(*) filter (where o.state in ('waiting', 'sending'))::int as waiting,
      count(*) filter (where o.sent_at > ${aMinuteBefore(now)})::int as sent,
      min(o.sent_at) filter (where o.sent_at > ${aMinuteBefore(now)}) as since
    from announcement_messages m join outbox o on o.id = m.outbox_id
    where m.announcement_id = ${announcementId} and m.round in ('first', 'again') and o.contact_id is not null`)
  const { waiting = 0, sent = 0, since = null } = row ?? {}
  // The first few would otherwise seem to have gone out in no time.
  const seconds = since ? Math.max((now.getTime() - new Date(since).getTime()) / 1_000, 1) : 1
  return { waiting, perMinute: Math.round((sent / seconds) * 60) }
}

const aMinuteBefore = (now: Date) => new Date(now.getTime() - 60_000).toISOString()
