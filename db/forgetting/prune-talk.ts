/** Removes what was said and sent longer ago than it is kept, some rows at a time. */
import { and, inArray, lt, ne, notInArray, sql } from 'drizzle-orm'
import type { Pruning } from '../../domain/retention.ts'
import type { Tx } from '../client.ts'
import { attachments, conversations, inbox, notes, outbox } from '../schema/index.ts'
import { belongsNowhere, deleteFiles } from './delete-files.ts'
import { emptyMessages, emptyUpdates, isDealtWith } from './forget-talk.ts'

export function oldUpdates(tx: Tx, { since }: Pruning, most: number) {
  const old = and(lt(inbox.receivedAt, since.chat), isDealtWith, ne(inbox.payload, {}))
  return emptyUpdates(tx, inArray(inbox.id, tx.select({ id: inbox.id }).from(inbox).where(old).limit(most)))
}

export function oldMessages(tx: Tx, { since }: Pruning, most: number) {
  const old = and(
    lt(outbox.queuedAt, since.chat),
    notInArray(outbox.state, ['waiting', 'sending']),
    ne(outbox.message, { text: '' }),
  )
  return emptyMessages(
    tx,
    inArray(outbox.id, tx.select({ id: outbox.id }).from(outbox).where(old).limit(most)),
  )
}

export async function oldNotes(tx: Tx, { since }: Pruning, most: number) {
  const old = and(lt(notes.receivedAt, since.chat), sql`${notes.text} is not null`)
  const some = tx.select({ id: notes.id }).from(notes).where(old).limit(most)
  const rows = await tx
    .update(notes)
    .set({ text: null })
    .where(inArray(notes.id, some))
    .returning({ id: notes.id })
  return rows.length
}

export async function oldDialogues(tx: Tx, { since }: Pruning, most: number) {
  const some = tx
    .select({ id: conversations.personId })
    .from(conversations)
    .where(lt(conversations.updatedAt, since.chat))
    .limit(most)
  const rows = await tx
    .delete(conversations)
    .where(inArray(conversations.personId, some))
    .returning({ id: conversations.personId })
  return rows.length
}

export function oldFiles(tx: Tx, { since }: Pruning, most: number) {
  const old = and(lt(attachments.receivedAt, since.chat), belongsNowhere)
  const some = tx.select({ id: attachments.id }).from(attachments).where(old).limit(most)
  return deleteFiles(tx, inArray(attachments.id, some))
}
