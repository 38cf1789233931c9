/** Erases what is kept about a nominee: name, words, photos and consents. The row stays, for the counts. */
import { and, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import { exemplarCode } from '../../domain/exemplars/exemplar.ts'
import { audit } from '../audit.ts'
import type { Db, Tx } from '../client.ts'
import { discardDraft } from '../exemplars/exemplars.ts'
import {
  attachments,
  consentLinks,
  consents,
  contacts,
  exemplarEvents,
  exemplars,
  inbox,
  outbox,
} from '../schema/index.ts'
import { deleteFiles } from './delete-files.ts'
import { cameFrom, emptyMessages, emptyUpdates, forgetNames } from './forget-talk.ts'

export type Erasing = {
  /** Whoever of our people does it; null for the program itself, on the command line, and for nominees. */
  personId: number | null
  through: 'chat' | 'command' | 'program'
  now: Date
}

/** How many of each kind were removed. */
export type ExemplarErased = Record<
  'texts' | 'files' | 'consents' | 'links' | 'messages' | 'updates' | 'quotes',
  number
>

type Exemplar = typeof exemplars.$inferSelect

/** Was there ever such a proposal? One that was erased is still counted. */
export const isProposal = async (db: Db, id: number): Promise<boolean> =>
  (await db.$count(exemplars, eq(exemplars.id, id))) > 0

/** Erases a proposal, in whatever state; null when there is none, or nothing of it is left. */
export async function eraseExemplar(
  tx: Tx,
  exemplarId: number,
  { personId, through, now }: Erasing,
): Promise<ExemplarErased | null> {
  const [exemplar] = await tx.select().from(exemplars).where(eq(exemplars.id, exemplarId)).for('update')
  if (!exemplar || exemplar.erasedAt) return null
  const nothing = { name: null, foldedName: null, role: null, deed: null }
  await tx
    .update(exemplars)
    .set({ ...nothing, mendBy: null, erasedAt: now })
    .where(eq(exemplars.id, exemplarId))
  // The office's reasons speak of the nominee.
  await tx.update(exemplarEvents).set({ reason: null }).where(eq(exemplarEvents.exemplarId, exemplarId))
  const traces = await eraseTraces(tx, exemplar, now)
  const withdrawn = await tx
    .update(consents)
    .set({ withdrawnAt: now })
    .where(and(eq(consents.exemplarId, exemplarId), isNull(consents.withdrawnAt)))
    .returning({ id: consents.id })
  await tx.insert(exemplarEvents).values({ exemplarId, event: 'erased', personId, at: now })
  const texts = [exemplar.name, exemplar.role, exemplar.deed].filter(Boolean).length
  const removed = { texts, consents: withdrawn.length, ...traces }
  const subject = `exemplar:${exemplarId}`
  await audit(tx, { personId, through, action: 'exemplar.erased', subject, facts: removed, at: now })
  return removed
}

/** Deletes a draft whole: without a consent to store there is nothing that may be counted. Returns its files. */
export async function deleteDraft(tx: Tx, exemplarId: number, now: Date): Promise<{ files: number }> {
  const isDraft = and(eq(exemplars.id, exemplarId), eq(exemplars.review, 'draft'))
  const [draft] = await tx.select().from(exemplars).where(isDraft).for('update')
  if (!draft) return { files: 0 }
  const nothing = { name: null, role: null, deed: null }
  await tx.update(exemplars).set(nothing).where(eq(exemplars.id, exemplarId))
  const { files } = await eraseTraces(tx, draft, now)
  await discardDraft(tx, exemplarId)
  return { files }
}

/** Erases whatever else tells of a proposal, whose own row has been emptied: files, links, and what was said of it. */
async function eraseTraces(tx: Tx, exemplar: Exemplar, now: Date) {
  const { id } = exemplar
  const itsFiles = eq(attachments.exemplarId, id)
  const files = await tx.select({ id: attachments.id }).from(attachments).where(itsFiles)
  const about = isAbout(
    exemplar,
    files.map((file) => file.id),
  )
  const told = await emptyMessages(tx, about)
  const making = await eraseMaking(tx, exemplar, now)
  const nominee = await eraseNomineeTalk(tx, id)
  const links = await tx
    .delete(consentLinks)
    .where(eq(consentLinks.exemplarId, id))
    .returning({ id: consentLinks.id })
  return {
    files: await deleteFiles(tx, itsFiles),
    links: links.length,
    messages: told + making.messages + nominee.messages,
    updates: making.updates + nominee.updates,
    quotes: await forgetNames(tx, exemplar.name ? [exemplar.name] : []),
  }
}

/** Messages made because of a proposal, that name its code or show its photos, or whose buttons act on it. */
const isAbout = ({ id, begunAt }: Exemplar, files: number[]) =>
  and(
    gte(outbox.queuedAt, begunAt),
    or(
      sql`${outbox.key} ~ ${`^(exemplar-proposal|exemplar-decision|nominee-answer|nominee-withdrawal):${id}:`}`,
      sql`${outbox.message}::text ~ ${`\\m${exemplarCode(id)}\\M`}`,
      // These two acts carry the id of a unit and a place in a list.
      sql`${outbox.message}::text ~
        ${`"value": "(exemplar|review|nominee)\\.(?!begin:|approved:)[a-z-]+:${id}:`}`,
      sql`exists (select from jsonb_path_query(${outbox.message}, '$.files[*].attachment') f
        where f::bigint = any(${sql.param(files)}))`,
    ),
  )

/** What the proposer wrote and was answered until it was sent for the last time. */
async function eraseMaking(tx: Tx, { id, proposerId, begunAt }: Exemplar, now: Date) {
  const [sent] = await tx
    .select({ at: sql<string | null>`max(${exemplarEvents.at})::text` })
    .from(exemplarEvents)
    .where(and(eq(exemplarEvents.exemplarId, id), eq(exemplarEvents.event, 'submitted')))
  const until = sent?.at ?? now.toISOString()
  const inTheMaking = (at: typeof inbox.receivedAt | typeof outbox.queuedAt) =>
    sql`${at} between ${begunAt.toISOString()} and ${until}`
  const answers = and(
    eq(outbox.personId, proposerId),
    eq(outbox.kind, 'answer'),
    inTheMaking(outbox.queuedAt),
  )
  const came = and(cameFrom(tx, eq(contacts.personId, proposerId)), inTheMaking(inbox.receivedAt))
  return { messages: await emptyMessages(tx, answers), updates: await emptyUpdates(tx, came) }
}

/** The nominee's own chat, unless it is that of one of our people. */
async function eraseNomineeTalk(tx: Tx, exemplarId: number) {
  const rows = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        isNull(contacts.personId),
        sql`${contacts.id} in (select contact_id from consents where exemplar_id = ${exemplarId}
          union select contact_id from consent_links where exemplar_id = ${exemplarId})`,
      ),
    )
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return { messages: 0, updates: 0 }
  // Its address goes with the next pruning, when the last answer has gone out.
  await tx.update(contacts).set({ state: 'unreachable' }).where(inArray(contacts.id, ids))
  return {
    messages: await emptyMessages(tx, inArray(outbox.contactId, ids)),
    updates: await emptyUpdates(tx, cameFrom(tx, inArray(contacts.id, ids))),
  }
}
