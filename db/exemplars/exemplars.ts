/** Proposals of exemplary people as their proposers see them: begun, told piece by piece, sent, taken back. */
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { ExemplarStage } from '../../domain/exemplars/exemplar.ts'
import type { ProposalFacts } from '../../domain/exemplars/questions.ts'
import { quarterOf } from '../../domain/quarter.ts'
import { fold } from '../../domain/vietnamese.ts'
import type { Tx } from '../client.ts'
import { deleteFiles } from '../forgetting/delete-files.ts'
import { attachments, consentLinks, consents, exemplarEvents, exemplars } from '../schema/index.ts'
import { standingConsents } from './consents.ts'
import { exemplarFiles } from './files.ts'

type Row = typeof exemplars.$inferSelect

export type Proposal = Row &
  ProposalFacts & {
    /** The nominee has a link by which they may still say what they agree to. */
    awaitsNominee: boolean
  }

/** What a proposer tells, piece by piece. */
export type Told = Partial<
  Pick<Row, 'kind' | 'underSixteen' | 'fromSeven' | 'name' | 'role' | 'field' | 'deed' | 'photosDone'>
>

/** Begins a draft. There must be no other of this proposer's. */
export async function beginDraft(
  tx: Tx,
  draft: { unitId: number; proposerId: number; today: Temporal.PlainDate; now: Date },
): Promise<number> {
  const { unitId, proposerId, today, now } = draft
  const period = { year: today.year, quarter: quarterOf(today) }
  const [row] = await tx
    .insert(exemplars)
    .values({ unitId, proposerId, ...period, begunAt: now, changedAt: now })
    .returning({ id: exemplars.id })
  if (!row) throw new Error('the draft was not stored')
  return row.id
}

/** A person's one draft, locked; null when there is none. */
export async function draftOf(tx: Tx, proposerId: number, now: Date): Promise<Proposal | null> {
  const [row] = await tx
    .select()
    .from(exemplars)
    .where(
      and(eq(exemplars.proposerId, proposerId), eq(exemplars.review, 'draft'), isNull(exemplars.erasedAt)),
    )
    .for('update')
  return row ? withFacts(tx, row, now) : null
}

/** A proposal of anybody's, locked; null when there is none, or what it said was erased. */
export async function lockedProposal(tx: Tx, id: number, now: Date): Promise<Proposal | null> {
  const [row] = await tx
    .select()
    .from(exemplars)
    .where(and(eq(exemplars.id, id), isNull(exemplars.erasedAt)))
    .for('update')
  return row ? withFacts(tx, row, now) : null
}

async function withFacts(tx: Tx, row: Row, now: Date): Promise<Proposal> {
  const files = await exemplarFiles(tx, row.id)
  const [link] = await tx
    .select({ id: consentLinks.id })
    .from(consentLinks)
    .where(
      and(eq(consentLinks.exemplarId, row.id), isNull(consentLinks.usedAt), gt(consentLinks.expiresAt, now)),
    )
  return {
    ...row,
    photos: files.filter(({ part }) => part === 'photo').length,
    evidence: files.filter(({ part }) => part === 'consent').length,
    consents: await standingConsents(tx, row.id),
    awaitsNominee: link !== undefined,
  }
}

export async function tell(tx: Tx, id: number, told: Told, now: Date): Promise<void> {
  const foldedName = told.name == null ? {} : { foldedName: fold(told.name) }
  await tx
    .update(exemplars)
    .set({ ...told, ...foldedName, changedAt: now })
    .where(eq(exemplars.id, id))
}

/** Hands a proposal to the office, the first time or mended. */
export async function markSubmitted(
  tx: Tx,
  { id, proposerId, stage }: Pick<Proposal, 'id' | 'proposerId' | 'stage'>,
  { today, now }: { today: Temporal.PlainDate; now: Date },
): Promise<void> {
  const period = { year: today.year, quarter: quarterOf(today) }
  const first: ExemplarStage = 'discovered'
  await tx
    .update(exemplars)
    .set({
      ...period,
      review: 'submitted',
      stage: stage ?? first,
      mendBy: null,
      submittedAt: now,
      changedAt: now,
    })
    .where(eq(exemplars.id, id))
  await tx
    .insert(exemplarEvents)
    .values({ exemplarId: id, event: 'submitted', personId: proposerId, at: now })
}

/** The proposer takes it back. What was agreed to stands, for the record of what they did with it. */
export async function markWithdrawn(tx: Tx, id: number, personId: number, now: Date): Promise<void> {
  await tx.update(exemplars).set({ review: 'withdrawn', changedAt: now }).where(eq(exemplars.id, id))
  await tx.insert(exemplarEvents).values({ exemplarId: id, event: 'withdrawn', personId, at: now })
}

/** Removes the rows of a draft. What else tells of it: see erase-exemplar.ts. */
export async function discardDraft(tx: Tx, id: number): Promise<void> {
  await deleteFiles(tx, eq(attachments.exemplarId, id))
  await tx.delete(exemplarEvents).where(eq(exemplarEvents.exemplarId, id))
  await tx.delete(consents).where(eq(consents.exemplarId, id))
  await tx.delete(consentLinks).where(eq(consentLinks.exemplarId, id))
  await tx.delete(exemplars).where(eq(exemplars.id, id))
}
