/** One person's chat with one bot: what was said in it, and whether the bot may still say something. */
import { EventEmitter } from 'node:events'

/** One bubble on the phone. */
export type Bubble = {
  id: string
  from: 'bot' | 'person'
  /** Text, or what stands under the picture. */
  text: string
  /** Empty when the picture stays black: Zalo could not fetch it the second time. */
  photo?: Uint8Array
}

export type Chat = {
  readonly id: string
  standing: 'never started' | 'open' | 'blocked'
  readonly bubbles: readonly Bubble[]
  add(bubble: Omit<Bubble, 'id'>): Bubble
  /** Calls back on every new bubble; answers with the way to stop that. */
  onChange(listener: () => void): () => void
}

/** As long as Zalo's: twenty hexadecimal digits, and not a number. */
export const newId = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(10))).toString('hex')

export function createChat(id: string): Chat {
  const bubbles: Bubble[] = []
  const changes = new EventEmitter()
  return {
    id,
    standing: 'never started',
    bubbles,
    add(content) {
      const bubble = { id: newId(), ...content }
      bubbles.push(bubble)
      changes.emit('change')
      return bubble
    },
    onChange(listener) {
      changes.on('change', listener)
      return () => {
        changes.off('change', listener)
      }
    },
  }
}
