/** Pictures and documents reach their reader with the words and buttons that belong to them. */
import { expect, test } from 'vitest'
import { SendError } from '../../../bot/channel.ts'
import {
  badGateway,
  resetAfter,
  resetBefore,
  serverError,
  silence,
  tooManyRequests,
} from '../../telegram-server.ts'
import { connected } from './connected.ts'
import { PDF, pdf, picture, pictures } from './pictures.ts'

const choices = [[{ label: 'Duyệt', value: 'exemplar:7:approve' }]]

async function atLan() {
  const connection = await connected({ timing: { uploadMs: 500 } })
  return { ...connection, lan: connection.server.person({ firstName: 'Lan', started: true }) }
}

test('one picture, its words and its buttons are one message', async () => {
  const { server, lan, send } = await atLan()
  const marks = [{ start: 0, length: 6, style: 'bold' as const }]
  const { externalId } = await send(lan.id, { text: 'Đề cử: bà Lan', marks, choices }, [picture()])
  expect(lan.screen()).toBe('bot #1: (photo) Đề cử: bà Lan\n  [Duyệt]')
  expect(lan.lastMessage()?.caption_entities).toEqual([{ type: 'bold', offset: 0, length: 6 }])
  expect(lan.files()).toEqual([{ kind: 'photo', caption: 'Đề cử: bà Lan', bytes: picture().bytes }])
  expect(externalId).toBe('1')
  expect(server.violations).toEqual([])
})

test('words too long for a picture follow it whole, with the buttons', async () => {
  const { server, lan, send } = await atLan()
  const text = Array.from({ length: 300 }, (_, i) => `${i}. ${'việc '.repeat(6)}`.trim()).join('\n')
  const { externalId } = await send(lan.id, { text, choices }, [picture()])
  const [photo, ...words] = lan.chat.messages
  expect(photo?.photo).toBeDefined()
  expect(words.map((message) => message.text).join('\n')).toBe(text)
  expect(String(lan.lastMessage()?.message_id)).toBe(externalId)
  expect(server.violations).toEqual([])
})

test('three pictures are an album, and a press below the words that follow it is known as theirs', async () => {
  const { server, lan, send, channel } = await atLan()
  const { externalId } = await send(lan.id, { text: 'Đề cử: bà Lan', choices }, pictures(3))
  expect(lan.screen()).toBe(
    'bot #1: (photo)\nbot #2: (photo)\nbot #3: (photo)\nbot #4: Đề cử: bà Lan\n  [Duyệt]',
  )
  expect(lan.files().map(({ bytes }) => bytes)).toEqual(pictures(3).map(({ bytes }) => bytes))
  expect(new Set(lan.chat.messages.slice(0, 3).map((message) => message.media_group_id)).size).toBe(1)
  const press = channel.read(lan.taps('Duyệt'))
  expect(press).toMatchObject({ messageId: externalId, choice: 'exemplar:7:approve' })
  expect(server.violations).toEqual([])
})

test('a document arrives under its Vietnamese name, byte for byte', async () => {
  const { server, lan, send } = await atLan()
  const file = pdf('Kế hoạch 83 của Uỷ ban (bản ký).pdf')
  await send(lan.id, { text: 'Kính gửi kế hoạch.', choices }, [file])
  expect(lan.files()).toEqual([
    { kind: 'document', name: file.name, caption: 'Kính gửi kế hoạch.', bytes: PDF },
  ])
  expect(server.violations).toEqual([])
})

test('a picture that Telegram cannot make out arrives as a file, with its words', async () => {
  const { server, lan, send } = await atLan()
  const refusal = { ok: false, error_code: 400, description: 'Bad Request: IMAGE_PROCESS_FAILED' } as const
  server.inject({ kind: 'refuse', answer: refusal }, { method: 'sendPhoto' })
  const { externalId } = await send(lan.id, { text: 'Ảnh', choices }, [picture()])
  expect(lan.screen()).toBe(`bot #${externalId}: (document) Ảnh\n  [Duyệt]`)
})

test('an album of which the words failed is not shown twice', async () => {
  const { server, channel, lan } = await atLan()
  const to = { channel: 'telegram' as const, bot: channel.bot, id: String(lan.id) }
  server.inject(tooManyRequests(1), { method: 'sendMessage' })
  const error = await channel.send(to, { text: 'Ba ảnh', choices }, pictures(3)).catch((reason) => reason)
  expect(error).toMatchObject({ through: [{}, {}, {}].map(() => expect.any(String)) })
  await channel.send(to, { text: 'Ba ảnh', choices }, pictures(3), (error as SendError).through)
  expect(lan.chat.messages).toHaveLength(4)
})

test('nothing goes to somebody who blocked the bot', async () => {
  const { lan, send } = await atLan()
  lan.blocks()
  for (const count of [1, 2]) {
    const sending = send(lan.id, { text: 'xin nhắc' }, pictures(count))
    await expect(sending).rejects.toMatchObject({ failure: 'blocked' })
  }
})

test.each<[string, object, Parameters<Awaited<ReturnType<typeof connected>>['server']['inject']>[0]]>([
  ['too many requests', { failure: 'retry', retryAfterSeconds: 7 }, tooManyRequests(7)],
  ['an error of the server', { failure: 'unknown' }, serverError],
  ['a connection cut before', { failure: 'unknown' }, resetBefore],
  ['a connection cut after', { failure: 'unknown' }, resetAfter],
  ['a page of a proxy', { failure: 'unknown', message: '502: Bad Gateway' }, badGateway],
  ['a page that bars the way', { failure: 'unknown' }, { kind: 'page', status: 403, html: '<p>No.</p>' }],
  ['silence', { failure: 'unknown' }, silence],
])('%s while a picture goes out tells the sender what to do, and no secret', async (_, expected, fault) => {
  const { server, lan, send } = await atLan()
  server.inject(fault)
  const error = await send(lan.id, { text: 'điều mật' }, [picture()]).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SendError)
  expect(error).toMatchObject(expected)
  expect(String((error as Error).stack)).not.toMatch(/mật|opens-nothing/)
})

test('while Telegram cannot be reached at all, a picture may be sent again', async () => {
  const { server, lan, send } = await atLan()
  await server.stop()
  await expect(send(lan.id, { text: 'Ảnh' }, [picture()])).rejects.toMatchObject({ failure: 'retry' })
})
