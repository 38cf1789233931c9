/** Where everything meets: starts database, bots, jobs and HTTP, and stops them in reverse. */
import { join } from 'node:path'
import type { Channel, StoreUpdates } from './bot/channel.ts'
import { abandonUpdate, handleUpdate } from './bot/handle-update.ts'
import { officeFacts } from './bot/office-facts.ts'
import { createTelegram } from './bot/telegram/channel.ts'
import type { Config } from './config.ts'
import { holdBot } from './db/bot-lock.ts'
import { seedCalendar } from './db/calendar-seed.ts'
import { connect, type Db } from './db/client.ts'
import { readFigures } from './db/figures.ts'
import { readInstallation } from './db/installation.ts'
import { type LocalPostgres, startLocalPostgres } from './db/local-postgres.ts'
import { migrateDatabase } from './db/migrate.ts'
import { changeSetting, readSettings } from './db/settings.ts'
import type { Log } from './domain/log.ts'
import { createDispatch } from './jobs/dispatch.ts'
import { createDownloads } from './jobs/download-media.ts'
import { everyMinute } from './jobs/every-minute.ts'
import { createUpdates } from './jobs/take-updates.ts'
import { startTimetable } from './jobs/timetable.ts'
import { translator } from './locales/i18n.ts'
import { firstSteps } from './office/first-steps.ts'
import { createMetrics } from './office/metrics.ts'
import { createApp, type Health, listen } from './office/server.ts'

/** A bot from which nothing was heard for so long is not well: a long poll takes half a minute. */
const SILENCE_MS = 120_000

export type Service = {
  url: string
  /** What to do next, in plain words; empty when nothing is left to do. */
  firstSteps: string[]
  stop(): Promise<void>
}

/** One bot of this process: leading it, or standing by for the process that does. */
type RunningBot = {
  channel: Channel
  leads: boolean
  store: StoreUpdates
  ended: Promise<void>
}

/** The database of a configuration: the one it names, or the embedded one. */
export async function openDatabase(config: Config): Promise<{ url: string; local: LocalPostgres | null }> {
  if (config.databaseUrl) return { url: config.databaseUrl, local: null }
  const local = await startLocalPostgres(join(config.dataDir, 'postgres'))
  return { url: local.url, local }
}

/** The channels of a configuration. A new platform is one line here and one folder under bot/. */
export async function openChannels(config: Config, db: Db, log: Log): Promise<Channel[]> {
  const { language } = await readSettings(db)
  const t = translator(language)
  const { tokens, apiRoot, webhook } = config.telegram
  return tokens.map((token) => createTelegram({ token, apiRoot, proxy: config.proxy, webhook, log, t }))
}

/** Leads a bot for as long as this process holds it, over and over, until `stop`. */
function runBot(
  channel: Channel,
  url: string,
  db: Db,
  config: Config,
  clock: () => Date,
  log: Log,
  stop: AbortSignal,
): RunningBot {
  const bot = { channel: channel.name, bot: channel.bot }
  const facts = officeFacts(db)
  const handling = { db, channel, facts, clock }
  const dispatch = createDispatch({ db, channel, rate: config.telegram.sendRate, clock, log })
  const downloads = createDownloads({ db, channel, clock, log })
  const receiver = createUpdates({
    db,
    channel,
    clock,
    log,
    handle: (update) => handleUpdate(handling, update),
    abandon: (update) => abandonUpdate(handling, update),
    onHandled() {
      dispatch.wake()
      downloads.wake()
    },
  })
  const running: RunningBot = { channel, leads: false, store: receiver.store, ended: Promise.resolve() }
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
        part(channel.receive(receiver.store, until)),
      ])
      running.leads = false
      await hold.release()
    }
  })()
  return running
}

/** Starts everything; resolves when it listens. Throws with a sentence for people when it cannot. */
export async function startService(
  config: Config,
  { log, clock = () => new Date() }: { log: Log; clock?: () => Date },
): Promise<Service> {
  const { url, local } = await openDatabase(config)
  await migrateDatabase(url)
  const { db, close } = connect(url, { max: 12 })
  await changeSetting(db, 'timezone', config.timeZone, clock())
  await seedCalendar(db)
  const stopping = new AbortController()
  const channels = await openChannels(config, db, log)
  const bots = channels.map((channel) => runBot(channel, url, db, config, clock, log, stopping.signal))
  const timetable = startTimetable(() => everyMinute({ db, clock, log }), { timeZone: config.timeZone, log })
  const health = () => readHealth(db, bots)
  const http = await listen(
    createApp({ health, metrics: createMetrics(() => readFigures(db)), webhooks: webhooksOf(bots) }),
    config.http,
  )
  log('started', { url: http.url, bots: bots.length })
  const today = Temporal.Now.plainDateISO(config.timeZone)
  const installation = await readInstallation(db, today)
  return {
    url: http.url,
    firstSteps: firstSteps(installation, bots.length, today.year),
    async stop() {
      log('stopping')
      stopping.abort(new Error('stopping'))
      await timetable.stop()
      await http.close()
      await Promise.all(bots.map((bot) => bot.ended))
      await close()
      await local?.stop()
      log('stopped')
    },
  }
}

/** One path a platform. Where it has several bots, the address we gave to each names it. */
function webhooksOf(bots: RunningBot[]): Record<string, (request: Request) => Promise<Response>> {
  const names = new Set(bots.filter((bot) => bot.channel.webhook).map((bot) => bot.channel.name))
  return Object.fromEntries(
    [...names].map((name) => [
      `/webhook/${name}`,
      async (request) => {
        const asked = new URL(request.url).searchParams.get('bot')
        const bot = bots.find(
          ({ channel }) => channel.name === name && (asked === null || channel.bot === asked),
        )
        return (await bot?.channel.webhook?.(request, bot.store)) ?? new Response(null, { status: 404 })
      },
    ]),
  )
}

async function readHealth(db: Db, bots: RunningBot[]): Promise<Health> {
  const parts: Record<string, string> = {}
  let ready = true
  try {
    await db.execute('select 1')
    parts.database = 'answers'
  } catch {
    ready = false
    parts.database = 'does not answer'
  }
  for (const { channel, leads } of bots) {
    const heard = channel.lastHeard()
    const silent = heard === null || Date.now() - heard.getTime() > SILENCE_MS
    if (leads && silent) ready = false
    parts[`${channel.name} ${channel.userName ?? channel.bot}`] = leads
      ? silent
        ? 'not heard'
        : 'heard'
      : 'standing by'
  }
  return { ready, parts }
}
