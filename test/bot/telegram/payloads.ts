/** Updates as Telegram writes them, with the fields we do not read left in. */

const mrsLan = {
  id: 5310000001,
  is_bot: false,
  first_name: 'Nguyễn Thị',
  last_name: 'Lan',
  language_code: 'vi',
}
const privateChat = { id: 5310000001, first_name: 'Nguyễn Thị', last_name: 'Lan', type: 'private' }
const group = { id: -4900000001, title: 'Khối thi đua số 1', type: 'group' }
const bot = { id: 7310000001, is_bot: true, first_name: 'dondoc', username: 'dondoc_bot' }

/** 2026-12-17T07:00:00Z, in Telegram's seconds. */
export const DATE = 1_797_490_800

const update = (kind: string, content: object) => ({ update_id: 731000001, [kind]: content })

/** A message of Mrs Lan's to the bot. */
const message = (content: object) => ({
  message_id: 42,
  from: mrsLan,
  chat: privateChat,
  date: DATE,
  ...content,
})

export const written = (content: object) => update('message', message(content))

export const corrected = (content: object) =>
  update('edited_message', message({ edit_date: DATE + 60, ...content }))

export const writtenInGroup = (content: object) => update('message', { ...message(content), chat: group })

export const pressed = (content: object) =>
  update('callback_query', {
    id: '22806158823456',
    from: mrsLan,
    message: { message_id: 41, from: bot, chat: privateChat, date: DATE, text: 'Đã xong chưa?' },
    chat_instance: '-3456789012345678901',
    data: 'report:42:done',
    ...content,
  })

/** A button of a message that Telegram no longer shows to bots. */
export const pressedLongAgo = pressed({ message: { chat: privateChat, message_id: 41, date: 0 } })

export const standing = (status: string, chat: object = privateChat) =>
  update('my_chat_member', {
    chat,
    from: mrsLan,
    date: DATE,
    old_chat_member: { user: bot, status: 'member' },
    new_chat_member: { user: bot, status, until_date: 0 },
  })

export const ownContact = { phone_number: '84912345678', first_name: 'Lan', user_id: mrsLan.id }

export const photo = [
  { file_id: 'small', file_unique_id: 's', file_size: 1_253, width: 67, height: 90 },
  { file_id: 'large', file_unique_id: 'l', file_size: 181_204, width: 960, height: 1280 },
  { file_id: 'middle', file_unique_id: 'm', file_size: 20_411, width: 240, height: 320 },
]

export const document = {
  file_id: 'BQACAgUAAxkBAAI',
  file_unique_id: 'AgADxwo',
  file_name: 'Báo cáo quý IV.docx'.normalize('NFD'),
  mime_type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  file_size: 24_576,
}

/** An update of a kind that Telegram may bring tomorrow. */
export const unheardOf = update('telepathy', { from: mrsLan, thought: 'xong' })
