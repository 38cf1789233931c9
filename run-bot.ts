/** One bot of this process, from taking the lead to giving it back: it receives, answers, sends and fetches files. */
import type { Channel, StoreUpdates } from './bot/channel.ts'
import { abandonUpdate, handleUpdate } from './bot/handle-update.ts'
import { officeFacts } from './bot/office-facts.ts'
import { holdBot } from './db/bots/lock.ts'
import type { Db } from './db/client.ts'
import type { BotLimit, BotLimits } from './domain/bot-limits.ts'
import type { Log } from './domain/log.ts'
import { watchToken } from './jobs/bots/watch-token.ts'
import { createDispatch, type DispatchOptions } from './jobs/dispatch.ts'
import { createDownloads } from './jobs/files/download-media.ts'
import { createUpdates } from './jobs/take-updates.ts'

/** Leading its bot, or standing by for the process that does. */
export type RunningBot = {
  channel: Channel
  leads: boolean
  /** The platform says that the token is void. */
  isVoid: boolean
  store: StoreUpdates
  /** There is something to send: look at once, not at the next tick. */
  wake(): void
  ended: Promise<void>
}

/** A bot as it is set up. */
export type Bot = {
  channel: Channel
  /** How fast it writes: to all, and to one chat. */
  pace: Pick<DispatchOptions, 'rate' | 'chatRestMs'>
  /** What its platform's plan allows it, where there is one. */
  plan?: BotLimit
}

type BotToRun = Bot & {
  /** Of all platforms, to tell the office of. */
  limits: BotLimits
  /** Of the database; leading takes a connection of its own. */
  url: string
  db: Db
  clock: () => Date
  log: Log
  stop: AbortSignal
}

/** Leads a bot for as long as this process holds it, over and over, until `stop`. */
export function runBot({ channel, pace, plan, limits, url, db, clock, log, stop }: BotToRun): RunningBot {
  const bot = { channel: channel.name, bot: channel.bot }
  const handling = { db, channel, facts: officeFacts(db, limits), clock }
  const dispatch = createDispatch({ db, channel, ...pace, limit: plan, clock, log })
  const downloads = createDownloads({ db, channel, clock, log })
  const receiver = createUpdates({
    db,
    channel,
    clock,
    log,
    async handle(update) {
      // What they read may have come so fast that we have not yet written down that it went out.
      await dispatch.arrived(update.chat)
      await handleUpdate(handling, update)
    },
    abandon: (update) => abandonUpdate(handling, update),
    onHandled() {
      dispatch.wake()
      downloads.wake()
    },
  })
  const { store } = receiver
  const running: RunningBot = {
    channel,
    leads: false,
    isVoid: false,
    store,
    wake: dispatch.wake,
    ended: Promise.resolve(),
  }
  const onLook = (isVoid: boolean) => {
    running.isVoid = isVoid
  }
  running.ended = (async () => {
    while (!stop.aborted) {
      const hold = await holdBot(url, bot, stop, (error) => log('database_away', { error }))
      if (!hold) return
      const over = new AbortController()
      const until = AbortSignal.any([stop, hold.lost, over.signal])
      running.leads = true
      log('bot_held', bot)
      // When one part ends, all do: nothing of this bot may go on once the hold is given back.
      const part = (work: Promise<void>) =>
        work.catch((error) => log('bot_stumbled', { ...bot, error })).finally(() => over.abort())
      await Promise.all([
        part(dispatch.run(until)),
        part(receiver.run(until)),
        part(downloads.run(until)),
        part(channel.receive(store, until)),
        part(watchToken({ db, channel, clock, log, onLook }, until)),
      ])
      running.leads = false
      await hold.release()
    }
  })()
  return running
}
