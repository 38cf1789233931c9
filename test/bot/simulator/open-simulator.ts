/** The simulator on a real database, with its bots running: asked over its routes, without a port. */
import type { Hono } from 'hono'
import { expect, onTestFinished } from 'vitest'
import { createSimulator } from '../../../bot/simulator/channel.ts'
import { createPhones } from '../../../bot/simulator/phones.ts'
import { simulatorRoutes } from '../../../bot/simulator/routes.ts'
import type { DrawnBubble, Screen } from '../../../bot/simulator/screen.ts'
import { seedCalendar } from '../../../db/calendar/seed.ts'
import type { Db } from '../../../db/client.ts'
import type { SimulatedPerson } from '../../../db/simulator/people.ts'
import { createTimeMachine } from '../../../jobs/clock/let-time-pass.ts'
import { createSettableClock } from '../../../jobs/clock/settable-clock.ts'
import { fillExampleOffice, readExampleCast } from '../../../office/example-office.ts'
import { runBot } from '../../../run-bot.ts'
import { freshDatabase } from '../../database.ts'

export type OpenSimulator = {
  db: Db
  app: Hono
  get<T>(path: string): Promise<T>
  /** An object as JSON, or a form of a page of that origin; resolves with the status and the text of the answer. */
  post(path: string, body: object | FormData, origin?: string): Promise<{ status: number; text: string }>
  /** The head of a unit. */
  head(unitCode: string): Promise<SimulatedPerson>
  /** The head of a unit, whose phone has joined. */
  joined(unitCode: string): Promise<SimulatedPerson>
  screen(person: SimulatedPerson): Promise<Screen>
  /** Resolves with the newest bubble of the office that has these words. */
  sees(person: SimulatedPerson, words: string): Promise<DrawnBubble>
}

const SILENT = () => {}

/** Nobody has joined. `startsAt` by the office's clock. */
export async function openSimulator(startsAt = '2026-10-01T07:00'): Promise<OpenSimulator> {
  const { db, url } = await freshDatabase()
  const cast = await readExampleCast()
  const timeZone = 'Asia/Ho_Chi_Minh'
  const start = Temporal.PlainDateTime.from(startsAt)
  const clock = createSettableClock(new Date(start.toZonedDateTime(timeZone).epochMilliseconds))
  await seedCalendar(db)
  await fillExampleOffice(db, cast, { now: clock.now(), today: start.toPlainDate() })
  const stopping = new AbortController()
  const stop = stopping.signal
  const bots = { buttons: createSimulator('buttons'), numbers: createSimulator('numbers') }
  const running = Object.values(bots).map((channel) =>
    runBot({
      channel,
      pace: { rate: 1_000, chatRestMs: 0 },
      url,
      db,
      clock: clock.now,
      log: SILENT,
      stop,
      limits: {},
    }),
  )
  onTestFinished(async () => {
    stopping.abort()
    await Promise.all(running.map(({ ended }) => ended))
  })
  const wake = () => running.forEach((bot) => void bot.wake())
  const phones = createPhones({ db, clock: clock.now, timeZone, bots })
  const machine = createTimeMachine({ db, clock, log: SILENT, wake, stop })
  const app = simulatorRoutes({ db, phones, clock: machine })

  const get = async <T>(path: string): Promise<T> => (await app.request(path)).json() as Promise<T>
  const screen = async ({ id }: SimulatedPerson) => {
    const [drawn] = await get<Screen[]>(`/simulator/people/screens?person=${id}`)
    if (!drawn) throw new Error('there is no such phone')
    return drawn
  }
  const head = async (unitCode: string) => {
    const found = (await phones.people()).find((person) => person.unitCode === unitCode)
    if (!found) throw new Error(`nobody heads ${unitCode}`)
    return found
  }
  const post = async (path: string, body: object | FormData, origin = 'http://localhost') => {
    const isForm = body instanceof FormData
    const answer = await app.request(path, {
      method: 'POST',
      body: isForm ? body : JSON.stringify(body),
      headers: isForm ? { Origin: origin } : { 'Content-Type': 'application/json' },
    })
    return { status: answer.status, text: await answer.text() }
  }
  const sees = async (person: SimulatedPerson, words: string) => {
    const find = async () => (await screen(person)).bubbles.findLast((bubble) => isOurs(bubble, words))
    await expect.poll(find, { timeout: 8_000 }).toBeTruthy()
    return (await find()) as DrawnBubble
  }
  return {
    db,
    app,
    get,
    post,
    head,
    screen,
    sees,
    async joined(unitCode) {
      await post(`/simulator/people/${(await head(unitCode)).id}/join`, {})
      await expect.poll(async () => (await head(unitCode)).bot).toBe('buttons')
      const person = await head(unitCode)
      await sees(person, 'Đã đăng ký')
      return person
    },
  }
}

const isOurs = ({ from, parts }: DrawnBubble, words: string): boolean =>
  from === 'office' && parts.some(({ text }) => text.includes(words))
