/** A Telegram 60 ms away, in a process of its own. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { TelegramServerOptions } from '../telegram-server.ts'
import type { Orders, Request } from './telegram-process.ts'

const PROGRAM = fileURLToPath(new URL('./telegram-process.ts', import.meta.url))
const LOOK_MS = 100

export type Telegram = {
  url: string
  token: string
  /** The bot's number, as in our addresses. */
  bot: string
  ask<O extends keyof Orders>(
    order: O,
    ...args: Parameters<Orders[O]>
  ): Promise<Awaited<ReturnType<Orders[O]>>>
  /** Resolves when so many requests of a method were taken. */
  until(method: string, count: number): Promise<void>
  stop(): void
}

export async function startTelegram(options: TelegramServerOptions = {}): Promise<Telegram> {
  const child = fork(PROGRAM, [JSON.stringify(options)])
  const [{ url, token }] = (await once(child, 'message')) as [{ url: string; token: string }]
  const open = new Map<number, (result: unknown) => void>()
  let lastId = 0
  child.on('message', ({ id, result }: { id: number; result: unknown }) => {
    open.get(id)?.(result)
    open.delete(id)
  })
  const ask: Telegram['ask'] = (order, ...args) =>
    new Promise((resolve) => {
      const request: Request = { id: ++lastId, order, args }
      open.set(request.id, resolve as (result: unknown) => void)
      child.send(request)
    })
  return {
    url,
    token,
    bot: token.split(':')[0] ?? '',
    ask,
    async until(method, count) {
      while ((await ask('seen', method)).accepted < count) await sleep(LOOK_MS)
    },
    stop: () => child.disconnect(),
  }
}
