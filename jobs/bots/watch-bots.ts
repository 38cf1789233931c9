/**
 * Tells the office of bots that are near the limits of their plan, and asks it about the announcements that wait there;
 * those whose reader has another chat go by that.
 */

import { heldAnnouncements, heldWithOtherChat } from '../../db/announcements/held.ts'
import { chatElsewhere } from '../../db/bots/other-chats.ts'
import { botsInUse } from '../../db/bots/use.ts'
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Tx } from '../../db/client.ts'
import { sendInstead } from '../../db/messages/fall-back.ts'
import { enqueue, sentAs } from '../../db/messages/outbox.ts'
import { type StaffMember, staffMembers } from '../../db/people/staff.ts'
import { readSettings } from '../../db/settings.ts'
import {
  ALMOST_NOTHING_LEFT,
  type BotUse,
  NEARLY_FULL,
  type UsedShare,
  usedShares,
} from '../../domain/bot-limits.ts'
import type { Bot, OutgoingMessage } from '../../domain/message.ts'
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
    const members = await staffMembers(tx, 'office', today)
    for (const { use, shares } of near) {
      const elsewhere = await heldWithOtherChat(tx, use, month)
      await sendInstead(tx, elsewhere, { failure: 'out_of_quota', now })
      const tell = tellerOf(tx, { members, bot: use, now })
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

/** Writes to everybody of the office who is reached, once for a key; by another bot where they have a chat there. */
function tellerOf(tx: Tx, { members, bot, now }: { members: StaffMember[]; bot: Bot; now: Date }) {
  return async (key: string, message: OutgoingMessage) => {
    for (const { personId, contactId: preferred } of members) {
      const once = `${key}:${personId}`
      if (await sentAs(tx, once)) continue
      const contactId = (await chatElsewhere(tx, personId, bot)) ?? preferred
      if (contactId !== null)
        await enqueue(tx, { key: once, kind: 'answer', contactId, personId, message, now })
    }
  }
}
