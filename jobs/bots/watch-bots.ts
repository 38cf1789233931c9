/** Tells the office of bots that are near the limits of their plan, and asks it about the announcements that wait there. */

import { heldAnnouncements } from '../../db/announcements/held.ts'
import { botsInUse } from '../../db/bots/use.ts'
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Tx } from '../../db/client.ts'
import { enqueue, sentAs } from '../../db/messages/outbox.ts'
import { staffMembers } from '../../db/people/staff.ts'
import { readSettings } from '../../db/settings.ts'
import {
  ALMOST_NOTHING_LEFT,
  type BotUse,
  NEARLY_FULL,
  type UsedShare,
  usedShares,
} from '../../domain/bot-limits.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { nextMonthBegins, nextMonthOpens } from '../../domain/next-month.ts'
import { officeDay } from '../../domain/office-day.ts'
import { heldMessage, nearLimitMessage } from '../../locales/bot-messages.ts'
import type { Minute } from '../minute.ts'
import { officeWords } from '../office-words.ts'

/** Once a month for each bot and level, and once for each time announcements began to wait. */
export async function watchBots({ db, clock, limits }: Minute): Promise<void> {
  if (!limits) return
  const near = (await botsInUse(db)).flatMap((use) => {
    const shares = usedShares(use, limits).filter(({ percent }) => percent >= NEARLY_FULL)
    return shares.length > 0 ? [{ use, shares }] : []
  })
  if (near.length === 0) return
  const now = clock()
  const settings = await readSettings(db)
  const { timezone } = settings
  const today = officeDay(now, timezone)
  const month = nextMonthBegins(today, timezone)
  const opens = officeDay(nextMonthOpens(today, await readCalendar(db), timezone), timezone)
  const t = await officeWords(db, settings)
  await db.transaction(async (tx) => {
    const tell = await tellerOf(tx, { today, now })
    for (const { use, shares } of near) {
      for (const share of shares) await tell(limitKey(use, share, today), nearLimitMessage(use, share, t))
      const { count, newest } = await heldAnnouncements(tx, use, month)
      const messages = shares.find(({ what }) => what === 'messages')
      if (messages && newest !== null)
        await tell(
          `bot-hold:${use.channel}:${use.bot}:${newest}`,
          heldMessage(use, { count, messages, today, opens }, t),
        )
    }
  })
}

function limitKey({ channel, bot }: BotUse, { what, percent }: UsedShare, today: Temporal.PlainDate): string {
  const level = percent >= ALMOST_NOTHING_LEFT ? ALMOST_NOTHING_LEFT : NEARLY_FULL
  return `bot-limit:${channel}:${bot}:${what}:${level}:${today.toPlainYearMonth()}`
}

/** Writes to everybody of the office who is reached, once for a key. */
async function tellerOf(tx: Tx, { today, now }: { today: Temporal.PlainDate; now: Date }) {
  const members = await staffMembers(tx, 'office', today)
  const reached = members.filter(({ contactId }) => contactId !== null)
  return async (key: string, message: OutgoingMessage) => {
    for (const { personId, contactId } of reached) {
      const once = `${key}:${personId}`
      if (!(await sentAs(tx, once)))
        await enqueue(tx, { key: once, kind: 'answer', contactId, personId, message, now })
    }
  }
}
