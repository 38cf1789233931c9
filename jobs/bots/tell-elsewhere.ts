/** Tells the office of a bot that does not work, through its other bots. */
import { chatElsewhere } from '../../db/bots/other-chats.ts'
import type { Db } from '../../db/client.ts'
import { enqueue } from '../../db/messages/outbox.ts'
import { staffMembers } from '../../db/people/staff.ts'
import { readSettings } from '../../db/settings.ts'
import type { Bot, OutgoingMessage } from '../../domain/message.ts'
import { officeDay } from '../../domain/office-day.ts'
import type { Translate } from '../../locales/i18n.ts'
import { officeWords } from '../office-words.ts'

export type BotAlarm = {
  bot: Bot
  /** Names the trouble in the keys of its messages. */
  what: string
  words(t: Translate): OutgoingMessage
  now: Date
}

/** Once a day for each person of the office who has a chat on another bot; resolves with how many these are. */
export async function tellElsewhere(db: Db, { bot, what, words, now }: BotAlarm): Promise<number> {
  const settings = await readSettings(db)
  const today = officeDay(now, settings.timezone)
  const message = words(await officeWords(db, settings))
  let told = 0
  for (const { personId } of await staffMembers(db, 'office', today)) {
    const contactId = await chatElsewhere(db, personId, bot)
    if (contactId === null) continue
    told++
    const key = `${what}:${bot.channel}:${bot.bot}:${today}:${personId}`
    await enqueue(db, { key, kind: 'answer', contactId, personId, message, now })
  }
  return told
}
