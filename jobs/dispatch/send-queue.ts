/** The few claimed messages that wait in memory for their turn: answers first, and each chat its rest. */
import type { Claimed } from '../../db/messages/outbox-sending.ts'

export type SendQueue = {
  add(rows: Claimed[]): void
  /** The first message whose chat may get one now. */
  next(): Claimed | undefined
  /** Milliseconds until a chat that rests may get its next message; Infinity when none waits for that. */
  restLeft(): number
  size(): number
  /** Takes all that are left. */
  empty(): Claimed[]
}

/** `chatRestMs` lies between two messages to one chat; an edit is not a new message. */
export function createSendQueue(chatRestMs: number, now: () => number = () => performance.now()): SendQueue {
  let rows: Claimed[] = []
  const restsUntil = new Map<number, number>()
  const rest = (row: Claimed) =>
    row.message.replaces === undefined ? Math.max((restsUntil.get(row.contactId) ?? 0) - now(), 0) : 0

  return {
    add(more) {
      rows = [...rows, ...more].sort((a, b) => a.priority - b.priority || a.id - b.id)
      for (const [chat, until] of restsUntil) if (until < now()) restsUntil.delete(chat)
    },
    next() {
      const index = rows.findIndex((row) => rest(row) === 0)
      if (index < 0) return undefined
      const [row] = rows.splice(index, 1)
      if (row && row.message.replaces === undefined) restsUntil.set(row.contactId, now() + chatRestMs)
      return row
    },
    restLeft: () => Math.ceil(Math.min(...rows.map(rest))),
    size: () => rows.length,
    empty: () => rows.splice(0),
  }
}
