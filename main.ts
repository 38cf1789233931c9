/** Where everything meets: starts database, bots, jobs and HTTP, and stops them in reverse. */
import type { Hono } from 'hono'
import { createTelegram } from './bot/telegram/channel.ts'
import { createZalo } from './bot/zalo/channel.ts'
import type { Config } from './config.ts'
import { keepRunningBots } from './db/bots/gone.ts'
import { botsInUse } from './db/bots/use.ts'
import { seedCalendar } from './db/calendar/seed.ts'
import { connect, type Db } from './db/client.ts'
import { readFigures } from './db/figures.ts'
import { readInstallation } from './db/installation.ts'
import { linkedMedia, linkToMedia } from './db/messages/media-links.ts'
import type { FileToSend } from './db/messages/outgoing-files.ts'
import { migrateDatabase } from './db/migrate.ts'
import { openDatabase } from './db/open-database.ts'
import { changeSetting, readSettings } from './db/settings.ts'
import type { BotLimits } from './domain/bot-limits.ts'
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
import { createApp, type Listening, listen } from './office/server.ts'
import { type Bot, type RunningBot, runBot } from './run-bot.ts'
import { readCounters, readHealth, webhooksOf } from './running-bots.ts'

export type Service = {
  url: string
  /** What to do next, in plain words; empty when nothing is left to do. */
  firstSteps: string[]
  stop(): Promise<void>
}

/** What the demo adds to the program: bots and pages of its own. */
export type Addition = (house: {
  db: Db
  /** Has the bots look into the outbox at once. */
  wake(): void
  stop: AbortSignal
}) => {
  bots: Bot[]
  pages: Hono
  /** Resolves when nothing of it needs the database any more; asked after `stop`. */
  settled(): Promise<void>
}

/** The bots of a configuration. A new platform is one line here and one folder under bot/. */
export async function openBots(config: Config, db: Db, log: Log, clock = () => new Date()): Promise<Bot[]> {
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
    ...telegram.tokens.map((token) => ({
      channel: createTelegram({ ...telegram, token, proxy, log, t }),
      pace: { rate: telegram.sendRate },
    })),
    ...zalo.tokens.map((token) => ({
      channel: createZalo({ ...zalo, token, proxy, publish, log, t }),
      pace: { rate: zalo.sendRate },
      plan: { people: zalo.maxPeople, messages: zalo.monthlyMessages },
    })),
  ]
}

/** What the plans of their platforms allow these bots, each one for itself. */
export const limitsOf = (bots: readonly Bot[]): BotLimits =>
  Object.fromEntries(bots.flatMap(({ channel, plan }) => (plan ? [[channel.name, plan]] : [])))

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
  const toRun = [...(await openBots(config, db, log, clock)), ...(added?.bots ?? [])]
  const limits = limitsOf(toRun)
  await keepRunningBots(
    db,
    toRun.map(({ channel }) => ({ channel: channel.name, bot: channel.bot })),
  )
  for (const bot of toRun) bots.push(runBot({ ...bot, limits, url, db, clock, log, stop }))
  const progress = createAnnouncementProgress({ db, clock, log, wake }).run(stop)
  const make = papersFor(db, () => officeDay(clock(), config.timeZone))
  const files = runOfficeFiles({ db, clock, log, wake, make }, stop)
  const minute = { db, clock, log, limits }
  const timetable = startTimetable(() => everyMinute(minute), { timeZone: config.timeZone, log })
  const end = async () => {
    log('stopping')
    stopping.abort(new Error('stopping'))
    await timetable.stop()
    await Promise.all([progress, files, added?.settled(), ...bots.map((bot) => bot.ended)])
    // After the bots: a platform fetches the pictures of what they have in hand.
    await http?.close()
    await close()
    // A database that another service started is still needed when this one could not even listen.
    if (http || local?.started) await local?.stop()
    log('stopped')
  }
  let http: Listening | null = null
  try {
    const health = () => readHealth(db, bots)
    const counters = () => readCounters(db, bots, limits)
    const linked = (token: string) => linkedMedia(db, token, clock())
    const metrics = createMetrics(
      () => readFigures(db),
      () => botsInUse(db),
      limits,
    )
    http = await listen(
      createApp({ health, counters, metrics, webhooks: webhooksOf(bots), linked, pages: added?.pages }),
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
