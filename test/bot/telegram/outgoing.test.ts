/** Our messages in the words of the Bot API. */
import { expect, test } from 'vitest'
import { toCaption, toTexts } from '../../../bot/telegram/outgoing.ts'
import type { OutgoingMessage } from '../../../domain/message.ts'

const lan = { channel: 'telegram', bot: '1', id: '5310000001' } as const
const texts = (message: OutgoingMessage) => toTexts(lan, message)
const yesNo = [
  [
    { label: 'Đã xong', value: 'y' },
    { label: 'Chưa', value: 'n' },
  ],
]
const inline = {
  inline_keyboard: [
    [
      { text: 'Đã xong', callback_data: 'y' },
      { text: 'Chưa', callback_data: 'n' },
    ],
  ],
}

test('plain words go out plainly, and a link in them shows no preview', () => {
  expect(texts({ text: 'Kính gửi đồng chí <Lan> & *Hoa*' })).toEqual([
    {
      chat_id: 5310000001,
      text: 'Kính gửi đồng chí <Lan> & *Hoa*',
      entities: [],
      link_preview_options: { is_disabled: true },
    },
  ])
})

test('marks become entities', () => {
  const [text] = texts({ text: '📌 Hạn', marks: [{ start: 3, length: 3, style: 'bold' }] })
  expect(text?.entities).toEqual([{ type: 'bold', offset: 3, length: 3 }])
})

test('choices become rows of buttons', () => {
  expect(texts({ text: 'Xong chưa?', choices: yesNo })).toMatchObject([{ reply_markup: inline }])
})

test('the number is asked for by Telegram’s own button, with our choices as keys below it', () => {
  expect(texts({ text: 'Số?', askForPhone: 'Chia sẻ', choices: yesNo })).toMatchObject([
    {
      reply_markup: {
        keyboard: [[{ text: 'Chia sẻ', request_contact: true }], [{ text: 'Đã xong' }, { text: 'Chưa' }]],
        one_time_keyboard: true,
        resize_keyboard: true,
      },
    },
  ])
})

test('a long list goes out in several messages, the last of which has the buttons', () => {
  const text = Array.from({ length: 200 }, (_, i) => `${i}. ${'việc '.repeat(6)}`).join('\n')
  const [first, last, ...more] = texts({ text, choices: yesNo })
  expect(more).toEqual([])
  expect(first?.reply_markup).toBeUndefined()
  expect(last?.reply_markup).toEqual(inline)
  expect(`${first?.text}\n${last?.text}`).toBe(text)
})

test('what stands under a picture has its marks and buttons too', () => {
  expect(
    toCaption(lan, { text: '📌 Hạn', marks: [{ start: 3, length: 3, style: 'bold' }], choices: yesNo }),
  ).toEqual({
    chat_id: 5310000001,
    caption: '📌 Hạn',
    caption_entities: [{ type: 'bold', offset: 3, length: 3 }],
    reply_markup: inline,
  })
})

test('what is too long to stand under a picture does not', () => {
  expect(toCaption(lan, { text: 'đ'.repeat(1024) })).not.toBeNull()
  expect(toCaption(lan, { text: 'đ'.repeat(1025) })).toBeNull()
})
