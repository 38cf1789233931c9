/** Our messages in the words of the Bot API. */
import { expect, test } from 'vitest'
import { toParts } from '../../../bot/telegram/outgoing.ts'
import type { OutgoingMessage } from '../../../domain/message.ts'

const parts = (message: OutgoingMessage) =>
  toParts({ channel: 'telegram', bot: '1', id: '5310000001' }, message)
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
  expect(parts({ text: 'Kính gửi đồng chí <Lan> & *Hoa*' })).toEqual([
    {
      chat_id: 5310000001,
      text: 'Kính gửi đồng chí <Lan> & *Hoa*',
      entities: [],
      link_preview_options: { is_disabled: true },
    },
  ])
})

test('marks become entities', () => {
  const [part] = parts({ text: '📌 Hạn', marks: [{ start: 3, length: 3, style: 'bold' }] })
  expect(part?.entities).toEqual([{ type: 'bold', offset: 3, length: 3 }])
})

test('choices become rows of buttons', () => {
  expect(parts({ text: 'Xong chưa?', choices: yesNo })).toMatchObject([{ reply_markup: inline }])
})

test('what replaces an earlier message names it', () => {
  expect(parts({ text: 'Đã ghi', replaces: '41' })).toMatchObject([{ message_id: 41 }])
})

test('the number is asked for by Telegram’s own button, with our choices as keys below it', () => {
  expect(parts({ text: 'Số?', askForPhone: 'Chia sẻ', choices: yesNo })).toMatchObject([
    {
      reply_markup: {
        keyboard: [[{ text: 'Chia sẻ', request_contact: true }], [{ text: 'Đã xong' }, { text: 'Chưa' }]],
        one_time_keyboard: true,
        resize_keyboard: true,
      },
    },
  ])
})

test('the number is never asked for in the place of an earlier message: Telegram cannot', () => {
  expect(parts({ text: 'Số?', askForPhone: 'Chia sẻ', replaces: '41' })[0]?.message_id).toBeUndefined()
})

test('a long list goes out in parts: the first replaces, the last has the buttons', () => {
  const text = Array.from({ length: 200 }, (_, i) => `${i}. ${'việc '.repeat(6)}`).join('\n')
  const [first, last, ...more] = parts({ text, choices: yesNo, replaces: '41' })
  expect(more).toEqual([])
  expect(first).toMatchObject({ message_id: 41 })
  expect(first?.reply_markup).toBeUndefined()
  expect(last?.message_id).toBeUndefined()
  expect(last?.reply_markup).toEqual(inline)
  expect(`${first?.text}\n${last?.text}`).toBe(text)
})
