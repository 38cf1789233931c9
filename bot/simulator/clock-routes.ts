/** The clock beside the phones: what it shows, where it is turned to, and what went out meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Db } from '../../db/client.ts'
import { readSettings } from '../../db/settings.ts'
import { sentOfItself, simulatorVersion } from '../../db/simulator/changes.ts'
import { sentTimeline } from '../../db/simulator/timeline.ts'
import { officeDay } from '../../domain/office-day.ts'
import { clockTime, fullDay, weekdayOf } from '../../locales/dates.ts'
import { bodyOf } from './body.ts'
import { type PageWords, readPageWords } from './page-words.ts'
import { drawTimeline } from './timeline.ts'

/** So often a page that is open hears whether something changed: what is quicker, nobody sees. */
const LOOK_MS = 150
/** On a day that is jumped to it is this hour: the office has written what it had to write in the morning. */
const HOUR_OF_ARRIVAL = '08:00'
const FARTHEST_DAYS = 400

/** How far back the page wants to see: days on which something went out. */
const daysAsked = z.coerce.number().int().min(1).max(1_000).catch(14)

const turned = z.object({ to: z.union([z.literal('next'), z.literal('day'), z.iso.date()]) })

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

export function clockRoutes(db: Db, clock: ClockToTurn): Hono {
  const app = new Hono()

  app.get('/changes', async (c) => {
    const words = await readPageWords(db)
    const look = async (stream: SSEStreamingApi) => {
      for (let last = ''; !stream.aborted && !stream.closed; await sleep(LOOK_MS)) {
        const state = { version: await simulatorVersion(db), ...shown(clock, words) }
        const data = JSON.stringify(state)
        if (data !== last) await stream.writeSSE({ data })
        last = data
      }
    }
    // The page connects again by itself, unless the program is being stopped.
    return streamSSE(c, look, async () => {})
  })

  app.post('/clock', async (c) => {
    const { t, timeZone } = await readPageWords(db)
    const { to } = await bodyOf(c, turned, t)
    if (clock.isBusy()) throw new HTTPException(409, { message: t('simulator.busy') })
    if (to === 'next') {
      const found = await clock.toNextHappening()
      return c.json({ said: found ? '' : t('simulator.nothingInSight') })
    }
    const before = await sentOfItself(db)
    const moment = momentOf(to, clock.now(), timeZone)
    const days = (moment.getTime() - clock.now().getTime()) / 86_400_000
    if (days <= 0) throw new HTTPException(400, { message: t('simulator.onlyForward') })
    if (days > FARTHEST_DAYS) throw new HTTPException(400, { message: t('simulator.tooFar') })
    await clock.toMoment(moment)
    const n = (await sentOfItself(db)) - before
    return c.json({ said: n === 0 ? t('simulator.nothingSent') : t('simulator.sent', { n }) })
  })

  app.get('/timeline', async (c) => {
    const settings = await readSettings(db)
    const cadence = { before: settings.remind_before, overdue: settings.remind_overdue }
    const digests = { leaders: settings.digest_leaders, units: settings.digest_units }
    const rules = { calendar: await readCalendar(db), cadence, digests }
    const limit = daysAsked.parse(c.req.query('days'))
    const { messages, hasOlder } = await sentTimeline(db, settings.timezone, limit)
    return c.json({ days: drawTimeline(messages, rules, await readPageWords(db)), hasOlder })
  })

  return app
}

function shown(clock: ClockToTurn, { t, language, timeZone }: PageWords) {
  const now = clock.now()
  const day = officeDay(now, timeZone)
  return {
    date: day.toString(),
    weekday: weekdayOf(day, t),
    day: fullDay(day),
    time: clockTime(now, timeZone, language),
    isBusy: clock.isBusy(),
  }
}

/** A day later at the same hour, or the morning of a date. */
function momentOf(to: string, now: Date, timeZone: string): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const there =
    to === 'day'
      ? here.add({ days: 1 })
      : Temporal.PlainDate.from(to).toZonedDateTime({ timeZone, plainTime: HOUR_OF_ARRIVAL })
  return new Date(there.epochMilliseconds)
}
