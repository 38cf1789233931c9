/** A person with a phone: does what people do in the chat with a bot, and sees what they see. */
import type { Bot } from './bot.ts'
import { type Bubble, newId } from './chat.ts'
import type { Photos } from './photos.ts'
import type { ZaloEvent } from './update-queue.ts'

export type Person = {
  readonly id: string
  readonly bubbles: readonly Bubble[]
  types(text: string): ZaloEvent
  sendsPhoto(bytes: Uint8Array, options?: { caption?: string }): ZaloEvent
  /** One event for each picture, the caption with the first; nothing says that they belong together. */
  sendsAlbum(photos: Uint8Array[], options?: { caption?: string }): ZaloEvent[]
  sendsSticker(): ZaloEvent
  sendsVoice(): ZaloEvent
  /** A document or a film: Zalo does not say what it was. */
  sendsFile(): ZaloEvent
  /** Any other event of the same chat. */
  sends(event: string, content: object): ZaloEvent
  /** From now on nothing gets through; the bot is not told. */
  blocks(): void
  unblocks(): void
  /** The whole chat in lines of text. */
  screen(): string
  /** The newest bubble of the bot. */
  lastMessage(): Bubble | undefined
  /**
   * The first bubble of the bot with this text since the person last did something, and not waited for before. Rejects
   * with the whole screen when none comes in time.
   */
  waitFor(part: string | RegExp, timeoutMs?: number): Promise<Bubble>
}

export type PersonOptions = {
  displayName: string
  /** The person wrote to the bot long ago. */
  started?: boolean
  /** The field in which photos come: `photo_url` in life, `photo` in the documentation. */
  photoField?: 'photo_url' | 'photo'
}

const PATIENCE_MS = 20_000

/** `linkTo` makes a whole link of a photo's path. */
export function createPerson(
  bot: Bot,
  photos: Photos,
  linkTo: (path: string) => string,
  { displayName, started, photoField = 'photo_url' }: PersonOptions,
): Person {
  const id = newId()
  const chat = bot.newChat(id)
  if (started) chat.standing = 'open'
  let seen = 0

  function sends(event_name: string, content: object, text = `(${event_name})`): ZaloEvent {
    seen = chat.bubbles.length
    const { id: message_id } = chat.add({ from: 'person', text })
    const event = {
      event_name,
      message: {
        from: { id, display_name: displayName, is_bot: false },
        chat: { id, chat_type: 'PRIVATE' },
        ...content,
        message_id,
        date: Date.now(),
      },
    }
    bot.hear(chat, event)
    return event
  }

  const sendsPhoto = (bytes: Uint8Array, { caption }: { caption?: string } = {}) =>
    sends('message.image.received', { [photoField]: linkTo(photos.keep(bytes)), caption }, caption)

  const screen = () => chat.bubbles.map(lineOf).join('\n')

  function take(part: string | RegExp): Bubble | undefined {
    const at = chat.bubbles.findIndex(
      ({ from, text }, index) => index >= seen && from === 'bot' && says(text.normalize('NFC'), part),
    )
    if (at >= 0) seen = at + 1
    return chat.bubbles[at]
  }

  return {
    id,
    bubbles: chat.bubbles,
    sends,
    types: (text) => sends('message.text.received', { text }, text),
    sendsPhoto,
    sendsAlbum: (pictures, { caption } = {}) =>
      pictures.map((bytes, index) => sendsPhoto(bytes, index === 0 ? { caption } : {})),
    sendsSticker: () => sends('message.sticker.received', { sticker: 'b7d1', url: linkTo('/sticker.png') }),
    sendsVoice: () => sends('message.voice.received', { voice_url: linkTo('/voice.aac') }),
    sendsFile: () => sends('message.unsupported.received', {}),
    blocks() {
      chat.standing = 'blocked'
    },
    unblocks() {
      chat.standing = 'open'
    },
    screen,
    lastMessage: () => chat.bubbles.findLast(({ from }) => from === 'bot'),
    async waitFor(part, timeoutMs = PATIENCE_MS) {
      const wanted = typeof part === 'string' ? part.normalize('NFC') : part
      const there = take(wanted)
      if (there) return there
      const { promise, resolve, reject } = Promise.withResolvers<Bubble>()
      const timer = setTimeout(() => {
        reject(new Error(`${displayName} waited for "${part}" in vain and sees:\n${screen()}`))
      }, timeoutMs)
      const stopListening = chat.onChange(() => {
        const found = take(wanted)
        if (found) resolve(found)
      })
      return promise.finally(() => {
        clearTimeout(timer)
        stopListening()
      })
    },
  }
}

function lineOf({ from, text, photo }: Bubble): string {
  const picture = photo === undefined ? [] : photo.length > 0 ? ['(photo)'] : ['(black photo)']
  return [`${from}:`, ...picture, text].join(' ')
}

const says = (text: string, part: string | RegExp) =>
  typeof part === 'string' ? text.includes(part) : part.test(text)
