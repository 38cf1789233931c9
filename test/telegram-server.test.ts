/** The test server gives updates out as Telegram does: by long poll or webhook, until they are confirmed. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Answer, server } from './telegram-server/client.ts'
import { type ApiUpdate, silence } from './telegram-server.ts'

const texts = ({ result }: Answer<ApiUpdate[]>) => result.map(({ message }) => message?.text)

test('an update wakes the poll that waits, at once', async () => {
  const { telegram, call } = await server()
  const hoa = telegram.person({ firstName: 'Hoa', started: true })
  const begun = performance.now()
  const poll = call<ApiUpdate[]>('getUpdates', { timeout: 30 })
  await sleep(50)
  hoa.types('chào')
  expect(texts(await poll)).toEqual(['chào'])
  expect(performance.now() - begun).toBeLessThan(500)
})

test('a poll with nothing to tell ends after its timeout', async () => {
  const { call } = await server()
  const begun = performance.now()
  expect((await call('getUpdates', { timeout: 1 })).result).toEqual([])
  expect(performance.now() - begun).toBeGreaterThan(950)
})

test('an update comes again until a higher offset confirms it', async () => {
  const { telegram, call } = await server()
  const hoa = telegram.person({ firstName: 'Hoa', started: true })
  const { update_id } = hoa.types('một')
  hoa.types('hai')
  expect(texts(await call('getUpdates'))).toEqual(['một', 'hai'])
  expect(texts(await call('getUpdates', { limit: 1 }))).toEqual(['một'])
  expect(texts(await call('getUpdates', { offset: update_id + 1 }))).toEqual(['hai'])
  expect(telegram.pendingUpdates).toHaveLength(1)
  await call('getUpdates', { offset: update_id + 2 })
  expect(telegram.pendingUpdates).toEqual([])
})

test('a negative offset keeps only the newest updates', async () => {
  const { telegram, call } = await server()
  const hoa = telegram.person({ firstName: 'Hoa', started: true })
  for (const text of ['một', 'hai', 'ba']) hoa.types(text)
  expect(texts(await call('getUpdates', { offset: -1 }))).toEqual(['ba'])
  expect(telegram.pendingUpdates).toHaveLength(1)
})

test('an album comes in one batch, and updates can come doubled or again after their confirmation', async () => {
  const { telegram, call } = await server()
  const hoa = telegram.person({ firstName: 'Hoa', started: true })
  const poll = call<ApiUpdate[]>('getUpdates', { timeout: 30 })
  await vi.waitUntil(() => telegram.calls('getUpdates').length === 1)
  const [first] = hoa.sendsAlbum([Buffer.from('a'), Buffer.from('b')], { caption: 'Ảnh hội nghị' })
  const { result } = await poll
  expect(result.map(({ message }) => message?.caption)).toEqual(['Ảnh hội nghị', undefined])
  expect(result[0]?.message?.media_group_id).toBe(result[1]?.message?.media_group_id)

  telegram.doubled = true
  const { update_id } = hoa.types('hai lần')
  telegram.redeliver(first?.update_id ?? 0)
  const ids = (await call<ApiUpdate[]>('getUpdates', { offset: update_id })).result.map((u) => u.update_id)
  expect(ids).toEqual([update_id, update_id, first?.update_id])
})

test('of two pollers the older one is told of the conflict', async () => {
  const { telegram, call } = await server()
  const older = call('getUpdates', { timeout: 30 })
  await vi.waitUntil(() => telegram.calls('getUpdates').length === 1)
  const newer = call<ApiUpdate[]>('getUpdates', { timeout: 30 })
  expect(await older).toMatchObject({
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  telegram.person({ firstName: 'Hoa', started: true }).types('chào')
  expect(texts(await newer)).toEqual(['chào'])
})

test('an update is not lost with a poller that hung up', async () => {
  const { telegram, call } = await server()
  const stop = new AbortController()
  const gone = call('getUpdates', { timeout: 30 }, stop.signal).catch(() => 'gone')
  await vi.waitUntil(() => telegram.calls('getUpdates').length === 1)
  stop.abort()
  expect(await gone).toBe('gone')
  await vi.waitUntil(() => telegram.calls('getUpdates')[0]?.answer)
  const { update_id } = telegram.person({ firstName: 'Hoa', started: true }).types('chào')
  await call('getUpdates', { offset: update_id + 1 })
  telegram.redeliver(update_id)
  expect(texts(await call('getUpdates', { offset: update_id + 1, timeout: 5 }))).toEqual(['chào'])
})

test('a silent poll gets nothing until the server stops', async () => {
  const { telegram, call } = await server()
  telegram.inject(silence, { method: 'getUpdates' })
  const outcome = call('getUpdates').catch(() => 'connection lost')
  expect(await Promise.race([outcome, sleep(200, 'still waiting')])).toBe('still waiting')
  expect(telegram.calls('getUpdates')).toMatchObject([{ answer: 'silence' }])
})

test('kinds of updates that the bot does not want are not kept for it', async () => {
  const { telegram, call } = await server()
  await call('getUpdates', { allowed_updates: ['callback_query'] })
  telegram.person({ firstName: 'Hoa', started: true }).types('chào')
  expect(telegram.pendingUpdates).toEqual([])
})

/** A bot's webhook that answers with each status in turn and then with 200. */
async function webhook(...statuses: number[]) {
  const got: { secret: unknown; update: ApiUpdate }[] = []
  const bot = createServer(async (request, response) => {
    const update: ApiUpdate = JSON.parse(Buffer.concat(await request.toArray()).toString())
    got.push({ secret: request.headers['x-telegram-bot-api-secret-token'], update })
    response.writeHead(statuses.shift() ?? 200).end()
  })
  await once(bot.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => bot.closeAllConnections())
  onTestFinished(() => void bot.close())
  return { got, url: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/webhook` }
}

test('a webhook gets each update with the secret, in order, until it takes it', async () => {
  const { telegram, call } = await server()
  const { got, url } = await webhook(500, 503)
  await call('setWebhook', { url, secret_token: 'known-to-both' })
  const hoa = telegram.person({ firstName: 'Hoa', started: true })
  hoa.types('một')
  hoa.types('hai')
  await vi.waitUntil(() => telegram.pendingUpdates.length === 0)
  expect(got.map(({ update }) => update.message?.text)).toEqual(['một', 'một', 'một', 'hai'])
  expect(new Set(got.map(({ secret }) => secret))).toEqual(new Set(['known-to-both']))
})

test('while a webhook is set nobody can poll, and its removal gives the rest to the next poll', async () => {
  const { telegram, call } = await server()
  const poll = call('getUpdates', { timeout: 30 })
  await vi.waitUntil(() => telegram.calls('getUpdates').length === 1)
  await call('setWebhook', { url: 'http://127.0.0.1:9/nobody' })
  expect(await poll).toMatchObject({ error_code: 409, description: expect.stringMatching('setWebhook') })
  expect(await call('getUpdates')).toMatchObject({
    error_code: 409,
    description: expect.stringMatching("can't use getUpdates method while webhook is active"),
  })
  telegram.person({ firstName: 'Hoa', started: true }).types('chào')
  await vi.waitUntil(async () =>
    Object.hasOwn((await call<object>('getWebhookInfo')).result, 'last_error_message'),
  )
  await call('deleteWebhook')
  expect(texts(await call('getUpdates'))).toEqual(['chào'])
})
