/** The simulator over HTTP: its page, and what the page asks and says. Other sites are refused. */
import { Hono, type MiddlewareHandler } from 'hono'
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
  app.use(onlyFromHere)
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

const OUR_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * A site whose name leads to this machine (DNS rebinding) is of the same origin for a browser, and could read every
 * chat. Any port will do: whoever looks through a tunnel has one of their own.
 */
const onlyFromHere: MiddlewareHandler = async (c, next) => {
  if (!OUR_NAMES.has(new URL(c.req.url).hostname)) return c.text('This page is for this machine alone.', 403)
  return next()
}
