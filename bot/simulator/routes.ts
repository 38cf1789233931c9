/** The simulator over HTTP: its page, and what the page asks and says. Forms of other sites are refused. */
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { Db } from '../../db/client.ts'
import { clockRoutes } from './clock-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { phoneRoutes } from './phone-routes.ts'
import type { Phones } from './phones.ts'

/** The program's clock, as whoever watches may turn it. */
export type ClockToTurn = {
  now(): Date
  /** Time is passing; until it has, the clock cannot be turned. */
  isBusy(): boolean
  /** To the next thing that happens; false when nothing is in sight. */
  toNextHappening(): Promise<boolean>
  /** To a later moment; everything on the way happens at its own time. */
  toMoment(moment: Date): Promise<void>
}

export type SimulatorHouse = { db: Db; phones: Phones; clock: ClockToTurn }

export function simulatorRoutes(house: SimulatorHouse): Hono {
  const app = new Hono()
  app.use('/simulator/*', csrf())
  app.route('/', pageRoutes(house.db))
  app.route('/simulator/people', phoneRoutes(house))
  app.route('/simulator/files', fileRoutes(house.db))
  app.route('/simulator', clockRoutes(house))
  return app
}
