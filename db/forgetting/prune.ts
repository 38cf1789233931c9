/** What is kept no longer, by kind, and how it is removed. Never a report, a task or a decision. */
import { inArray, lt } from 'drizzle-orm'
import type { Pruning } from '../../domain/retention.ts'
import type { Tx } from '../client.ts'
import { forgetLinks } from '../messages/media-links.ts'
import { auditEntries, media } from '../schema/index.ts'
import { isUnused } from './delete-files.ts'
import { formerPeople, forsakenChats, oldDrafts, oldExemplars } from './prune-people.ts'
import { oldDialogues, oldFiles, oldMessages, oldNotes, oldUpdates } from './prune-talk.ts'

type Step = {
  /** So many rows one transaction takes. */
  most: number
  /** Resolves with how many it removed; as many as `most` when there may be more. */
  remove(tx: Tx, pruning: Pruning, most: number): Promise<number>
}

const MOST_ROWS = 500
/** Each proposal and each person takes longer than a row. */
const MOST_SUBJECTS = 20

/** By what is removed, in an order in which nothing that goes is shown by what still stands. */
export const PRUNING: Record<string, Step> = {
  updates: { most: MOST_ROWS, remove: oldUpdates },
  messages: { most: MOST_ROWS, remove: oldMessages },
  notes: { most: MOST_ROWS, remove: oldNotes },
  dialogues: { most: MOST_ROWS, remove: oldDialogues },
  files: { most: MOST_ROWS, remove: oldFiles },
  drafts: { most: MOST_SUBJECTS, remove: oldDrafts },
  exemplars: { most: MOST_SUBJECTS, remove: oldExemplars },
  former_people: { most: MOST_SUBJECTS, remove: formerPeople },
  chats: { most: MOST_ROWS, remove: forsakenChats },
  audit: { most: MOST_ROWS, remove: oldAudit },
  links: { most: MOST_ROWS, remove: (tx, { now }, most) => forgetLinks(tx, now, most) },
  media: { most: MOST_ROWS, remove: unusedMedia },
}

async function oldAudit(tx: Tx, { since }: Pruning, most: number) {
  const old = lt(auditEntries.at, since.audit)
  const some = tx.select({ id: auditEntries.id }).from(auditEntries).where(old).limit(most)
  const rows = await tx
    .delete(auditEntries)
    .where(inArray(auditEntries.id, some))
    .returning({ id: auditEntries.id })
  return rows.length
}

async function unusedMedia(tx: Tx, _: Pruning, most: number) {
  const some = tx.select({ id: media.id }).from(media).where(isUnused).limit(most)
  const rows = await tx.delete(media).where(inArray(media.id, some)).returning({ id: media.id })
  return rows.length
}
