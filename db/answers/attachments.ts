/** The files people sent, and what each is evidence of. Their bytes come later: see db/messages/downloads.ts. */
import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { MediaRef } from '../../domain/message.ts'
import type { Db, Tx } from '../client.ts'
import { attachments } from '../schema/index.ts'

export type Attachment = typeof attachments.$inferSelect

export type NewAttachment = {
  contactId: number
  personId: number
  ref: MediaRef
  /** The platform's id of the message that brought it. */
  messageId: string
  /** Parts of one album carry the same; the caption stands on at most one of them. */
  albumId?: string
  caption?: string
  /** Left out until the person has said what it belongs to. */
  assignmentId?: number | null
  reportId?: number | null
  now: Date
}

/** What is here or on its way; what was refused has to be sent anew and counts for nothing. */
const HELD = inArray(attachments.state, ['waiting', 'stored'])

/** Notes a file at once, so that a restart loses none. Returns its id; wake the downloads after the commit. */
export async function addAttachment(tx: Tx, a: NewAttachment): Promise<number> {
  const [row] = await tx
    .insert(attachments)
    .values({
      contactId: a.contactId,
      personId: a.personId,
      assignmentId: a.assignmentId ?? null,
      reportId: a.reportId ?? null,
      placedAt: a.assignmentId ? a.now : null,
      ref: a.ref,
      messageId: a.messageId,
      albumId: a.albumId ?? null,
      caption: a.caption ?? null,
      notBefore: a.now,
      receivedAt: a.now,
    })
    .returning({ id: attachments.id })
  if (!row) throw new Error('the attachment was not stored')
  return row.id
}

/** All parts of an album that have come so far, in order, refused ones too: only so do their numbers stay. */
export async function albumOf(tx: Tx | Db, contactId: number, albumId: string): Promise<Attachment[]> {
  return tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.contactId, contactId), eq(attachments.albumId, albumId)))
    .orderBy(asc(attachments.id))
}

/** The album of what a message brought. */
export async function albumIdOf(tx: Tx, contactId: number, messageId: string): Promise<string | null> {
  const [row] = await tx
    .select({ albumId: attachments.albumId })
    .from(attachments)
    .where(and(eq(attachments.contactId, contactId), eq(attachments.messageId, messageId)))
  return row?.albumId ?? null
}

/** What files are evidence of: a task and the report they came with, or neither, when they are for the office to see. */
export type Place = { assignmentId: number | null; reportId: number | null }

/** Says where these files belong; nobody is asked about them again. */
export async function placeAttachments(tx: Tx, ids: number[], place: Place, now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(attachments)
    .set({ ...place, placedAt: now })
    .where(inArray(attachments.id, ids))
}

/** What this person sent, whichever way, without having said where it belongs; in order. */
export async function unplaced(tx: Tx | Db, personId: number): Promise<Attachment[]> {
  return tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.personId, personId), isNull(attachments.placedAt), HELD))
    .orderBy(asc(attachments.id))
}

/** How many files an assignment has. */
export async function countFor(tx: Tx | Db, assignmentId: number): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(attachments)
    .where(and(eq(attachments.assignmentId, assignmentId), HELD))
  return row?.n ?? 0
}
