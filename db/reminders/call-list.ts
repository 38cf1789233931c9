/** The call list as the office works through it: each unit with whom to call, about what, and when it was called before. */
import { eq, max } from 'drizzle-orm'
import { officeDay } from '../../domain/office-day.ts'
import { type Call, callList } from '../../domain/reminders/call-list.ts'
import { unconfirmedAnnouncements } from '../announcements/announcements.ts'
import { readCalendar } from '../calendar/calendar.ts'
import type { Db, Tx } from '../client.ts'
import { findLivePosts, type LivePost } from '../people/live-posts.ts'
import { calls, units } from '../schema/index.ts'
import { readSettings } from '../settings.ts'
import { readReminderFacts } from './facts.ts'
import { timesReminded } from './times-reminded.ts'

export type CallToMake = Omit<Call, 'tasks'> & {
  tasks: { code: string; title: string; dueOn: Temporal.PlainDate; timesReminded: number }[]
  /** Titles of announcements that nobody of the unit has confirmed. */
  announcements: string[]
  /** The head, or else whoever else can speak for the unit; undefined where nobody holds a post. */
  person: LivePost | undefined
  lastCalledOn: Temporal.PlainDate | null
}

export async function callsToMake(db: Db | Tx, today: Temporal.PlainDate): Promise<CallToMake[]> {
  const settings = await readSettings(db)
  const { timezone: timeZone } = settings
  const cadence = { before: settings.remind_before, overdue: settings.remind_overdue }
  // What nobody did in a whole year is no matter for a call.
  const wanted = { dueFrom: today.subtract({ years: 1 }), inPlaceOn: today, timeZone }
  const facts = await readReminderFacts(db, wanted)
  // Asked to confirm yesterday or before: a working day has passed since.
  const beginOfDay = new Date(today.toZonedDateTime(timeZone).epochMilliseconds)
  const unread = Map.groupBy(await unconfirmedAnnouncements(db, beginOfDay), ({ unitId }) => unitId)
  const lastCalled = await lastCallDays(db, timeZone)
  const known = {
    unconfirmed: new Set(unread.keys()),
    lastCalled,
    restDays: settings.call_rest_days,
  }
  const list = callList(facts, today, await readCalendar(db), cadence, known)
  const reminded = await timesReminded(db)
  const posts = Map.groupBy(await findLivePosts(db, today), ({ unitId }) => unitId)
  return list.map(({ unit, reason, tasks }) => ({
    unit,
    reason,
    tasks: tasks.map(({ id, taskCode, shortTitle, dueOn }) => ({
      code: taskCode,
      title: shortTitle,
      dueOn,
      timesReminded: reminded.get(id) ?? 0,
    })),
    announcements: (unread.get(unit.id) ?? []).map(({ title }) => title),
    person: callee(posts.get(unit.id) ?? []),
    lastCalledOn: lastCalled.get(unit.id) ?? null,
  }))
}

const callee = (posts: LivePost[]): LivePost | undefined =>
  posts.find(({ role }) => role === 'head') ?? posts[0]

async function lastCallDays(db: Db | Tx, timeZone: string): Promise<Map<number, Temporal.PlainDate>> {
  const rows = await db
    .select({ unitId: calls.unitId, at: max(calls.calledAt) })
    .from(calls)
    .groupBy(calls.unitId)
  return new Map(rows.flatMap(({ unitId, at }) => (at ? [[unitId, officeDay(at, timeZone)] as const] : [])))
}

/** Of two who tick the same unit off at once, the second sees that the first has. */
export async function lockCallsOf(tx: Tx, unitId: number): Promise<void> {
  await tx.select({ id: units.id }).from(units).where(eq(units.id, unitId)).for('no key update')
}

/** Ticks a unit off. */
export async function recordCall(
  tx: Tx,
  { unitId, calledBy, now }: { unitId: number; calledBy: number; now: Date },
): Promise<void> {
  await tx.insert(calls).values({ unitId, calledBy, calledAt: now })
}
