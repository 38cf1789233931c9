/** Keeps somebody's words for a colleague of the office to read: nothing that anyone writes is dropped. */
import { keepNote } from '../db/messages/notes.ts'
import type { PersonTurn } from './turn.ts'

export async function noteForOffice(turn: PersonTurn, text: string): Promise<void> {
  const { tx, inboxId, contact, person, now } = turn
  await keepNote(tx, {
    inboxId,
    contactId: contact.id,
    personId: person.id,
    unitId: person.unitIds[0],
    reason: 'unplaced',
    text,
    receivedAt: now,
  })
}
