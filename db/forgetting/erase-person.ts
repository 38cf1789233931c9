/** Erases what is a person's own. The unit's work stays: its answers, their dates, and that somebody was reminded. */
import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { showPhone } from '../../domain/phone.ts'
import { audit } from '../audit.ts'
import type { Tx } from '../client.ts'
import { findLivePosts } from '../people/live-posts.ts'
import { attachments, contacts, exemplars, notes, outbox, people } from '../schema/index.ts'
import { belongsNowhere, deleteFiles } from './delete-files.ts'
import { deleteDraft, type Erasing } from './erase-exemplar.ts'
import { closeChats, takeChats } from './forget-chats.ts'
import { cameFrom, emptyMessages, emptyUpdates, forgetNames } from './forget-talk.ts'

export type PersonErasing = Erasing & {
  today: Temporal.PlainDate
  /** What stands where the name stood. */
  nameless: string
  /** The chat in which they are being answered. */
  answering?: number
}

/** How many of each kind were removed. `quotes`: messages to others that quoted or named them. */
export type PersonErased = Record<
  'updates' | 'messages' | 'notes' | 'drafts' | 'files' | 'quotes' | 'chats' | 'phone' | 'name',
  number
>

/** Name and phone stay as long as the person holds a post, for the office's list has them. */
export async function erasePerson(
  tx: Tx,
  id: number,
  { personId, through, now, today, nameless, answering }: PersonErasing,
): Promise<PersonErased> {
  const [person] = await tx.select().from(people).where(eq(people.id, id)).for('update')
  if (!person) throw new Error(`there is no person ${id}`)
  const held = await findLivePosts(tx, today, eq(people.id, id))
  const goes = held.length > 0 ? null : { fullName: nameless, phone: null }
  if (goes) await tx.update(people).set(goes).where(eq(people.id, id))

  await closeChats(tx, id)
  const updates = await emptyUpdates(tx, cameFrom(tx, eq(contacts.personId, id)))
  const messages = await emptyMessages(tx, isTheirs(tx, id, outbox))
  const drafts = await deleteDrafts(tx, id, now)
  const loose = await deleteFiles(tx, and(eq(attachments.personId, id), belongsNowhere))
  const written = await eraseNotes(tx, id, now)
  const { fullName, phone } = person
  const names = goes && fullName !== nameless ? [fullName] : []
  const numbers = goes && phone ? [phone, showPhone(phone)] : []
  const named = await forgetNames(tx, [...names, ...numbers])
  // Last, for until now the chats tell what is theirs.
  const chats = await takeChats(tx, id, answering)
  const removed = {
    updates,
    messages,
    notes: written.notes,
    drafts: drafts.count,
    files: drafts.files + loose,
    quotes: written.told + named,
    chats,
    phone: Math.sign(numbers.length),
    name: names.length,
  }
  if (isAnything(removed)) {
    const subject = `person:${id}`
    await audit(tx, { personId, through, action: 'person.erased', subject, facts: removed, at: now })
  }
  return removed
}

export const isAnything = (removed: Record<string, number>): boolean =>
  Object.values(removed).some((n) => n > 0)

async function deleteDrafts(tx: Tx, proposerId: number, now: Date) {
  const drafts = await tx
    .select({ id: exemplars.id })
    .from(exemplars)
    .where(
      and(eq(exemplars.proposerId, proposerId), eq(exemplars.review, 'draft'), isNull(exemplars.erasedAt)),
    )
  let files = 0
  for (const { id } of drafts) files += (await deleteDraft(tx, id, now)).files
  return { count: drafts.length, files }
}

/** What bears their id, or came from their chat before we knew whose it is. */
const isTheirs = (tx: Tx, id: number, { personId, contactId }: typeof outbox | typeof notes) =>
  or(
    eq(personId, id),
    and(
      isNull(personId),
      inArray(contactId, tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.personId, id))),
    ),
  )

/**
 * Their words in the office's inbox, and the messages that told the office of them. Nothing is left in them to be read,
 * so none of them waits any more.
 */
async function eraseNotes(tx: Tx, personId: number, now: Date) {
  const kept = await tx
    .select({ id: notes.id })
    .from(notes)
    .where(and(isTheirs(tx, personId, notes), isNotNull(notes.text)))
    .for('update')
  const ids = kept.map(({ id }) => id)
  if (ids.length === 0) return { notes: 0, told: 0 }
  await tx
    .update(notes)
    .set({
      text: null,
      handledAt: sql`coalesce(${notes.handledAt}, ${now.toISOString()})`,
      outcome: sql`coalesce(${notes.outcome}, 'read')`,
    })
    .where(inArray(notes.id, ids))
  const these = `(${ids.join('|')})`
  const told = or(
    sql`${outbox.key} ~ ${`^note(-[a-z]+)?:${these}(:|$)`}`,
    sql`${outbox.message}::text ~ ${`"value": "inbox\\.[a-z-]+:${these}:`}`,
  )
  return { notes: ids.length, told: await emptyMessages(tx, told) }
}
