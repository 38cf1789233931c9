/** Telegram may bring updates to us, if it shows that it is Telegram. */

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { receiveWebhook } from '../../../bot/telegram/webhook.ts'
import { connected } from './connected.ts'
import { written } from './payloads.ts'

const SECRET = 'a-secret-that-opens-nothing'
const UPDATE = JSON.stringify(written({ text: 'xong' }))

const bring = (body: string | ReadableStream, secret: string | null = SECRET) =>
  new Request('https://dondoc.example.vn/webhook/telegram', {
    method: 'POST',
    headers: secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret },
    body,
    duplex: 'half',
  } as RequestInit)

test('an update with the secret is stored before Telegram hears that we have it', async () => {
  const store = vi.fn(() => Promise.resolve())
  expect((await receiveWebhook(bring(UPDATE), SECRET, store)).status).toBe(200)
  expect(store).toHaveBeenCalledWith([
    { externalId: '731000001', chat: '5310000001', payload: written({ text: 'xong' }) },
  ])
})

test.each([null, '', 'wrong', SECRET.slice(0, -1), `${SECRET}x`])(
  'a stranger with the secret %s is turned away before anything is read',
  async (secret) => {
    const request = bring(UPDATE, secret)
    const store = vi.fn()
    expect((await receiveWebhook(request, SECRET, store)).status).toBe(401)
    expect(request.bodyUsed).toBe(false)
    expect(store).not.toHaveBeenCalled()
  },
)

test.each([
  ['no JSON', 'xong', 400],
  ['nothing', 'null', 400],
  ['no update', '{"text":"xong"}', 400],
  ['far too much', `{"text":"${'x'.repeat(1024 * 1024)}"}`, 413],
])('%s is refused', async (_, body, status) => {
  const store = vi.fn()
  expect((await receiveWebhook(bring(body), SECRET, store)).status).toBe(status)
  expect(store).not.toHaveBeenCalled()
})

test('a body that does not say how long it is, is not read beyond the limit', async () => {
  let given = 0
  const endless = new ReadableStream({
    pull(controller) {
      given += 65_536
      controller.enqueue(new Uint8Array(65_536))
    },
  })
  expect((await receiveWebhook(bring(endless), SECRET, vi.fn())).status).toBe(413)
  expect(given).toBeLessThan(2 * 1024 * 1024)
})

test('while the database is away Telegram is asked to come again', async () => {
  const away = () => Promise.reject(new Error('away'))
  expect((await receiveWebhook(bring(UPDATE), SECRET, away)).status).toBe(503)
})

test('with an address for it, Telegram brings everything there, and again what we could not store', async () => {
  let door = async (_: Request) => new Response(null, { status: 404 })
  const ours = createAdaptorServer({ fetch: (request) => door(request) })
  await once(ours.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void ours.close())
  const url = `http://127.0.0.1:${(ours.address() as AddressInfo).port}/webhook/telegram`
  const { server, channel, receive, store, stored, troubles, events } = await connected({
    webhook: { url, secret: SECRET },
  })
  door = (request) => channel.webhook!(request, store)
  troubles.push(() => Promise.reject(new Error('away')))
  void receive()
  await vi.waitFor(() => expect(server.calls('setWebhook')).toHaveLength(1))
  expect(server.calls('setWebhook')[0]?.params).toMatchObject({ url: `${url}?bot=${channel.bot}` })
  server.person({ firstName: 'Lan', started: true }).types('xong')
  await vi.waitFor(() => expect(stored).toHaveLength(1), 3_000)
  await vi.waitFor(() => expect(events()).toContain('webhook_failed'), 3_000)
  expect(server.calls('getUpdates')).toEqual([])
  expect(server.violations).toEqual([])
})

test('an address that somebody took away is given again', async () => {
  const webhook = { url: 'http://127.0.0.1:1/webhook/telegram', secret: SECRET }
  const { server, receive } = await connected({ webhook })
  void receive()
  await vi.waitFor(() => expect(server.calls('setWebhook')).toHaveLength(1))
  await fetch(`${server.url}/bot${server.token}/deleteWebhook`)
  await vi.waitFor(() => expect(server.calls('setWebhook')).toHaveLength(2))
})

test('without an address for it there is no door', async () => {
  const { channel } = await connected()
  expect(channel.webhook).toBeUndefined()
})
