/** A phone with Telegram on it. */
import type { ApiMessage, Person, TelegramServer } from '../../telegram-server.ts'
import { presses } from '../trying.ts'
import type { Phone, Seen } from './phone.ts'

export function onTelegram(person: Person, telegram: TelegramServer): Phone {
  const messages = new WeakMap<Seen, ApiMessage>()
  return {
    types: (text) => void person.types(text),
    sendsPhoto: (bytes, caption) => void person.sendsPhoto(bytes, { caption }),
    sendsAlbum: (photos, caption) => void person.sendsAlbum(photos, { caption }),
    sendsDocument: (bytes, fileName, mimeType) => void person.sendsDocument(bytes, { fileName, mimeType }),
    async answers(label, seen) {
      await person.answeredTap(label, seen && messages.get(seen))
    },
    async waitFor(part, timeoutMs) {
      const wanted = typeof part === 'string' ? part : (one: ApiMessage) => part.test(wordsOf(one))
      const message = await person.waitFor(wanted, timeoutMs)
      const seen = { text: wordsOf(message) }
      messages.set(seen, message)
      return seen
    },
    async blocks() {
      person.blocks()
    },
    async unblocks() {
      person.unblocks()
    },
    forges: async (value) => presses(telegram, person, value),
    waitForQuiet: person.waitForQuiet,
    screen: async () => person.screen(),
    files: async () => person.files(),
  }
}

const wordsOf = ({ text, caption }: ApiMessage): string => text ?? caption ?? ''
