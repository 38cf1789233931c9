/** A message reaches its reader in Zalo, or the sender learns why not. */
import { expect, test } from 'vitest'
import { SendError } from '../../../bot/channel.ts'
import type { FileToSend } from '../../../db/messages/outgoing-files.ts'
import { jpeg } from '../../sample-files.ts'
import {
  badGateway,
  type Fault,
  internalError,
  quotaExceeded,
  resetBefore,
  silence,
  tooOften,
  unauthorized,
} from '../../zalo-server/faults.ts'
import { Refusal } from '../../zalo-server/refusal.ts'
import { connected } from './connected.ts'
import { pictureHost } from './picture-host.ts'

const picture = (size = 64): FileToSend => ({
  media: 1,
  name: '',
  contentType: 'image/jpeg',
  bytes: jpeg(size, 48),
})
const pdf: FileToSend = {
  media: 1,
  name: 'Kế hoạch 83.pdf',
  contentType: 'application/pdf',
  bytes: Buffer.from('%PDF-'),
}
const ELSEWHERE = 'tệp không gửi được qua Zalo'

async function atLan(options: Parameters<typeof connected>[0] = {}) {
  const connection = await connected(options)
  const lan = connection.server.person({ displayName: 'Lan', started: true })
  return {
    ...connection,
    lan,
    say: (text: string, files?: FileToSend[]) => connection.send(lan.id, { text }, files),
  }
}

test('she reads our words and what may be typed, and we know the message’s id', async () => {
  const { server, lan, send } = await atLan()
  const choices = [[{ label: 'Đã xong', value: 'a' }], [{ label: 'Chưa', value: 'b' }]]
  const { externalId } = await send(lan.id, { text: 'Xong *chưa*?', choices, askForPhone: 'Chia sẻ' })
  expect(lan.lastMessage()).toEqual({
    id: externalId,
    from: 'bot',
    text: 'Xong *chưa*?\n\n1. Đã xong\n2. Chưa',
  })
  expect(server.calls('sendMessage')[0]?.parameters).not.toHaveProperty('parse_mode')
})

test('every part of a long text stays well below the limit, whose unit nobody knows', async () => {
  const { lan, say } = await atLan()
  await say(Array.from({ length: 400 }, (_, i) => `${i}. việc của đơn vị`).join('\n'))
  for (const { text } of lan.bubbles) expect(text.length).toBeLessThanOrEqual(1_900)
})

test('when a part of a long text fails, the next try goes on from there, and tells the ids of all', async () => {
  const { server, channel, lan } = await atLan()
  const text = Array.from({ length: 300 }, (_, i) => `${i}. việc của đơn vị`).join('\n')
  const to = { channel: 'zalo' as const, bot: channel.bot, id: lan.id }
  const first = channel.send(to, { text })
  await lan.waitFor('0. việc')
  server.inject(badGateway)
  const error = await first.catch((reason: unknown) => reason)
  const [{ id } = { id: '' }] = lan.bubbles
  expect(error).toMatchObject({ failure: 'retry', through: [id] })
  const { externalId, otherIds } = await channel.send(to, { text }, [], (error as SendError).through)
  expect(lan.bubbles.map((bubble) => bubble.text).join('\n')).toBe(text)
  expect([...(otherIds ?? []), externalId]).toEqual(lan.bubbles.map((bubble) => bubble.id))
})

test('a picture that Zalo refused is told of, and not tried again, when the words go later', async () => {
  const { server, channel, lan } = await atLan({ publish: async () => 'http://127.0.0.1:1/m/1' })
  const to = { channel: 'zalo' as const, bot: channel.bot, id: lan.id }
  server.inject(badGateway, { method: 'sendMessage' })
  const files = [picture(8), picture(16)]
  const error = await channel.send(to, { text: 'Hai mẫu' }, files).catch((reason: unknown) => reason)
  await channel.send(to, { text: 'Hai mẫu' }, files, (error as SendError).through)
  expect(server.calls('sendPhoto')).toHaveLength(2)
  expect(lan.lastMessage()?.text).toContain(`2 ${ELSEWHERE}`)
})

test('one picture and its words are one message of the month’s three thousand', async () => {
  const { publish } = await pictureHost()
  const { server, lan, say } = await atLan({ publish })
  await say('Mẫu giấy khen', [picture()])
  expect(lan.screen()).toBe('bot: (photo) Mẫu giấy khen')
  expect(server.messages()).toBe(1)
})

