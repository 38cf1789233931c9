/** The office's inbox: what people wrote and the bot could not place. Nothing that anyone writes is dropped. */
import type { Db, Tx } from '../client.ts'
import { notes } from '../schema/index.ts'

export type NewNote = typeof notes.$inferInsert

export async function keepNote(tx: Tx | Db, note: NewNote): Promise<void> {
  await tx.insert(notes).values(note)
}
