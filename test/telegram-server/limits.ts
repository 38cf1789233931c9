/** The limits that the Bot API's description has in its prose alone: lengths, ranges, counts. */
import type { Entity, ReplyMarkup } from './api-types.ts'
import { markupProblem } from './markup-limits.ts'

/** The limited parameters of all methods, of the types that the description gives them. */
type Limited = {
  text?: string
  caption?: string
  entities?: Entity[]
  caption_entities?: Entity[]
  parse_mode?: string
  reply_markup?: ReplyMarkup
  media?: { caption?: string; caption_entities?: Entity[]; parse_mode?: string }[]
  commands?: { command: string; description: string }[]
  description?: string
  short_description?: string
  secret_token?: string
  max_connections?: number
  limit?: number
  chat_id?: number | string
  message_id?: number
  rich_message?: unknown
}

const MAX_TEXT = 4096
const MAX_CAPTION = 1024
/** Parameters that say the text of a message; a callback's answer has a `text` of its own kind. */
const SAYS_TEXT = new Set(['sendMessage', 'editMessageText'])

/** What breaks a limit, in the platform's own words where they are known; null when nothing does. */
export function limitProblem(method: string, p: Limited): string | null {
  return (
    (SAYS_TEXT.has(method) ? textProblem(p) : shortTextsProblem(method, p)) ??
    captionProblem(p) ??
    (p.reply_markup ? markupProblem(p.reply_markup) : null) ??
    (p.media ? albumProblem(p.media) : null) ??
    (p.commands ? commandsProblem(p.commands) : null) ??
    settingsProblem(p) ??
    (method.startsWith('edit') ? editProblem(p) : null)
  )
}

function textProblem({ text = '', entities, parse_mode }: Limited): string | null {
  if (parse_mode) return 'parse_mode is not read here: send entities'
  if (text.trim() === '') return 'message text is empty'
  if (text.length > MAX_TEXT) return 'message is too long'
  return (entities ? entitiesProblem(text, entities) : null) ?? linkProblem(text)
}

/** A caption of a message, or of one item of an album. */
function captionProblem({ caption = '', caption_entities, parse_mode }: Limited): string | null {
  if (parse_mode) return 'parse_mode is not read here: send caption_entities'
  if (caption.length > MAX_CAPTION) return 'message caption is too long'
  return (caption_entities ? entitiesProblem(caption, caption_entities) : null) ?? linkProblem(caption)
}

function entitiesProblem(text: string, entities: Entity[]): string | null {
  for (const { offset, length, type } of entities) {
    const end = offset + length
    if (offset < 0 || length < 1 || end > text.length) {
      return `the ${type} entity at ${offset} of length ${length} is out of the text's range`
    }
    if (splitsLetter(text, offset) || splitsLetter(text, end)) {
      return `the ${type} entity at ${offset} of length ${length} cuts a character in two`
    }
  }
  return null
}

const splitsLetter = (text: string, at: number): boolean =>
  at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff

/** What an invitation link may carry: 1-64 of A-Z a-z 0-9 _ and -. Telegram opens the chat without anything else. */
export const START_PAYLOAD = /^[\w-]{1,64}$/

function linkProblem(text: string): string | null {
  if (!text.includes('?start=')) return null
  for (const [, payload = ''] of text.matchAll(/t\.me\/\w+\?start=(\S*)/g)) {
    if (!START_PAYLOAD.test(payload)) return `the start payload ${payload} does not survive a link`
  }
  return null
}

function shortTextsProblem(method: string, { text = '', description = '', short_description = '' }: Limited) {
  if (method === 'answerCallbackQuery' && text.length > 200) return 'MESSAGE_TOO_LONG'
  if (description.length > 512) return 'description is too long'
  if (short_description.length > 120) return 'short description is too long'
  return null
}

function albumProblem(media: NonNullable<Limited['media']>): string | null {
  if (media.length < 2 || media.length > 10) return 'an album has 2 to 10 items'
  for (const item of media) {
    const problem = captionProblem(item)
    if (problem) return problem
  }
  return null
}

function commandsProblem(commands: NonNullable<Limited['commands']>): string | null {
  if (commands.length > 100) return 'BOT_COMMANDS_TOO_MUCH'
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) return 'BOT_COMMAND_INVALID'
    if (description.length < 1 || description.length > 256) return 'BOT_COMMAND_DESCRIPTION_INVALID'
  }
  return null
}

function settingsProblem({ secret_token, max_connections = 40, limit = 100 }: Limited): string | null {
  if (secret_token !== undefined && !/^[\w-]{1,256}$/.test(secret_token)) {
    return 'secret token contains unallowed characters'
  }
  if (max_connections < 1 || max_connections > 100) return 'max_connections must be 1 to 100'
  if (limit < 1 || limit > 100) return 'limit must be 1 to 100'
  return null
}

/** The description lets all three be absent for inline messages, which a bot like ours never sends. */
function editProblem({ chat_id, message_id, rich_message }: Limited): string | null {
  if (chat_id === undefined || message_id === undefined) return 'message identifier is not specified'
  return rich_message === undefined ? null : 'rich messages are not kept here'
}
