/** Events as Zalo's documentation and live samples have them, with the fields we do not read left in. */

/** 2026-12-17T07:00:00Z, in Zalo's milliseconds. */
export const DATE = 1_797_490_800_000

const ID = '6ede9afa66b88fe6d6a9'

/** Mrs Lan's message; `content` may overwrite anything. */
export const message = (content: object) => ({
  from: { id: ID, display_name: 'Lan', is_bot: false },
  chat: { id: ID, chat_type: 'PRIVATE' },
  message_id: '2d758cb5e222177a4e35',
  message_type: 'CHAT',
  date: DATE,
  ...content,
})

/** `kind` as in `message.<kind>.received`. */
export const event = (kind: string, content: object) => ({
  event_name: `message.${kind}.received`,
  message: message(content),
})

export const written = (text: string) => event('text', { text })