test('several pictures come before the words', async () => {
  const host = await pictureHost()
  const { lan, say } = await atLan({ publish: host.publish })
  const { externalId } = await say('Hai mẫu', [picture(8), picture(16)])
  expect(lan.screen()).toBe('bot: (photo) \nbot: (photo) \nbot: Hai mẫu')
  expect(lan.lastMessage()?.id).toBe(externalId)
  // Zalo looks twice at each.
  expect(host.fetched).toBe(4)
})

test('a link good for one look leaves the phone black: links must last', async () => {
  const { publish } = await pictureHost({ times: 1 })
  const { lan, say } = await atLan({ publish })
  await say('Mẫu', [picture()])
  expect(lan.screen()).toBe('bot: (black photo) Mẫu')
})

test('without a public address the words go, and say where the picture can be seen', async () => {
  const { server, lan, say } = await atLan()
  await say('Mẫu giấy khen', [picture()])
  expect(lan.screen()).toMatch(/^bot: Mẫu giấy khen\n\n📎 Kèm theo tin này có 1 /)
  expect(lan.screen()).toContain(ELSEWHERE)
  expect(server.calls('sendPhoto')).toEqual([])
})

test('a document is a link in the words, beside a picture', async () => {
  const { publish } = await pictureHost()
  const { lan, say } = await atLan({ publish })
  await say('Kế hoạch', [pdf, picture()])
  expect(lan.bubbles.map(({ photo }) => photo !== undefined)).toEqual([true, false])
  expect(lan.lastMessage()?.text).toMatch(/^Kế hoạch\n\n📄 .+, tải trong 7 ngày: http:\S+\/m\/\d+$/)
  expect(lan.lastMessage()?.text).not.toContain(ELSEWHERE)
})

test('without a public address nobody is shown a document’s link', async () => {
  const { lan, say } = await atLan()
  await say('Kế hoạch', [pdf])
  expect(lan.lastMessage()?.text).toContain(`1 ${ELSEWHERE}`)
})

test('a picture that Zalo cannot fetch does not cost the words', async () => {
  const { lan, say } = await atLan({ publish: async () => 'http://127.0.0.1:1/m/1' })
  await say('Mẫu giấy khen', [picture()])
  expect(lan.screen()).toContain('bot: Mẫu giấy khen')
  expect(lan.screen()).toContain(ELSEWHERE)
})

test('a picture that we cannot publish now is sent later', async () => {
  const { lan, say } = await atLan({ publish: () => Promise.reject(new Error('away')) })
  await expect(say('Mẫu', [picture()])).rejects.toMatchObject({ failure: 'retry' })
  expect(lan.bubbles).toEqual([])
})

test.each<[string, object, Fault]>([
  ['too many requests', { failure: 'retry', retryAfterSeconds: 30 }, tooOften],
  ['the month’s messages used up', { failure: 'retry', retryAfterSeconds: 30 }, quotaExceeded],
  ['an error of Zalo’s own', { failure: 'retry', retryAfterSeconds: undefined }, internalError],
  ['a page of the edge', { failure: 'retry', retryAfterSeconds: undefined }, badGateway],
  ['a void token', { failure: 'unauthorized' }, unauthorized],
  ['a connection cut', { failure: 'unknown' }, resetBefore],
  ['silence', { failure: 'unknown' }, silence],
])('%s', async (_, expected, fault) => {
  const { server, say } = await atLan()
  server.inject(fault)
  const error = await say('điều mật').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SendError)
  expect(error).toMatchObject(expected)
  expect(String((error as Error).stack)).not.toMatch(/mật|opens-nothing/)
})

test('a refusal that repeats the token is told without it', async () => {
  const { server, say } = await atLan()
  const refusal = new Refusal(400, `Bad request: /bot${server.token}/sendMessage`)
  server.inject({ kind: 'refuse', refusal })
  await expect(say('xin nhắc')).rejects.toMatchObject({
    failure: 'rejected',
    message: '400: Bad request: /bot4310001:[token]/sendMessage',
  })
})

test('while Zalo cannot be reached at all, messages may be sent again', async () => {
  const { server, say } = await atLan()
  await server.stop()
  server.stop = async () => {}
  await expect(say('xin nhắc')).rejects.toMatchObject({ failure: 'retry' })
})

test('a full plan serves nobody more, and a used-up month sends nothing more', async () => {
  const { server, stored, receive, lan, say } = await atLan({
    platform: { plan: { people: 1, monthlyMessages: 1 } },
  })
  const hoa = server.person({ displayName: 'Hoa' })
  hoa.types('xin chào')
  lan.types('xong')
  void receive()
  await expect.poll(() => stored.length).toBe(1)
  expect(stored[0]?.chat).toBe(lan.id)
  await expect(say('xin nhắc')).rejects.toMatchObject({ failure: 'retry' })
})
