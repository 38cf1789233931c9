/** What a unit head does in Zalo, and what reaches us of it. */
import { expect, test } from 'vitest'
import { read } from '../../../bot/zalo/incoming.ts'
import { toRawUpdate } from '../../../bot/zalo/update.ts'
import { DATE, event, message, written } from './payloads.ts'

const reading = (payload: unknown) => read('4310001', payload)
const LINK = 'https://f21-zpc.zdn.vn/jpg/1/2'

test('words arrive with their sender, their chat and their time', () => {
  expect(reading(written('Đã xong'))).toEqual({
    from: { channel: 'zalo', bot: '4310001', id: '6ede9afa66b88fe6d6a9' },
    displayName: 'Lan',
    isPrivate: true,
    messageId: '2d758cb5e222177a4e35',
    text: 'Đã xong',
    sentAt: new Date(DATE),
  })
})

test.each([
  ['decomposed letters are composed', written('đã xong'.normalize('NFD')), { text: 'đã xong' }],
  [
    'a photo is found where Zalo puts it',
    event('image', { photo_url: LINK }),
    { media: { kind: 'photo', ref: LINK } },
  ],
  ['and where its documentation does', event('image', { photo: LINK }), { media: { ref: LINK } }],
  [
    'life is right where the two differ',
    event('image', { photo: 'https://old.example', photo_url: LINK }),
    { media: { ref: LINK } },
  ],
  [
    'a caption is text',
    event('image', { photo_url: LINK, caption: 'Hội nghị' }),
    { text: 'Hội nghị', media: {} },
  ],
  ['a sticker is named', event('sticker', { sticker: 'b7d1', url: LINK }), { unsupported: 'sticker' }],
  ['a voice message is named', event('voice', { voice_url: LINK }), { unsupported: 'voice' }],
  ['a file is named, though Zalo hides it', event('unsupported', {}), { unsupported: 'file' }],
  ['a kind of tomorrow is named', event('hologram', { hologram: LINK }), { unsupported: 'hologram' }],
  ['a kind of tomorrow with words is read', event('mention', { text: 'xong' }), { text: 'xong' }],
  [
    'the time may come as words',
    event('text', { text: 'a', date: String(DATE) }),
    { sentAt: new Date(DATE) },
  ],
  [
    'a group is not private',
    event('text', { text: 'a', chat: { id: 'g', chat_type: 'GROUP' } }),
    { isPrivate: false },
  ],
])('%s', (_, payload, expected) => {
  expect(reading(payload)).toMatchObject(expected)
})

test.each([
  ['an event about no message', { event_name: 'bot.renamed' }],
  ['what a bot says', event('text', { text: 'a', from: { id: 'b', is_bot: true } })],
])('%s means nothing to us', (_, payload) => {
  expect(reading(payload)).toBeNull()
})

test.each([
  null,
  'xong',
  {},
  { event_name: 7 },
  { event_name: 'message.text.received', message: { text: 'a' } },
])('nonsense %# is not read', (nonsense) => {
  expect(() => reading(nonsense)).toThrow()
})

test('an update is stored bare, under chat and message, however it came', () => {
  const stored = {
    externalId: '6ede9afa66b88fe6d6a9:2d758cb5e222177a4e35',
    chat: '6ede9afa66b88fe6d6a9',
    payload: written('xong'),
  }
  expect(toRawUpdate(written('xong'))).toEqual(stored)
  expect(toRawUpdate({ ok: true, result: written('xong') })).toEqual(stored)
})

test('an event that cannot be read yet is kept all the same, and known again', () => {
  const strange = { event_name: 'message.text.received', message: { ...message({}), message_id: undefined } }
  const stored = toRawUpdate(strange)
  expect(stored).toMatchObject({ chat: 'none', payload: strange })
  expect(toRawUpdate(structuredClone(strange))).toEqual(stored)
  expect(toRawUpdate({ event_name: 'bot.renamed' })?.externalId).not.toBe(stored?.externalId)
})

test.each([null, {}, { ok: true, result: {} }, { ok: true }, { probe: true }, 'hello', []])(
  'there is no update in %j',
  (body) => {
    expect(toRawUpdate(body)).toBeNull()
  },
)
