/** A Telegram Bot API server of our own for tests and benchmarks: strict about what a bot sends, and full of phones. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { ApiUpdate, UpdateContent } from './telegram-server/api-types.ts'
import type { JournalEntry } from './telegram-server/calls.ts'
import type { Chat } from './telegram-server/chats.ts'
import { createFaults, type Fault, type FaultScope } from './telegram-server/faults.ts'
import { createHttp } from './telegram-server/http.ts'
import { createPerson, type Person, type PersonOptions } from './telegram-server/person.ts'
import { createPlatform } from './telegram-server/platform.ts'
import type { Rate } from './telegram-server/rate-limit.ts'

export type { ApiMessage, ApiUpdate } from './telegram-server/api-types.ts'
export {
  badGateway,
  hangs,
  movedTo,
  resetAfter,
  resetBefore,
  serverError,
  silence,
  tooManyRequests,
  unauthorized,
} from './telegram-server/faults.ts'
export type { Person } from './telegram-server/person.ts'

export type TelegramServerOptions = {
  token?: string
  botUserName?: string
  /** Added to every answer. */
  latencyMs?: number
  /** New messages and edits of all chats together; no limit when null, as by default. */
  perBotRate?: Rate | null
  /** New messages of one chat, in groups edits too; no limit when null, as by default. */
  perChatRate?: Rate | null
  /** What the dates in messages are read from. */
  clock?: () => Date
}

export type TelegramServer = {
  /** What a client calls the API root; without a slash at its end. */
  readonly url: string
  readonly token: string
  /** Every request in the order in which they came; may be emptied. */
  readonly journal: JournalEntry[]
  /** Every breach of the API's description by the bot, in words. A test ends with none. */
  readonly violations: string[]
  latencyMs: number
  /** While true, every new update goes to the bot twice. */
  doubled: boolean
  /** What the bot has not confirmed. */
  readonly pendingUpdates: ApiUpdate[]
  /** The journal's entries of one method. */
  calls(method: string): JournalEntry[]
  /** The chat of an id; one that nobody opened takes messages when its `standing` is set to open. */
  chat(id: number): Chat
  person(options: PersonOptions): Person
  /** Puts in an update that no phone makes. */
  push(content: UpdateContent): ApiUpdate
  /** Gives the bot an update again, as after a confirmation that got lost. */
  redeliver(updateId: number): void
  /** Makes requests go wrong; answers with the way to stop that. */
  inject(fault: Fault, scope?: FaultScope): () => void
  clearFaults(): void
  /** Ends all connections too. */
  stop(): Promise<void>
}

const TOKEN = '7310000001:opens-nothing'
/** The first id of people who were given none. */
const FIRST_PERSON = 5_310_000_001

/** Starts on a free port of this machine. */
export async function startTelegramServer(options: TelegramServerOptions = {}): Promise<TelegramServer> {
  const { token = TOKEN, botUserName = 'dondoc_bot', perBotRate = null, perChatRate = null } = options
  const stopping = new AbortController()
  const bot = { id: Number(token.split(':')[0]), is_bot: true, first_name: 'dondoc', username: botUserName }
  const platform = createPlatform(bot, options.clock ?? (() => new Date()))
  const { updates, chats, webhook } = platform
  const faults = createFaults()
  const journal: JournalEntry[] = []
  const violations: string[] = []
  const http = createHttp({
    token,
    platform,
    faults,
    rates: { perBot: perBotRate, perChat: perChatRate },
    journal,
    violations,
    latencyMs: () => server.latencyMs,
    stopped: stopping.signal,
  })
  await once(http.listen(0, '127.0.0.1'), 'listening')
  const { port } = http.address() as AddressInfo
  let nextPerson = FIRST_PERSON

  const server: TelegramServer = {
    url: `http://127.0.0.1:${port}`,
    token,
    journal,
    violations,
    latencyMs: options.latencyMs ?? 0,
    get doubled() {
      return updates.doubled
    },
    set doubled(doubled) {
      updates.doubled = doubled
    },
    get pendingUpdates() {
      return updates.pending
    },
    calls: (method) => journal.filter((entry) => entry.method === method),
    chat: chats.of,
    person({ id = nextPerson++, ...person }) {
      return createPerson(platform, { id, ...person })
    },
    push: updates.push,
    redeliver: updates.redeliver,
    inject: faults.inject,
    clearFaults: faults.clear,
    async stop() {
      stopping.abort()
      webhook.set(null)
      updates.interrupt('the server stops')
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
  return server
}
