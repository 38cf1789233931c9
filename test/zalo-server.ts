/**
 * A Zalo Bot Platform of our own for tests: gives each message once, answers errors under HTTP 200, fetches pictures
 * itself, and forgets its links. What the real one does where nobody knows is said where it is imitated.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createBot, type Plan } from './zalo-server/bot.ts'
import { createFaults, type Faults } from './zalo-server/faults.ts'
import { createHttp, type JournalEntry } from './zalo-server/http.ts'
import { createPerson, type Person, type PersonOptions } from './zalo-server/person.ts'
import { createPhotos } from './zalo-server/photos.ts'
import type { ZaloEvent } from './zalo-server/update-queue.ts'

export type { Person as ZaloPerson } from './zalo-server/person.ts'

export type ZaloServer = {
  /** What a client calls the API root; without a slash at its end. */
  readonly url: string
  /** Of the first bot. */
  readonly token: string
  readonly journal: JournalEntry[]
  /** Every request that Zalo would not take, in words. A test of what should work ends with none. */
  readonly violations: string[]
  /** The journal's entries of one method. */
  calls(method: string): JournalEntry[]
  /** Somebody with Zalo, in the chat with a bot: the first one, or that of another token. */
  person(options: PersonOptions & { token?: string }): Person
  /** Puts in an event that no phone makes, or one that was given out before. */
  push(event: ZaloEvent): void
  /** How many events the first bot has not been given. */
  readonly waiting: number
  /** Whether webhooks get the documentation's wrapping, or bare events. */
  wrapped: boolean
  /** Sets a webhook behind the bot's back. */
  setWebhook(url: string): Promise<void>
  /** The messages that count for a bot's month. */
  messages(token?: string): number
  /** All links to photos given until now lead nowhere. */
  expirePhotos(): void
  inject: Faults['inject']
  clearFaults(): void
  /** Ends all connections too. */
  stop(): Promise<void>
}

export type ZaloServerOptions = { tokens?: string[]; plan?: Partial<Plan> }

const TOKEN = '4310001:opens-nothing'
const FREE_PLAN: Plan = { people: 50, monthlyMessages: 3_000 }

/** Starts on a free port of this machine. */
export async function startZaloServer({
  tokens = [TOKEN],
  plan,
}: ZaloServerOptions = {}): Promise<ZaloServer> {
  const bots = new Map(tokens.map((token) => [token, createBot(token, { ...FREE_PLAN, ...plan })]))
  const photos = createPhotos()
  const faults = createFaults()
  const journal: JournalEntry[] = []
  const violations: string[] = []
  const http = createHttp({ bots, photos, faults, journal, violations })
  await once(http.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`

  const [token = TOKEN] = tokens
  const botOf = (its: string) => {
    const bot = bots.get(its)
    if (!bot) throw new Error('There is no bot with this token')
    return bot
  }
  const first = botOf(token)

  return {
    url,
    token,
    journal,
    violations,
    calls: (method) => journal.filter((entry) => entry.method === method),
    person: ({ token: its = token, ...options }) =>
      createPerson(botOf(its), photos, (path) => `${url}${path}`, options),
    push: first.updates.push,
    get waiting() {
      return first.updates.waiting
    },
    get wrapped() {
      return first.webhook.wrapped
    },
    set wrapped(wrapped) {
      first.webhook.wrapped = wrapped
    },
    async setWebhook(address) {
      await first.webhook.set({ url: address, secret: 'of-somebody-else' })
    },
    messages: (its = token) => botOf(its).messages,
    expirePhotos: photos.expire,
    inject: faults.inject,
    clearFaults: faults.clear,
    async stop() {
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}
