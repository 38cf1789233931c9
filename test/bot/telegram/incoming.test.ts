/** What a unit head does on the phone, and what reaches us of it. */
import { describe, expect, test } from 'vitest'
import { read } from '../../../bot/telegram/incoming.ts'
import {
  corrected,
  DATE,
  document,
  ownContact,
  photo,
  pressed,
  pressedLongAgo,
  standing,
  unheardOf,
  written,
  writtenInGroup,
} from './payloads.ts'

const BOT = '7310000001'
const reading = (payload: unknown) => read(BOT, payload)

test('words arrive with their sender, their chat and their time', () => {
  expect(reading(written({ text: 'Đã xong' }))).toEqual({
    from: { channel: 'telegram', bot: BOT, id: '5310000001' },
    displayName: 'Nguyễn Thị Lan',
    isPrivate: true,
    messageId: '42',
    text: 'Đã xong',
    sentAt: new Date(DATE * 1_000),
  })
})

describe('what people send', () => {
  const contact = { ...ownContact, user_id: 5310000001 }
  test.each([
    ['decomposed letters are composed', { text: 'đã xong'.normalize('NFD') }, { text: 'đã xong' }],
    ['a caption is text', { photo, caption: 'Hội nghị' }, { text: 'Hội nghị' }],
    [
      'a photo is taken in its largest size',
      { photo },
      { media: { kind: 'photo', ref: 'large', byteSize: 181_204 } },
    ],
    [
      'a document keeps its name',
      { document },
      {
        media: { kind: 'document', ref: document.file_id, fileName: 'Báo cáo quý IV.docx', byteSize: 24_576 },
      },
    ],
    ['photos sent together keep that', { photo, media_group_id: '138' }, { albumId: '138' }],
    [
      'an answer to our message names it',
      { text: 'ok', reply_to_message: { message_id: 7 } },
      { repliesTo: '7' },
    ],
    ['an invitation link brings its code', { text: '/start Ab-9_x' }, { startCode: 'Ab-9_x' }],
    ['so does one that names the bot', { text: '/start@dondoc_bot Ab9' }, { startCode: 'Ab9' }],
    ['their own number is their own', { contact }, { phone: { number: '84912345678', own: true } }],
    [
      'a forwarded card of their own proves nothing',
      { contact, forward_origin: { type: 'user', date: DATE } },
      { phone: { number: '84912345678', own: false } },
    ],
    ['nor does somebody else’s card', { contact: { ...contact, user_id: 9 } }, { phone: { own: false } }],
    ['nor a card without an owner', { contact: { phone_number: '0912' } }, { phone: { own: false } }],
    ['a voice message is named', { voice: { file_id: 'v', duration: 3 } }, { unsupported: 'voice' }],
    ['a sticker is named', { sticker: { file_id: 's', emoji: '👍' } }, { unsupported: 'sticker' }],
    ['an animation is no document', { animation: { file_id: 'a' }, document }, { unsupported: 'animation' }],
    ['a place is named', { location: { latitude: 20.7, longitude: 107 } }, { unsupported: 'location' }],
    ['a chat that moved says where', { migrate_to_chat_id: -1009 }, { movedTo: '-1009' }],
    ['fields of tomorrow do no harm', { text: 'xong', mood: { glad: true } }, { text: 'xong' }],
  ])('%s', (_, content, expected) => {
    expect(reading(written(content))).toMatchObject(expected)
  })

  test('an animation brings no file', () => {
    expect(reading(written({ animation: {}, document }))?.media).toBeUndefined()
  })
  test('a bare /start carries no code', () => {
    expect(reading(written({ text: '/start' }))?.startCode).toBeUndefined()
  })
})

test('a correction says that it is one, and when it was made', () => {
  const sentAt = new Date((DATE + 60) * 1_000)
  expect(reading(corrected({ text: 'Chưa xong' }))).toMatchObject({ text: 'Chưa xong', edited: true, sentAt })
})

test('what is written in a group is not private', () => {
  expect(reading(writtenInGroup({ text: 'xong' }))).toMatchObject({
    isPrivate: false,
    from: { id: '-4900000001' },
  })
})

test('a pressed button brings its value and the message it was under', () => {
  expect(reading(pressed({}))).toMatchObject({ choice: 'report:42:done', messageId: '41', isPrivate: true })
})

test('last year’s button still counts', () => {
  expect(reading(pressedLongAgo)).toMatchObject({ choice: 'report:42:done', messageId: '41' })
})

test('who blocks the bot is known to have blocked it, until they come back', () => {
  expect(reading(standing('kicked'))).toMatchObject({ reachability: 'blocked', isPrivate: true })
  expect(reading(standing('member'))).toMatchObject({ reachability: 'reachable' })
})

test.each([
  ['a pinned message', written({ pinned_message: { message_id: 1, date: DATE } })],
  ['a kind of update nobody has heard of', unheardOf],
  ['a press in a chat that is not ours', pressed({ message: undefined, inline_message_id: 'x' })],
  ['a press on a game', pressed({ data: undefined, game_short_name: 'x' })],
  ['a bot made administrator', standing('administrator', { id: -1, type: 'group' })],
])('%s means nothing to us', (_, payload) => {
  expect(reading(payload)).toBeNull()
})

test.each([null, 'xong', {}, { update_id: '1' }, written({ chat: undefined })])(
  'nonsense %# is not read',
  (nonsense) => {
    expect(() => reading(nonsense)).toThrow()
  },
)
