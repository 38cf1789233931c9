/** Zalo gives each message once: none is lost between it and our database, whatever breaks. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { SendError } from '../../../bot/channel.ts'
import {
  badGateway,
  internalError,
  resetBefore,
  silence,
  tooOften,
  unauthorized,
} from '../../zalo-server/faults.ts'
import { connected } from './connected.ts'

const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 })
const lanIn = ({ server }: Pick<Awaited<ReturnType<typeof connected>>, 'server'>) =>
  server.person({ displayName: 'Lan' })

test('what people write is stored in the order in which they wrote', async () => {
  const connection = await connected()
  const { server, channel, receive, read, events } = connection
  const lan = lanIn(connection)
  void receive()
  lan.types('một')
  lan.types('hai')
  await soon(() => expect(read().map((message) => message?.text)).toEqual(['một', 'hai']))
  expect(channel.userName).toBe('bot.4310001')
  expect(channel.lastHeard()?.getTime()).toBeGreaterThan(Date.now() - 5_000)
  expect(events()).toEqual([])
  expect(server.violations).toEqual([])
})

test('that nobody writes is no trouble, and shows that Zalo is there', async () => {
  const { server, channel, receive, events } = await connected()
  void receive()
  await soon(() => expect(server.calls('getUpdates').length).toBeGreaterThan(1))
  expect(events()).toEqual([])
  expect(Date.now() - (channel.lastHeard()?.getTime() ?? 0)).toBeLessThan(900)
})

test('the next message is asked for only when the last is stored', async () => {
  const connection = await connected()
  const { server, receive, stored, troubles } = connection
  const { promise: database, resolve: comeBack } = Promise.withResolvers<void>()
  troubles.push(() => database)
  const lan = lanIn(connection)
  lan.types('một')
  lan.types('hai')
  void receive()
  await soon(() => expect(server.waiting).toBe(1))
  await sleep(100)
  expect(server.waiting).toBe(1)
  comeBack()
  await soon(() => expect(stored).toHaveLength(2))
})

test('what could not be stored is stored when the database is back, without asking Zalo again', async () => {
  const connection = await connected()
  const { server, receive, read, events, troubles } = connection
  const away = () => Promise.reject(new Error('insert into inbox … params: xong'))
  troubles.push(away, away)
  lanIn(connection).types('xong')
  void receive()
  await soon(() => expect(read().map((message) => message?.text)).toEqual(['xong']))
  expect(server.calls('getUpdates').length).toBeLessThanOrEqual(2)
  expect(events().filter((event) => event === 'updates_not_stored')).toHaveLength(2)
})

test('a message in hand when we had to stop is stored when we go on', async () => {
  const connection = await connected()
  const { receive, stored, troubles, events } = connection
  const away = () => Promise.reject(new Error('away'))
  troubles.push(...Array<typeof away>(100).fill(away))
  lanIn(connection).types('xong')
  const stop = new AbortController()
  const ended = receive(stop.signal)
  await soon(() => expect(events()).toContain('updates_not_stored'))
  stop.abort()
  await ended
  expect(events()).toContain('update_in_hand')
  expect(stored).toEqual([])
  troubles.length = 0
  void receive()
  await soon(() => expect(stored).toHaveLength(1))
})

test.each([
  ['a connection cut', resetBefore],
  ['a page of the edge', badGateway],
  ['too many requests', tooOften],
  ['an error of Zalo’s own, numbered like a lack of rights', internalError],
])('%s is survived', async (_, fault) => {
  const connection = await connected()
  const { server, receive, stored, events } = connection
  for (const method of ['getMe', 'getWebhookInfo']) server.inject(fault, { method })
  server.inject(fault, { method: 'getUpdates', times: 3 })
  lanIn(connection).types('xong')
  void receive()
  await soon(() => expect(stored).toHaveLength(1))
  expect(events()).toContain('zalo_trouble')
  expect(events()).toContain('zalo_recovered')
})

test('a request that never comes back is given up for a new one', async () => {
  const connection = await connected({ timing: { pollWatchdogMs: 100 } })
  connection.server.inject(silence, { method: 'getUpdates' })
  lanIn(connection).types('xong')
  void connection.receive()
  await soon(() => expect(connection.stored).toHaveLength(1))
})

test('whatever was given is stored, also what we cannot read, and that is said', async () => {
  const { server, receive, stored, events } = await connected()
  const unknown = { kind: 'new', about: { id: 7 } }
  for (const result of [unknown, [{ event_name: 'x.happened' }, unknown], {}, [], null])
    server.inject({ kind: 'answer', answer: { ok: true, result } }, { method: 'getUpdates' })
  void receive()
  await soon(() => expect(server.calls('getUpdates').length).toBeGreaterThan(5))
  expect(stored.map(({ chat, payload }) => [chat, payload])).toEqual([
    ['none', unknown],
    ['none', { event_name: 'x.happened' }],
    ['none', unknown],
  ])
  expect(stored[0]?.externalId).toBe(stored[2]?.externalId)
  expect(events().filter((event) => event === 'zalo_strange_update')).toHaveLength(2)
})

test('what people write waits for nobody’s name, and a bot without one is a refusal', async () => {
  const connection = await connected()
  const { server, channel, receive, stored } = connection
  server.inject({ kind: 'answer', answer: { ok: true, result: {} } }, { method: 'getMe', times: 1_000 })
  lanIn(connection).types('xong')
  void receive()
  await soon(() => expect(stored).toHaveLength(1))
  const error = await channel.introduce().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SendError)
  expect(error).toMatchObject({ failure: 'rejected' })
})

test('a void token is said once and loudly, and nothing is asked or sent after it', async () => {
  const { server, channel, stop, receive, send, logged } = await connected()
  server.inject(unauthorized, { method: 'getUpdates' })
  let isOver = false
  const ended = receive().then(() => {
    isOver = true
  })
  await soon(() => expect(logged.map(({ event }) => event)).toContain('zalo_unauthorized'))
  const asked = server.journal.length
  await expect(send('anybody', { text: 'xin nhắc' })).rejects.toMatchObject({ failure: 'unauthorized' })
  await expect(channel.introduce()).rejects.toMatchObject({ failure: 'unauthorized' })
  await sleep(100)
  expect(server.journal).toHaveLength(asked)
  expect(logged.filter(({ event }) => event === 'zalo_unauthorized')).toHaveLength(1)
  expect(JSON.stringify(logged)).not.toContain('opens-nothing')
  expect(isOver).toBe(false)
  stop.abort()
  await ended
})

test('a webhook of an older installation would keep us deaf: it is taken away, and that is said', async () => {
  const connection = await connected()
  const { server, receive, stored, events } = connection
  await server.setWebhook('http://127.0.0.1:1/webhook/zalo')
  void receive()
  await soon(() => expect(events()).toContain('zalo_webhook_removed'))
  lanIn(connection).types('một')
  await soon(() => expect(stored).toHaveLength(1))
  await server.setWebhook('http://127.0.0.1:1/webhook/zalo')
  await soon(() => expect(server.calls('deleteWebhook')).toHaveLength(2))
})
