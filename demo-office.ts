/** The office that a demo plays: invented units, phones that have joined, and the program itself, until it is asked to stop. */
import { aborted } from './asked-to-stop.ts'
import { PACE } from './bot/simulator/bots.ts'
import { createSimulator } from './bot/simulator/channel.ts'
import { createPhones, type Phones } from './bot/simulator/phones.ts'
import { simulatorRoutes } from './bot/simulator/routes.ts'
import type { Config } from './config.ts'
import { seedCalendar } from './db/calendar/seed.ts'
import { connect } from './db/client.ts'
import { migrateDatabase } from './db/migrate.ts'
import { changeSetting } from './db/settings.ts'
import { createTimeMachine } from './jobs/clock/let-time-pass.ts'
import { createSettableClock } from './jobs/clock/settable-clock.ts'
import { openLog } from './log.ts'
import { startService } from './main.ts'
import { type ExampleCast, fillExampleOffice, readExampleCast } from './office/example-office.ts'

/** The database is there and empty; resolves when somebody has asked to stop and everything has. */
export async function play(config: Config, url: string, stop: AbortSignal): Promise<void> {
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
      await joinCast(phones, cast, stop)
      if (!stop.aborted) process.stdout.write(`The demo is at ${service.url}/ (Ctrl-C ends it)\n`)
      await aborted(stop)
    } finally {
      await service.stop()
    }
  } finally {
    await close()
  }
}

/** One after the other, so that the page shows them in this order. */
async function joinCast(phones: Phones, { heads, staff }: ExampleCast, stop: AbortSignal): Promise<void> {
  const people = await phones.people()
  const joining = [
    ...heads.map((code) => people.find(({ role, unitCode }) => role === 'head' && unitCode === code)),
    ...staff.map((one) => people.find(({ role, name }) => role === one.role && name === one.name)),
  ]
  for (const person of joining) if (person && !stop.aborted) await phones.pickUp(person)
}
