/** What a person sees, and how a test waits until they see it. */
import type { ApiMessage } from './api-types.ts'
import type { Owner } from './owner.ts'
import { screenOf, textOf } from './screen.ts'

/** A part of the text or caption, or a test of the message. */
type Wanted = string | ((message: ApiMessage) => boolean)

/** A picture in its full size, or a document, with what is written under it. */
type ReceivedFile = {
  kind: 'photo' | 'document'
  /** Pictures show none. */
  name?: string
  caption: string
  bytes: Buffer
}

export type Reading = {
  /** The whole chat in lines of text, buttons in brackets. */
  screen(): string
  /** Every file of the bot that is in the chat now, oldest first, the pictures of an album in their order. */
  files(): ReceivedFile[]
  /** The newest message of the bot. */
  lastMessage(): ApiMessage | undefined
  /**
   * The first message, or new version of a message, that the bot put there since the person last did something, and
   * that was not waited for before. Rejects with the whole screen when none comes in time.
   */
  waitFor(wanted: Wanted, timeoutMs?: number): Promise<ApiMessage>
  /** Resolves when nothing changed in the chat for so long. */
  waitForQuiet(ms: number): Promise<void>
}

const PATIENCE_MS = 20_000

export function createReading({ platform, user, chat, acted }: Owner): Reading {
  const waitedFor = new Set<ApiMessage>()

  function take(fits: (message: ApiMessage) => boolean): ApiMessage | undefined {
    for (let i = acted.at; i < chat.timeline.length; i++) {
      const message = chat.timeline[i]
      if (!message?.from.is_bot || waitedFor.has(message) || !fits(message)) continue
      waitedFor.add(message)
      return message
    }
    return undefined
  }

  const screen = () => screenOf(chat)

  function fileOf(message: ApiMessage): ReceivedFile | [] {
    const { photo, document } = message
    const file = photo?.at(-1) ?? document
    if (!file) return []
    const bytes = Buffer.from(platform.files.byId(file.file_id).bytes)
    return { kind: photo ? 'photo' : 'document', name: document?.file_name, caption: textOf(message), bytes }
  }

  return {
    screen,
    files: () => chat.messages.filter(({ from }) => from.is_bot).flatMap(fileOf),
    lastMessage: () => chat.messages.findLast(({ from }) => from.is_bot),
    waitFor(wanted, timeoutMs = PATIENCE_MS) {
      const fits = typeof wanted === 'string' ? saying(wanted) : wanted
      const there = take(fits)
      if (there) return Promise.resolve(there)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          stopListening()
          const what = typeof wanted === 'string' ? `"${wanted}"` : 'the message'
          reject(
            new Error(`${user.first_name} waited ${timeoutMs} ms for ${what} in vain and sees:\n${screen()}`),
          )
        }, timeoutMs)
        const stopListening = chat.onChange(() => {
          const found = take(fits)
          if (!found) return
          clearTimeout(timer)
          stopListening()
          resolve(found)
        })
      })
    },
    waitForQuiet: (ms) =>
      new Promise((resolve) => {
        const quiet = () => {
          stopListening()
          resolve()
        }
        let timer = setTimeout(quiet, ms)
        const stopListening = chat.onChange(() => {
          clearTimeout(timer)
          timer = setTimeout(quiet, ms)
        })
      }),
  }
}

const saying = (part: string) => (message: ApiMessage) =>
  textOf(message).normalize('NFC').includes(part.normalize('NFC'))
