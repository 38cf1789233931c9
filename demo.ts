/** `demo`: the whole program with a simulated platform and a settable clock, in a temporary folder, until Ctrl-C. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PACE } from './bot/simulator/bots.ts'
import { createSimulator } from './bot/simulator/channel.ts'
import { createPhones, type Phones } from './bot/simulator/phones.ts'
import { simulatorRoutes } from './bot/simulator/routes.ts'
import { type Config, readConfig } from './config.ts'
import { seedCalendar } from './db/calendar/seed.ts'
import { connect } from './db/client.ts'
import { startLocalPostgres } from './db/local-postgres.ts'
import { migrateDatabase } from './db/migrate.ts'
import { changeSetting } from './db/settings.ts'
import { createTimeMachine } from './jobs/clock/let-time-pass.ts'
import { createSettableClock } from './jobs/clock/settable-clock.ts'
import { openLog } from './log.ts'
import { startService } from './main.ts'
import { type ExampleCast, fillExampleOffice, readExampleCast } from './office/example-office.ts'
import { requireFreePort } from './office/server.ts'

/** Leaves nothing behind, unless `keep`. Throws with a sentence for people when it cannot start. */
export async function demo({ keep = false, port }: { keep?: boolean; port?: string }): Promise<void> {
  // From the first moment on: whoever changes their mind while it starts leaves nothing behind either.
  const asked = askedToStop()
  const config = demoConfig(port)
  await requireFreePort(config.http)
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-demo-'))
  const postgres = await startLocalPostgres(folder).catch((error) => {
    rmSync(folder, { recursive: true, force: true })
    throw error
  })
  try {
    await play({ ...config, databaseUrl: postgres.url }, postgres.url, asked)
  } finally {
    await postgres.stop()
    if (keep) process.stdout.write(`The database of this demo is kept in ${postgres.folder}\n`)
    else for (const each of [postgres.folder, folder]) rmSync(each, { recursive: true, force: true })
  }
}

/** The database is there and empty; resolves when somebody has asked to stop and everything has. */
async function play(config: Config, url: string, asked: Promise<void>): Promise<void> {
  await migrateDatabase(url)
  const { db, close } = connect(url, { max: 4 })
  try {
    const cast = await readExampleCast()
    const { timeZone } = config
    const clock = createSettableClock(new Date(cast.startsAt.toZonedDateTime(timeZone).epochMilliseconds))
    await changeSetting(db, 'timezone', timeZone, clock.now())
    await seedCalendar(db)
    await fillExampleOffice(db, cast, { now: clock.now(), today: cast.startsAt.toPlainDate() })

    const bots = { buttons: createSimulator('buttons'), numbers: createSimulator('numbers') }
    const phones = createPhones({ db, clock: clock.now, timeZone, bots })
    const log = openLog(config.logLevel)
    const service = await startService(config, {
      log,
      clock: clock.now,
      addition(house) {
        const machine = createTimeMachine({ ...house, clock, log })
        const pages = simulatorRoutes({ db: house.db, phones, clock: machine })
        return {
          bots: Object.values(bots).map((channel) => ({ channel, pace: PACE })),
          pages,
          settled: machine.settled,
        }
      },
    })
    try {
      await joinCast(phones, cast)
      process.stdout.write(`The demo is at ${service.url}/ (Ctrl-C ends it)\n`)
      await asked
    } finally {
      await service.stop()
    }
  } finally {
    await close()
  }
}

/** One after the other, so that the page shows them in this order. */
async function joinCast(phones: Phones, { heads, staff }: ExampleCast): Promise<void> {
  const people = await phones.people()
  const joining = [
    ...heads.map((code) => people.find(({ role, unitCode }) => role === 'head' && unitCode === code)),
    ...staff.map((one) => people.find(({ role, name }) => role === one.role && name === one.name)),
  ]
  for (const person of joining) if (person) await phones.pickUp(person)
}

/** No token is read, so that no bot of an office is touched; and nobody but this machine gets in. */
function demoConfig(port: string | undefined): Config {
  const { HTTP_PORT, OFFICE_TIMEZONE, LOG_LEVEL } = process.env
  return readConfig({ HTTP_PORT: port ?? HTTP_PORT, OFFICE_TIMEZONE, LOG_LEVEL: LOG_LEVEL || 'warn' })
}

const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => resolve())
  })
