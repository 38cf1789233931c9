/** Tells the office, where it can still be reached, that a bot's platform has taken no message for a while. */
import type { Db } from '../../db/client.ts'
import type { Log } from '../../domain/log.ts'
import type { Bot } from '../../domain/message.ts'
import { exhaustedMessage } from '../../locales/bot-messages.ts'
import { tellElsewhere } from './tell-elsewhere.ts'

/** Once a day; `minutes`: for how long by now, at least. Never rejects. */
export async function tellExhausted(
  db: Db,
  bot: Bot,
  { minutes, now, log }: { minutes: number; now: Date; log: Log },
): Promise<void> {
  await tellElsewhere(db, {
    bot,
    what: 'bot-exhausted',
    words: (t) => exhaustedMessage(bot, minutes, t),
    now,
  })
    .then((told) => log('bot_exhausted', { ...bot, told }))
    .catch((error) => log('bot_exhausted', { ...bot, error }))
}
