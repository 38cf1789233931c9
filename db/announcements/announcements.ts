/** The announcements themselves: drafts, those that wait for their time, and those whose messages are in the outbox. */
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lte, min, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { announcements } from '../schema/index.ts'

export type Announcement = typeof announcements.$inferSelect

export async function addAnnouncement(
  tx: Tx,
  row: Pick<Announcement, 'audience' | 'createdBy'> & {
    title?: string
    body?: string
    urgent?: boolean
    now: Date
  },
): Promise<number> {
  const { now, ...rest } = row
  const [added] = await tx
    .insert(announcements)
    .values({ ...rest, createdAt: now })
    .returning({ id: announcements.id })
  if (!added) throw new Error('the announcement was not stored')
  return added.id
}

export async function setAnnouncement(
  tx: Tx,
  id: number,
  set: Partial<Omit<Announcement, 'id'>>,
): Promise<void> {
  await tx.update(announcements).set(set).where(eq(announcements.id, id))
}

/** The draft somebody is writing, locked for this transaction; null when there is none. */
export async function draftOf(tx: Tx, personId: number): Promise<Announcement | null> {
  const [draft] = await tx
    .select()
    .from(announcements)
    .where(and(eq(announcements.createdBy, personId), eq(announcements.state, 'draft')))
    .orderBy(desc(announcements.id))
    .limit(1)
    .for('update')
  return draft ?? null
}

/** A draft by its id, locked for this transaction. Throws RangeError when it is none. */
export async function draftById(tx: Tx, id: number): Promise<Announcement> {
  const [draft] = await tx
    .select()
    .from(announcements)
    .where(and(eq(announcements.id, id), eq(announcements.state, 'draft')))
    .for('update')
  if (!draft) throw new RangeError(`announcement ${id} is no draft`)
  return draft
}

/** One whose messages were queued, as a reader sees it. */
export async function sentAnnouncement(tx: Tx, id: number): Promise<Announcement | null> {
  const [row] = await tx
    .select()
    .from(announcements)
    .where(and(eq(announcements.id, id), isNotNull(announcements.queuedAt)))
  return row ?? null
}

/** One that is no draft any more, locked for this transaction. */
export async function lockAnnouncement(tx: Tx, id: number): Promise<Announcement | null> {
  const [row] = await tx.select().from(announcements).where(eq(announcements.id, id)).for('update')
  return row && row.state !== 'draft' ? row : null
}

/** For so long after it went out, whoever sent it sees units confirm it. */
const CONFIRMED_WITHIN_DAYS = 14

/** Whoever sent it has not been shown the final figures, or units have confirmed it since they were. */
const hasNews = (now: Date) =>
  and(
    isNotNull(announcements.queuedAt),
    or(
      isNull(announcements.settledAt),
      and(
        gte(announcements.queuedAt, new Date(now.getTime() - CONFIRMED_WITHIN_DAYS * 86_400_000)),
        sql`exists (select from announcement_messages m join outbox o on o.id = m.outbox_id
          where m.announcement_id = announcements.id and o.acknowledged_at > announcements.settled_at)`,
      ),
    ),
  )

/**
 * One of which there is something to show, locked; null when somebody else has it in hand. Gives up after a moment
 * on a row that the chat of a colleague holds, who may be waiting for this very announcement.
 */
export async function lockUnsettled(tx: Tx, id: number, now: Date): Promise<Announcement | null> {
  await tx.execute(sql`set local lock_timeout = '200ms'`)
  const [row] = await tx
    .select()
    .from(announcements)
    .where(and(eq(announcements.id, id), hasNews(now)))
    .for('update', { skipLocked: true })
  return row ?? null
}

export async function dropDraft(tx: Tx, id: number): Promise<void> {
  await tx.delete(announcements).where(and(eq(announcements.id, id), eq(announcements.state, 'draft')))
}

/** What was sent since a moment, or waits for its time; the newest first. */
export async function recentAnnouncements(tx: Tx, since: Date, most: number): Promise<Announcement[]> {
  return tx
    .select()
    .from(announcements)
    .where(or(gte(announcements.queuedAt, since), eq(announcements.state, 'scheduled')))
    .orderBy(desc(announcements.id))
    .limit(most)
}

/** Those whose time has come, the earliest first. */
export async function dueAnnouncements(db: Db, now: Date): Promise<number[]> {
  const rows = await db
    .select({ id: announcements.id })
    .from(announcements)
    .where(and(eq(announcements.state, 'scheduled'), lte(announcements.scheduledAt, now)))
    .orderBy(asc(announcements.scheduledAt))
  return rows.map(({ id }) => id)
}

/** When the first of those that wait for their time after a moment goes out; null when none waits. */
export async function nextScheduled(db: Db, after: Date): Promise<Date | null> {
  const [row] = await db
    .select({ at: min(announcements.scheduledAt) })
    .from(announcements)
    .where(and(eq(announcements.state, 'scheduled'), gt(announcements.scheduledAt, after)))
  return row?.at ?? null
}

/** Those that went out before a moment and whose silent units were not asked for a confirmation yet. */
export async function notYetNudged(db: Db, queuedBefore: Date): Promise<Announcement[]> {
  return db
    .select()
    .from(announcements)
    .where(
      and(
        eq(announcements.state, 'queued'),
        isNull(announcements.nudgedAt),
        lte(announcements.queuedAt, queuedBefore),
      ),
    )
    .orderBy(asc(announcements.id))
}

/** Those of which the office is still to be shown something. */
export async function unsettledAnnouncements(db: Db, now: Date): Promise<number[]> {
  const rows = await db.select({ id: announcements.id }).from(announcements).where(hasNews(now))
  return rows.map(({ id }) => id)
}

/** Units that have an announcement and, though asked again before this moment, did not confirm it: for the call list. */
export async function unconfirmedAnnouncements(
  db: Db | Tx,
  nudgedBefore: Date,
): Promise<{ unitId: number; announcementId: number; title: string }[]> {
  const rows = await db.execute<{ unit_id: string; announcement_id: string; title: string }>(sql`
    select u.id as unit_id, n.id as announcement_id, n.title
    from announcements n
    join summary.announcement_units s on s.announcement_id = n.id
    join units u on u.code = s.unit_code
    where n.state = 'queued' and n.nudged_at <= ${nudgedBefore.toISOString()}
      and s.state = 'sent' and s.acknowledged_at is null
    order by n.id, u.code`)
  return rows.map((row) => ({
    unitId: Number(row.unit_id),
    announcementId: Number(row.announcement_id),
    title: row.title,
  }))
}
