/** Over https we always know whether a message can have left us. */

import { get } from 'node:https'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createAgent } from '../../bot/agent.ts'
import { proxy, tcp, tls, tlsCut, trustThem } from '../secure-servers.ts'

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'
const reset = (socket: Socket) => void socket.resetAndDestroy()
const hangUp = (socket: Socket) => void socket.destroy()
const silent = () => {}

/** Resolves with the answer, or with the code of what went wrong. */
function ask(port: number, proxyUrl?: string): Promise<string> {
  const agent = createAgent(proxyUrl, 100)
  onTestFinished(() => agent.destroy())
  const { promise, resolve } = Promise.withResolvers<string>()
  get({ host: 'localhost', port, agent }, (response) => resolve(text(response))).on(
    'error',
    (error: NodeJS.ErrnoException) => resolve(String(error.code)),
  )
  return promise
}

test('a certificate nobody trusts stops a request before it leaves', async () => {
  expect(await ask(await tls(silent))).toBe('NEVER_LEFT DEPTH_ZERO_SELF_SIGNED_CERT')
})

describe('with a server we trust', () => {
  beforeAll(trustThem)

  test('a request is answered', async () => {
    expect(await ask(await tls((socket) => socket.end(OK)))).toBe('ok')
  })

  test.each([
    ['an address that refuses', async () => 1, 'ECONNREFUSED'],
    ['a connection cut before it is secure', () => tcp(reset), 'ECONNRESET'],
    ['an address that stays silent', () => tcp(silent), 'ETIMEDOUT'],
  ])('nothing has left us for %s', async (_, server, code) => {
    expect(await ask(await server())).toBe(`NEVER_LEFT ${code}`)
  })

  test('what was cut after it left may have arrived', async () => {
    expect(await ask(await tls(hangUp))).toBe('ECONNRESET')
    expect(await ask(await tlsCut())).toBe('ECONNRESET')
  })

  test('through a proxy a request is answered', async () => {
    const port = await tls((socket) => socket.end(OK))
    const { url, asked } = await proxy()
    expect(await ask(port, url)).toBe('ok')
    expect(asked).toEqual([`localhost:${port}`])
  })

  test('nothing has left us when the proxy is away, or will not, or cannot', async () => {
    const port = await tls(silent)
    expect(await ask(port, 'http://127.0.0.1:1')).toBe('NEVER_LEFT ECONNREFUSED')
    expect(await ask(port, (await proxy(407)).url)).toBe('NEVER_LEFT ERR_PROXY_TUNNEL')
    expect(await ask(port, (await proxy(502)).url)).toBe('NEVER_LEFT ERR_PROXY_TUNNEL')
    expect(await ask(await tcp(reset), (await proxy()).url)).toBe('NEVER_LEFT ECONNRESET')
  })

  test('what was cut beyond the proxy may have arrived', async () => {
    expect(await ask(await tls(hangUp), (await proxy()).url)).toBe('ECONNRESET')
  })
})
