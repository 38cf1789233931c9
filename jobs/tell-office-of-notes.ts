/** Brings each message that nobody could place to the people of the office, within a minute and once. */
import { noteKey, untoldNotes } from '../db/messages/office-inbox.ts'
import { enqueue } from '../db/messages/outbox.ts'
import { staffMembers } from '../db/people/staff.ts'
import { readSettings } from '../db/settings.ts'
import { officeDay } from '../domain/office-day.ts'
import { noteMessage } from '../locales/note-message.ts'
import type { Minute } from './minute.ts'
import { officeWords } from './office-words.ts'

/**
 * Whoever keeps a note, it is found here. While no colleague is reached it waits; a colleague who comes later finds what
 * others were told of in the list.
 */
export async function tellOfficeOfNotes({ db, clock }: Minute): Promise<void> {
  const now = clock()
  const settings = await readSettings(db)
  const members = await staffMembers(db, 'office', officeDay(now, settings.timezone))
  const reached = members.filter(({ contactId }) => contactId !== null)
  if (reached.length === 0) return
  const notes = await untoldNotes(
    db,
    reached.map(({ personId }) => personId),
  )
  if (notes.length === 0) return
  const t = await officeWords(db, settings)
  for (const note of notes) {
    const message = noteMessage(note, t, settings)
    // All of them or, after a crash in between, none: then the next minute does it.
    await db.transaction(async (tx) => {
      for (const { personId, contactId } of reached) {
        await enqueue(tx, {
          key: noteKey(note.id, personId),
          kind: 'answer',
          contactId,
          personId,
          message,
          now,
        })
      }
    })
  }
}
