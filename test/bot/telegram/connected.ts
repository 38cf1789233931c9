/** The Telegram channel and the server it talks to, for one test. */
import { onTestFinished } from 'vitest'
import type { RawUpdate } from '../../../bot/channel.ts'
import { createTelegram, type TelegramOptions } from '../../../bot/telegram/channel.ts'
import type { Timing } from '../../../bot/telegram/timing.ts'
import type { FileToSend } from '../../../db/messages/outgoing-files.ts'
import type { IncomingMessage, OutgoingMessage } from '../../../domain/message.ts'
import { translator } from '../../../locales/i18n.ts'
import { startTelegramServer } from '../../telegram-server.ts'

/** Fast enough for a test, in the proportions of the real ones. */
const FAST: Timing = {
  pollSeconds: 5,
  pollAfterTroubleSeconds: 1,
  pollWatchdogMs: 10_000,
  callMs: 500,
  pressMs: 200,
  downloadMs: 2_000,
  uploadMs: 2_000,
  firstPauseMs: 10,
  longestPauseMs: 40,
  conflictPauseMs: 30,
  unauthorizedPauseMs: 60,
  webhookCheckMs: 50,
}

type Options = {
  timing?: Partial<Timing>
  webhook?: TelegramOptions['webhook']
  proxy?: string
  /** What the server's messages are dated by. */
  clock?: () => Date
  /** Another address for the server on this port. */
  at?(port: number): Promise<string>
}

export async function connected({ timing, webhook, proxy, clock, at }: Options = {}) {
  const server = await startTelegramServer({ clock })
  const logged: { event: string; facts?: Record<string, unknown> }[] = []
  const channel = createTelegram({
    token: server.token,
    apiRoot: at ? await at(Number(new URL(server.url).port)) : server.url,
    proxy,
    webhook,
    t: translator('vi'),
    log: (event, facts) => logged.push({ event, facts }),
    timing: { ...FAST, ...timing },
  })
  const stop = new AbortController()
  const stored: RawUpdate[] = []
  /** What the next stores do instead of storing. */
  const troubles: (() => Promise<void>)[] = []
  let ended: Promise<void> = Promise.resolve()
  onTestFinished(async () => {
    stop.abort()
    await ended
    await server.stop()
  })

  const store = async (updates: RawUpdate[]) => {
    const trouble = troubles.shift()
    if (trouble) await trouble()
    stored.push(...updates)
  }
  return {
    server,
    channel,
    stop,
    stored,
    troubles,
    logged,
    store,
    events: () => logged.map(({ event }) => event),
    /** What was stored, read. */
    read: (): (IncomingMessage | null)[] => stored.map(({ payload }) => channel.read(payload)),
    /** Begins to receive; resolves when that has ended. */
    receive: () => {
      ended = channel.receive(store, stop.signal)
      return ended
    },
    send: (id: number, message: OutgoingMessage, files?: FileToSend[]) =>
      channel.send({ channel: 'telegram', bot: channel.bot, id: String(id) }, message, files),
  }
}
