/** Zalo may bring messages to us, if it shows that it is Zalo. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { receiveWebhook } from '../../../bot/zalo/webhook.ts'
import { connected } from './connected.ts'
import { written } from './payloads.ts'

const SECRET = 'a-secret-that-opens-nothing'

const bring = (body: string) =>
  new Request('https://dondoc.example.vn/webhook/zalo', {
    method: 'POST',
    headers: { 'x-bot-api-secret-token': SECRET, 'user-agent': 'Java/21.0.4' },
    body,
  })

test.each([
  ['wrapped', { ok: true, result: written('xong') }],
  ['bare', written('xong')],
])('a message that comes %s is stored before Zalo hears that we have it', async (_, body) => {
  const store = vi.fn(() => Promise.resolve())
  expect((await receiveWebhook(bring(JSON.stringify(body)), SECRET, store)).status).toBe(200)
  expect(store).toHaveBeenCalledWith([expect.objectContaining({ payload: written('xong') })])
})

test.each(['', 'hello', 'null', '{}', '{"ok":true,"result":{}}', '{"probe":1}'])(
  'whatever Zalo probes us with, "%s" too, it finds us',
  async (body) => {
    const store = vi.fn()
    expect((await receiveWebhook(bring(body), SECRET, store)).status).toBe(200)
    expect(store).not.toHaveBeenCalled()
  },
)

test('far too much is refused', async () => {
  expect((await receiveWebhook(bring('x'.repeat(1024 * 1024 + 1)), SECRET, vi.fn())).status).toBe(413)
})

test('while the database is away Zalo is told so', async () => {
  const away = () => Promise.reject(new Error('away'))
  expect((await receiveWebhook(bring(JSON.stringify(written('a'))), SECRET, away)).status).toBe(503)
})

test('with an address for it, Zalo brings everything there, and we ask for nothing', async () => {
  let door = async (_: Request) => new Response(null, { status: 404 })
  const ours = createAdaptorServer({ fetch: (request) => door(request) })
  await once(ours.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void ours.close())
  const url = `http://127.0.0.1:${(ours.address() as AddressInfo).port}/webhook/zalo`
  const connection = await connected({ webhook: { url, secret: SECRET } })
  const { server, channel, receive, store, read, events } = connection
  door = async (request) => (await channel.webhook?.(request, store)) ?? new Response(null, { status: 404 })
  void receive()
  await vi.waitFor(() => expect(server.calls('setWebhook')).toHaveLength(1))
  expect(server.calls('setWebhook')[0]?.parameters).toEqual({
    url: `${url}?bot=${channel.bot}`,
    secret_token: SECRET,
  })
  const lan = server.person({ displayName: 'Lan' })
  lan.types('một')
  server.wrapped = false
  lan.types('hai')
  await vi.waitFor(() =>
    expect(
      read()
        .map((message) => message?.text)
        .sort(),
    ).toEqual(['hai', 'một']),
  )
  expect(server.calls('getUpdates')).toEqual([])
  expect(events()).toEqual([])
  expect(server.violations).toEqual([])
})

test('an address that Zalo cannot reach is said to be one', async () => {
  const { receive, logged } = await connected({ webhook: { url: 'http://127.0.0.1:1/zalo', secret: SECRET } })
  void receive()
  await vi.waitFor(() =>
    expect(logged).toContainEqual({
      event: 'webhook_failed',
      facts: { outcome: 'webhook.err.unreachable', hint: '' },
    }),
  )
})

test('an address that somebody changed is given again', async () => {
  const { server, receive } = await connected({ webhook: { url: 'http://127.0.0.1:1/zalo', secret: SECRET } })
  void receive()
  await vi.waitFor(() => expect(server.calls('setWebhook')).toHaveLength(1))
  await server.setWebhook('http://127.0.0.1:1/elsewhere')
  await vi.waitFor(() => expect(server.calls('setWebhook')).toHaveLength(2))
})

test('without an address for it there is no door', async () => {
  const { channel } = await connected()
  expect(channel.webhook).toBeUndefined()
})
