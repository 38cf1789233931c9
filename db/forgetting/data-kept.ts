/** What is kept about one person, for their own eyes. */
import { and, asc, count, eq, isNull } from 'drizzle-orm'
import type { Review } from '../../domain/exemplars/exemplar.ts'
import type { ChannelName } from '../../domain/message.ts'
import type { Tx } from '../client.ts'
import { attachments, contacts, exemplars, notes, people, reports } from '../schema/index.ts'

export type DataKept = {
  /** In the one form of domain/phone.ts. */
  phone: string | null
  chats: { channel: ChannelName; joinedAt: Date | null }[]
  reports: number
  files: number
  /** How many proposals of exemplars they made, by how each stands; drafts too. */
  proposals: { review: Review; n: number }[]
  /** Messages of theirs that the office has not read yet. */
  waiting: number
}

export async function dataKept(tx: Tx, personId: number): Promise<DataKept> {
  const [person] = await tx.select({ phone: people.phone }).from(people).where(eq(people.id, personId))
  const chats = await tx
    .select({ channel: contacts.channel, joinedAt: contacts.joinedAt })
    .from(contacts)
    .where(eq(contacts.personId, personId))
    .orderBy(asc(contacts.id))
  const proposals = await tx
    .select({ review: exemplars.review, n: count() })
    .from(exemplars)
    .where(and(eq(exemplars.proposerId, personId), isNull(exemplars.erasedAt)))
    .groupBy(exemplars.review)
    .orderBy(asc(exemplars.review))
  return {
    phone: person?.phone ?? null,
    chats,
    reports: await tx.$count(reports, eq(reports.personId, personId)),
    files: await tx.$count(attachments, eq(attachments.personId, personId)),
    proposals,
    waiting: await tx.$count(notes, and(eq(notes.personId, personId), isNull(notes.handledAt))),
  }
}
