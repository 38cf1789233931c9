/** Where everything meets: starts database, bots, jobs and HTTP, and stops them in reverse. */
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Channel } from './bot/channel.ts'
import { createTelegram } from './bot/telegram/channel.ts'
import { createZalo } from './bot/zalo/channel.ts'
import type { Config } from './config.ts'
import { botsInUse } from './db/bots/use.ts'
import { seedCalendar } from './db/calendar/seed.ts'
import { connect, type Db } from './db/client.ts'
import { readFigures } from './db/figures.ts'
import { readInstallation } from './db/installation.ts'
import { type LocalPostgres, startLocalPostgres } from './db/local-postgres.ts'
import { linkedMedia, linkToMedia } from './db/messages/media-links.ts'
import type { FileToSend } from './db/messages/outgoing-files.ts'
import { migrateDatabase } from './db/migrate.ts'
import { changeSetting, readSettings } from './db/settings.ts'
import type { Log } from './domain/log.ts'
import { officeDay } from './domain/office-day.ts'
import { createAnnouncementProgress } from './jobs/announcements/watch-progress.ts'
import { everyMinute } from './jobs/every-minute.ts'
import { runOfficeFiles } from './jobs/files/office-files.ts'
import { startTimetable } from './jobs/timetable.ts'
import { translator } from './locales/i18n.ts'
import { firstSteps } from './office/first-steps.ts'
import { createMetrics } from './office/metrics.ts'
import { papersFor } from './office/papers.ts'
import { createApp, type Health, type Listening, listen } from './office/server.ts'
import { type BotToRun, type RunningBot, runBot } from './run-bot.ts'

/** A bot from which nothing was heard for so long is not well: a long poll takes half a minute. */
const SILENCE_MS = 120_000

/** Its phones are on this machine, and nobody watching them wants to wait. */
const SIMULATOR_PACE = { rate: 1_000, chatRestMs: 0 }

export type Service = {
  url: string
  /** What to do next, in plain words; empty when nothing is left to do. */
  firstSteps: string[]
  stop(): Promise<void>
}

/** What the demo adds to the program: channels and pages of its own. */
export type Addition = (house: {
  db: Db
  /** Has the bots look into the outbox at once. */
  wake(): void
  stop: AbortSignal
}) => {
  channels: Channel[]
  pages: Hono
  /** Resolves when nothing of it needs the database any more; asked after `stop`. */
  settled(): Promise<void>
}

/** The database of a configuration: the one it names, or the embedded one. */
export async function openDatabase(config: Config): Promise<{ url: string; local: LocalPostgres | null }> {
  if (config.databaseUrl) return { url: config.databaseUrl, local: null }
  const local = await startLocalPostgres(join(config.dataDir, 'postgres'))
  return { url: local.url, local }
}

/** The channels of a configuration. A new platform is one line here and one folder under bot/. */
export async function openChannels(
  config: Config,
  db: Db,
  log: Log,
  clock = () => new Date(),
): Promise<Channel[]> {
  const { language, office_short: we } = await readSettings(db)
  const t = translator(language, { we })
  const { telegram, zalo, publicUrl, proxy } = config
  const publish =
    publicUrl === undefined
      ? undefined
      : async ({ media, name, contentType }: FileToSend) => {
          const link = `${publicUrl}/m/${await linkToMedia(db, media, clock())}`
          // A document is opened by a person, who saves it under its name.
          return contentType.startsWith('image/') ? link : `${link}/${encodeURIComponent(name)}`
        }
  return [
    ...telegram.tokens.map((token) => createTelegram({ ...telegram, token, proxy, log, t })),
    ...zalo.tokens.map((token) => createZalo({ ...zalo, token, proxy, publish, log, t })),
  ]
}

/** How fast one bot writes: to all, and to one chat. */
const paceOf = ({ name }: Channel, config: Config): BotToRun['pace'] =>
  ({
    telegram: { rate: config.telegram.sendRate },
    zalo: { rate: config.zalo.sendRate, limit: limitsOf(config).zalo },
    simulator: SIMULATOR_PACE,
  })[name]

/** What the plans of the platforms allow one bot. */
export const limitsOf = ({ zalo }: Config) => ({
  zalo: { people: zalo.maxPeople, messages: zalo.monthlyMessages },
})

/** Starts everything; resolves when it listens. Throws with a sentence for people when it cannot. */
export async function startService(
  config: Config,
  { log, clock = () => new Date(), addition }: { log: Log; clock?: () => Date; addition?: Addition },
): Promise<Service> {
  const { url, local } = await openDatabase(config)
  await migrateDatabase(url)
  const { db, close } = connect(url, { max: 12 })
  await changeSetting(db, 'timezone', config.timeZone, clock())
  await seedCalendar(db)
  const stopping = new AbortController()
  const stop = stopping.signal
  const bots: RunningBot[] = []
  const wake = () => {
    for (const bot of bots) bot.wake()
  }
  const added = addition?.({ db, stop, wake })
  for (const channel of [...(await openChannels(config, db, log, clock)), ...(added?.channels ?? [])])
    bots.push(
      runBot({ channel, pace: paceOf(channel, config), limits: limitsOf(config), url, db, clock, log, stop }),
    )
  const progress = createAnnouncementProgress({ db, clock, log, wake }).run(stop)
  const make = papersFor(db, () => officeDay(clock(), config.timeZone))
  const files = runOfficeFiles({ db, clock, log, wake, make }, stop)
  const minute = { db, clock, log, limits: limitsOf(config) }
  const timetable = startTimetable(() => everyMinute(minute), { timeZone: config.timeZone, log })
  const end = async () => {
    log('stopping')
    stopping.abort(new Error('stopping'))
    await timetable.stop()
    await http?.close()
    await Promise.all([progress, files, added?.settled(), ...bots.map((bot) => bot.ended)])
    await close()
    // A database that another service started is still needed when this one could not even listen.
    if (http || local?.started) await local?.stop()
    log('stopped')
  }
  let http: Listening | null = null
  try {
    const health = () => readHealth(db, bots)
    const linked = (token: string) => linkedMedia(db, token, clock())
    const metrics = createMetrics(
      () => readFigures(db),
      () => botsInUse(db),
      limitsOf(config),
    )
    http = await listen(
      createApp({ health, metrics, webhooks: webhooksOf(bots), linked, pages: added?.pages }),
      config.http,
    )
  } catch (error) {
    await end()
    throw error
  }
  log('started', { url: http.url, bots: bots.length })
  const today = Temporal.Now.plainDateISO(config.timeZone)
  const installation = await readInstallation(db, today)
  return { url: http.url, firstSteps: firstSteps(installation, bots.length, today.year), stop: end }
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
  for (const { channel, leads, isVoid } of bots) {
    const heard = channel.lastHeard()
    const silent = heard === null || Date.now() - heard.getTime() > SILENCE_MS
    if (leads && silent) ready = false
    const state = isVoid ? 'its token is void: set a new one and start again' : silent ? 'not heard' : 'heard'
    parts[`${channel.name} ${channel.userName ?? channel.bot}`] = leads ? state : 'standing by'
  }
  return { ready, parts }
}
