/** What a bot near the end of its month still sends: reminders, answers and digests; announcements wait for the office. */

import { holdClaimed } from '../../db/announcements/held.ts'
import { useOf } from '../../db/bots/use.ts'
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Db } from '../../db/client.ts'
import { movable } from '../../db/messages/fall-back.ts'
import type { Claimed } from '../../db/messages/outbox-sending.ts'
import { readSettings } from '../../db/settings.ts'
import { ALMOST_NOTHING_LEFT, type BotLimit, NOTHING_LEFT, shareOf } from '../../domain/bot-limits.ts'
import type { Bot } from '../../domain/message.ts'
import { nextMonthOpens } from '../../domain/next-month.ts'
import { officeDay } from '../../domain/office-day.ts'

export type WithinPlan = {
  leaving: Claimed[]
  /** The bot has nothing left for them, and their readers have another chat that has not had its turn. */
  elsewhere: number[]
}

/** `limit`: of this bot's plan; without one everything leaves. */
export async function keepWithinPlan(
  db: Db,
  claimed: Claimed[],
  { bot, limit, now }: { bot: Bot; limit: BotLimit | undefined; now: Date },
): Promise<WithinPlan> {
  const mayWait = claimed.filter(({ stays }) => !stays).map(({ id }) => id)
  if (!limit || mayWait.length === 0) return { leaving: claimed, elsewhere: [] }
  const { percent } = shareOf('messages', await useOf(db, bot), limit)
  const elsewhere = percent >= NOTHING_LEFT ? await movable(db, mayWait) : new Set<number>()
  const rest = mayWait.filter((id) => !elsewhere.has(id))
  const held = percent >= ALMOST_NOTHING_LEFT ? await hold(db, rest, now) : new Set<number>()
  return {
    leaving: claimed.filter(({ id }) => !elsewhere.has(id) && !held.has(id)),
    elsewhere: [...elsewhere],
  }
}

async function hold(db: Db, outboxIds: number[], now: Date): Promise<Set<number>> {
  const { timezone } = await readSettings(db)
  const opens = nextMonthOpens(officeDay(now, timezone), await readCalendar(db), timezone)
  return holdClaimed(db, outboxIds, opens)
}
