/** The simulator over HTTP: its page, and what the page asks and says. Forms of other sites are refused. */
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { Db } from '../../db/client.ts'
import { type ClockToTurn, clockRoutes } from './clock-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { phoneRoutes } from './phone-routes.ts'
import type { Phones } from './phones.ts'

export type SimulatorHouse = { db: Db; phones: Phones; clock: ClockToTurn }

export function simulatorRoutes({ db, phones, clock }: SimulatorHouse): Hono {
  const app = new Hono()
  app.use('/simulator/*', csrf())
  app.route('/', pageRoutes(db))
  app.route(
    '/simulator/people',
    phoneRoutes(db, phones, () => clock.now()),
  )
  app.route('/simulator/files', fileRoutes(db))
  app.route('/simulator', clockRoutes(db, clock))
  return app
}
