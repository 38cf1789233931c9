/** Nothing that people write is lost, whatever breaks between them and us. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { badGateway, resetBefore, silence, tooManyRequests, unauthorized } from '../../telegram-server.ts'
import { connected } from './connected.ts'

const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 })

test('what people write is stored in the order in which they wrote', async () => {
  const { server, channel, receive, read, stored } = await connected()
  const lan = server.person({ firstName: 'Lan', started: true })
  void receive()
  lan.types('một')
  lan.types('hai')
  await soon(() => expect(read().map((message) => message?.text)).toEqual(['một', 'hai']))
  expect(stored[0]).toMatchObject({ chat: String(lan.id) })
  expect(channel.userName).toBe('dondoc_bot')
  expect(channel.lastHeard()?.getTime()).toBeGreaterThan(Date.now() - 5_000)
  expect(server.violations).toEqual([])
})

test('the bot’s name for invitation links is there for the asking', async () => {
  const { server, channel } = await connected()
  expect(await channel.introduce()).toBe('dondoc_bot')
  expect(channel.userName).toBe('dondoc_bot')
  server.inject(unauthorized)
  await expect(channel.introduce()).rejects.toMatchObject({ failure: 'unauthorized' })
})

test('the menu has the unit heads’ words', async () => {
  const { server, receive } = await connected()
  void receive()
  await soon(() => expect(server.calls('setMyCommands')).toHaveLength(1))
  const { commands } = server.calls('setMyCommands')[0]!.params
  expect(commands).toContainEqual({ command: 'viec', description: 'Việc đang chờ' })
  expect(server.violations).toEqual([])
})

test('nothing is confirmed while it is being stored, and it is confirmed afterwards', async () => {
  const { server, receive, stored, troubles } = await connected()
  const { promise: database, resolve: comeBack } = Promise.withResolvers<void>()
  troubles.push(() => database)
  const lan = server.person({ firstName: 'Lan', started: true })
  lan.types('xong')
  void receive()
  await sleep(100)
  expect(server.pendingUpdates).toHaveLength(1)
  comeBack()
  await soon(() => expect(server.pendingUpdates).toEqual([]))
  expect(stored).toHaveLength(1)
})

test('what could not be stored comes again', async () => {
  const { server, receive, read, events, troubles } = await connected()
  const away = () => Promise.reject(new Error('insert into inbox … params: xong'))
  troubles.push(away, away)
  server.person({ firstName: 'Lan', started: true }).types('xong')
  void receive()
  await soon(() => expect(read().map((message) => message?.text)).toEqual(['xong']))
  expect(events().filter((event) => event === 'updates_not_stored')).toHaveLength(2)
})

test('what was written while we were away is there when we come back', async () => {
  const { server, receive, stored } = await connected()
  server.person({ firstName: 'Lan', started: true }).types('xong')
  void receive()
  await soon(() => expect(stored).toHaveLength(1))
  expect(server.calls('deleteWebhook')[0]?.params).toEqual({})
})

test.each([
  ['a connection cut', resetBefore],
  ['a page of a proxy', badGateway],
  ['too many requests', tooManyRequests(0)],
])('%s is survived', async (_, fault) => {
  const { server, receive, stored, events } = await connected()
  server.inject(fault, { method: 'getMe' })
  server.inject(fault, { method: 'deleteWebhook' })
  server.inject(fault, { method: 'getUpdates', times: 3 })
  server.person({ firstName: 'Lan', started: true }).types('xong')
  void receive()
  await soon(() => expect(stored).toHaveLength(1))
  expect(events()).toContain('telegram_trouble')
  expect(events()).toContain('telegram_recovered')
})

test('a request for updates that never comes back is given up for a new one', async () => {
  const { server, receive, stored } = await connected({ timing: { pollWatchdogMs: 100 } })
  server.inject(silence, { method: 'getUpdates' })
  server.person({ firstName: 'Lan', started: true }).types('xong')
  void receive()
  await soon(() => expect(stored).toHaveLength(1))
})

test('a second process with the same token is logged, and both go on', async () => {
  const { server, receive, stored, events } = await connected()
  void receive()
  await soon(() => expect(server.calls('getUpdates')).toHaveLength(1))
  await fetch(`${server.url}/bot${server.token}/getUpdates?timeout=0`)
  await soon(() => expect(events()).toContain('telegram_conflict'))
  server.person({ firstName: 'Lan', started: true }).types('xong')
  await soon(() => expect(stored).toHaveLength(1))
})

test('a webhook that somebody sets by hand does not leave us deaf', async () => {
  const { server, receive, stored } = await connected()
  void receive()
  await soon(() => expect(server.calls('getUpdates')).toHaveLength(1))
  await fetch(`${server.url}/bot${server.token}/setWebhook?url=https://example.invalid/`)
  await soon(() => expect(server.calls('deleteWebhook')).toHaveLength(2))
  server.person({ firstName: 'Lan', started: true }).types('xong')
  await soon(() => expect(stored).toHaveLength(1))
})

test('a void token is said to be one, and tried again slowly', async () => {
  const { server, receive, stored, events, logged } = await connected()
  server.inject(unauthorized, { method: 'getMe', times: 2 })
  server.person({ firstName: 'Lan', started: true }).types('xong')
  const begun = performance.now()
  void receive()
  await soon(() => expect(stored).toHaveLength(1))
  expect(performance.now() - begun).toBeGreaterThan(110)
  expect(events().filter((event) => event === 'telegram_unauthorized')).toHaveLength(2)
  expect(logged[0]?.facts).toMatchObject({ what: 'getMe', reason: '401: Unauthorized' })
})

test('a stop ends the waiting at once', async () => {
  const { server, receive, stop } = await connected()
  const ended = receive()
  await soon(() => expect(server.calls('getUpdates')).toHaveLength(1))
  const begun = performance.now()
  stop.abort()
  await ended
  expect(performance.now() - begun).toBeLessThan(200)
})

test('no log holds the token or what people wrote', async () => {
  const { server, receive, stored, logged, troubles } = await connected({ timing: { pollWatchdogMs: 100 } })
  troubles.push(() => Promise.reject(new Error('insert into inbox … params: điều mật')))
  for (const fault of [badGateway, resetBefore, silence, unauthorized]) {
    server.inject(fault, { method: 'getUpdates' })
    server.inject(fault, { method: 'setMyCommands' })
  }
  server.person({ firstName: 'Lan', started: true }).types('điều mật')
  void receive()
  await soon(() => expect(stored).toHaveLength(1))
  expect(logged.length).toBeGreaterThan(4)
  expect(JSON.stringify(logged)).not.toMatch(/mật|a-token-that|insert/)
})
