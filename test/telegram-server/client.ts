/** A bare client for the test server's own tests: one call, the whole answer. */
import { onTestFinished } from 'vitest'
import { startTelegramServer, type TelegramServerOptions } from '../telegram-server.ts'
import type { ApiMessage, ResponseParameters } from './api-types.ts'

/** Every field that some answer of the Bot API has. */
export type Answer<Result = unknown> = {
  ok: boolean
  result: Result
  error_code?: number
  description?: string
  parameters?: ResponseParameters
}

/** A server for one test, with the way to call it. */
export async function server(options?: TelegramServerOptions) {
  const telegram = await startTelegramServer(options)
  onTestFinished(() => telegram.stop())
  const root = `${telegram.url}/bot${telegram.token}`

  const post = async <Result>(method: string, init: RequestInit): Promise<Answer<Result>> => {
    const response = await fetch(`${root}/${method}`, { method: 'POST', ...init })
    const answer = (await response.json()) as Answer<Result>
    return answer
  }
  const call = <Result = unknown>(method: string, params: object = {}, signal?: AbortSignal) =>
    post<Result>(method, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
      signal,
    })
  const say = (chat_id: number | string, text: string, more: object = {}) =>
    call<ApiMessage>('sendMessage', { chat_id, text, ...more })

  return { telegram, root, post, call, say }
}
