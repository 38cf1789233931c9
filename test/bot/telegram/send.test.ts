/** A message reaches its reader, or the sender learns why not. */
import { expect, test } from 'vitest'
import { SendError, type SendFailure } from '../../../bot/channel.ts'
import {
  badGateway,
  movedTo,
  resetAfter,
  resetBefore,
  silence,
  tooManyRequests,
  unauthorized,
} from '../../telegram-server.ts'
import { connected } from './connected.ts'

const choices = [[{ label: 'Đã xong', value: 'report:42:done' }]]

async function atLan() {
  const connection = await connected()
  const lan = connection.server.person({ firstName: 'Lan', started: true })
  return { ...connection, lan, say: (text: string) => connection.send(lan.id, { text }) }
}

test('she reads what we wrote, with what is bold, and its buttons', async () => {
  const { server, lan, send } = await atLan()
  const marks = [{ start: 2, length: 4, style: 'bold' as const }]
  const { externalId } = await send(lan.id, { text: '📌Nhắc <việc>', marks, choices })
  expect(lan.screen()).toContain('Nhắc <việc>')
  expect(lan.screen()).toContain('[Đã xong]')
  expect(lan.lastMessage()?.entities).toEqual([{ type: 'bold', offset: 2, length: 4 }])
  expect(String(lan.lastMessage()?.message_id)).toBe(externalId)
  expect(server.violations).toEqual([])
})

test('an answer stands where the question stood', async () => {
  const { server, lan, send } = await atLan()
  const { externalId } = await send(lan.id, { text: 'Xong chưa?', choices })
  expect(await send(lan.id, { text: '✅ Đã ghi.', replaces: externalId })).toMatchObject({ externalId })
  expect(lan.screen()).toContain('Đã ghi')
  expect(lan.screen()).not.toContain('Xong chưa?')
  expect(lan.screen()).not.toContain('[Đã xong]')
  expect(server.violations).toEqual([])
})

test('the same answer twice is no failure', async () => {
  const { lan, send, say } = await atLan()
  const { externalId } = await say('Đã ghi.')
  expect(await send(lan.id, { text: 'Đã ghi.', replaces: externalId })).toMatchObject({ externalId })
})

test('an answer whose question is gone is sent anew', async () => {
  const { lan, send } = await atLan()
  const { externalId } = await send(lan.id, { text: 'Đã ghi.', choices, replaces: '999' })
  expect(externalId).not.toBe('999')
  expect(lan.screen()).toContain('Đã ghi')
})

test('a long list arrives whole, in order, with the buttons at its end', async () => {
  const { server, lan, send } = await atLan()
  const text = Array.from({ length: 300 }, (_, i) => `${i}. ${'việc '.repeat(6)}`.trim()).join('\n')
  const { externalId } = await send(lan.id, { text, choices })
  expect(lan.chat.messages.map((message) => message.text).join('\n')).toBe(text)
  expect(String(lan.lastMessage()?.message_id)).toBe(externalId)
  expect(server.violations).toEqual([])
})

test('when a part of a long list fails, the next try goes on from there', async () => {
  const { server, channel, lan } = await atLan()
  const text = Array.from({ length: 300 }, (_, i) => `${i}. ${'việc '.repeat(6)}`.trim()).join('\n')
  const to = { channel: 'telegram' as const, bot: channel.bot, id: String(lan.id) }
  const first = channel.send(to, { text, choices })
  await lan.waitFor('0. việc')
  server.inject(tooManyRequests(7))
  const error = await first.catch((reason: unknown) => reason)
  expect(error).toMatchObject({ failure: 'retry', retryAfterSeconds: 7, through: [expect.any(String)] })
  const sent = await channel.send(to, { text, choices }, [], (error as SendError).through)
  expect(lan.chat.messages.map((message) => message.text).join('\n')).toBe(text)
  const ids = lan.chat.messages.map(({ message_id }) => String(message_id))
  expect([...(sent.otherIds ?? []), sent.externalId]).toEqual(ids)
})

test('she can share her number by one press', async () => {
  const { server, lan, send } = await atLan()
  await send(lan.id, { text: 'Số của đồng chí?', askForPhone: '📱 Chia sẻ số điện thoại' })
  lan.sharesOwnNumber('84912345678')
  expect(server.violations).toEqual([])
})

test.each<[string, object, Parameters<Awaited<ReturnType<typeof connected>>['server']['inject']>[0]]>([
  ['too many requests', { failure: 'retry', retryAfterSeconds: 7 }, tooManyRequests(7)],
  ['a void token', { failure: 'unauthorized' }, unauthorized],
  ['a group upgraded', { failure: 'moved', movedTo: '-1001' }, movedTo(-1001)],
  ['a connection cut before', { failure: 'unknown' }, resetBefore],
  ['a connection cut after', { failure: 'unknown' }, resetAfter],
  ['a page of a proxy', { failure: 'unknown' }, badGateway],
  ['a page that bars the way', { failure: 'unknown' }, { kind: 'page', status: 403, html: '<p>No.</p>' }],
  ['silence', { failure: 'unknown' }, silence],
])('%s', async (_, expected, fault) => {
  const { server, say } = await atLan()
  server.inject(fault)
  const error = await say('điều mật').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SendError)
  expect(error).toMatchObject(expected)
  expect(String((error as Error).stack)).not.toMatch(/mật|opens-nothing/)
})

test.each<[SendFailure, 'blocks' | 'deletesAccount']>([
  ['blocked', 'blocks'],
  ['unreachable', 'deletesAccount'],
])('to somebody who is %s nothing goes', async (failure, leaves) => {
  const { lan, say } = await atLan()
  lan[leaves]()
  await expect(say('xin nhắc')).rejects.toMatchObject({ failure })
})

test('to somebody who never pressed Start nothing goes', async () => {
  const { server, send } = await connected()
  const stranger = server.person({ firstName: 'Hoa' })
  await expect(send(stranger.id, { text: 'xin chào' })).rejects.toMatchObject({ failure: 'unreachable' })
})

test('while Telegram cannot be reached at all, messages may be sent again', async () => {
  const { server, lan, send } = await atLan()
  await server.stop()
  await expect(send(lan.id, { text: 'xin nhắc' })).rejects.toMatchObject({ failure: 'retry' })
})
