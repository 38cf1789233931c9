/** Notices that a bot's token was revoked, and tells the office through its other bots. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Channel, SendError } from '../../bot/channel.ts'
import type { Db } from '../../db/client.ts'
import type { Log } from '../../domain/log.ts'
import { voidMessage } from '../../locales/bot-messages.ts'
import { tellElsewhere } from './tell-elsewhere.ts'

const EACH_MS = 60_000
/** A platform that answered within this is well; a long poll takes half a minute. */
const SILENCE_MS = 90_000

export type TokenWatch = {
  db: Db
  channel: Pick<Channel, 'name' | 'bot' | 'lastHeard' | 'introduce'>
  clock: () => Date
  log: Log
  /** What was found, each time. */
  onLook(isVoid: boolean): void
}

/** Looks each minute until `stop`, and waits for no platform then; never rejects. */
export async function watchToken(watch: TokenWatch, stop: AbortSignal): Promise<void> {
  const stopped = new Promise((done) => stop.addEventListener('abort', done))
  while (!stop.aborted) {
    await sleep(EACH_MS, undefined, { signal: stop }).catch(() => {})
    if (!stop.aborted) await Promise.race([lookAtToken(watch), stopped])
  }
}

/** Asks a silent platform who the bot is: the one question that a void token fails at once, whatever else goes on. */
export async function lookAtToken({ db, channel, clock, log, onLook }: TokenWatch): Promise<void> {
  const isVoid = isSilent(channel) && (await isRefused(channel))
  onLook(isVoid)
  if (!isVoid) return
  const bot = { channel: channel.name, bot: channel.bot }
  await tellElsewhere(db, { bot, what: 'bot-void', words: (t) => voidMessage(bot, t), now: clock() })
    .then((told) => log('token_void', { ...bot, told }))
    .catch((error) => log('token_void', { ...bot, error }))
}

function isSilent({ lastHeard }: TokenWatch['channel']): boolean {
  const heard = lastHeard()
  return heard === null || Date.now() - heard.getTime() > SILENCE_MS
}

const isRefused = (channel: TokenWatch['channel']): Promise<boolean> =>
  channel.introduce().then(
    () => false,
    (error) => error instanceof SendError && error.failure === 'unauthorized',
  )
