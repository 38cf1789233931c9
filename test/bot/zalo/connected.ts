/** The Zalo channel and the server it talks to, for one test. */
import { onTestFinished } from 'vitest'
import type { RawUpdate } from '../../../bot/channel.ts'
import { createZalo, type ZaloOptions } from '../../../bot/zalo/channel.ts'
import type { Timing } from '../../../bot/zalo/timing.ts'
import type { FileToSend } from '../../../db/messages/outgoing-files.ts'
import type { IncomingMessage, OutgoingMessage } from '../../../domain/message.ts'
import { translator } from '../../../locales/i18n.ts'
import { startZaloServer, type ZaloServerOptions } from '../../zalo-server.ts'

/** Fast enough for a test, in the proportions of the real ones. */
const FAST: Timing = {
  pollSeconds: 1,
  pollWatchdogMs: 2_000,
  callMs: 500,
  photoMs: 2_000,
  downloadMs: 2_000,
  firstPauseMs: 10,
  longestPauseMs: 40,
  webhookCheckMs: 50,
}

type Options = Pick<ZaloOptions, 'webhook' | 'publish' | 'proxy'> & {
  timing?: Partial<Timing>
  /** Another address for the server on this port. */
  at?(port: number): Promise<string>
  platform?: ZaloServerOptions
}

export async function connected({ timing, platform, at, ...options }: Options = {}) {
  const server = await startZaloServer(platform)
  const logged: { event: string; facts?: Record<string, unknown> }[] = []
  const channel = createZalo({
    token: server.token,
    apiRoot: at ? await at(Number(new URL(server.url).port)) : server.url,
    t: translator('vi'),
    log: (event, facts) => logged.push({ event, facts }),
    timing: { ...FAST, ...timing },
    ...options,
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
    receive: (until: AbortSignal = stop.signal) => {
      ended = channel.receive(store, AbortSignal.any([until, stop.signal]))
      return ended
    },
    send: (id: string, message: OutgoingMessage, files?: FileToSend[]) =>
      channel.send({ channel: 'zalo', bot: channel.bot, id }, message, files),
  }
}
