/** Proposals of exemplary people as the office sees them: who proposed whom, what waits, and the office's word on it. */
import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm'
import type { ConsentMethod, ConsentPurpose, ExemplarStage } from '../../domain/exemplars/exemplar.ts'
import type { Quarter } from '../../domain/quarter.ts'
import type { Db, Tx } from '../client.ts'
import { exemplarEvents, exemplars, people, units } from '../schema/index.ts'
import { consentsOf, standingConsents } from './consents.ts'
import { exemplarFiles } from './files.ts'

type Row = typeof exemplars.$inferSelect

export type ReviewEvent = Pick<typeof exemplarEvents.$inferSelect, 'event' | 'stage' | 'reason' | 'at'> & {
  /** Who did it; null for a nominee. */
  by: string | null
}

export type ProposalInReview = Row & {
  unit: string
  proposer: string
  /** The chat that reaches the proposer; null when there is none. */
  proposerChat: number | null
  /** What the consents cover, by purpose. */
  may: Record<ConsentPurpose, boolean>
  /** How those that stand were given. */
  methods: ConsentMethod[]
  /** Attachments that show the nominee, and those that prove a consent. */
  photos: number[]
  evidence: number[]
  /** Oldest first. */
  history: ReviewEvent[]
}

/** A proposal or draft, locked; null when there is none, or what it said was erased. */
export async function proposalInReview(tx: Tx, id: number): Promise<ProposalInReview | null> {
  const [row] = await tx
    .select({
      exemplar: exemplars,
      unit: units.name,
      proposer: people.fullName,
      proposerChat: sql<number | null>`preferred_contact(${exemplars.proposerId})`.mapWith(Number),
    })
    .from(exemplars)
    .innerJoin(units, eq(units.id, exemplars.unitId))
    .innerJoin(people, eq(people.id, exemplars.proposerId))
    .where(and(eq(exemplars.id, id), isNull(exemplars.erasedAt)))
    .for('update', { of: exemplars })
  if (!row) return null
  const { exemplar, ...names } = row
  const files = await exemplarFiles(tx, id)
  const idsOf = (part: 'photo' | 'consent') =>
    files.filter((file) => file.part === part).map((file) => file.id)
  const methods = (await standingConsents(tx, id)).flatMap(({ method }) => method ?? [])
  return {
    ...exemplar,
    ...names,
    may: await consentsOf(tx, id),
    methods: [...new Set(methods)],
    photos: idsOf('photo'),
    evidence: idsOf('consent'),
    history: await historyOf(tx, id),
  }
}

/** What happened to a proposal, in order. */
export async function historyOf(tx: Tx, id: number): Promise<ReviewEvent[]> {
  const { event, stage, reason, at } = exemplarEvents
  return tx
    .select({ event, stage, reason, at, by: people.fullName })
    .from(exemplarEvents)
    .leftJoin(people, eq(people.id, exemplarEvents.personId))
    .where(eq(exemplarEvents.exemplarId, id))
    .orderBy(asc(exemplarEvents.id))
}

const isWaiting = and(eq(exemplars.review, 'submitted'), isNull(exemplars.erasedAt))

/** How many wait for the office's word. */
export async function waitingProposals(tx: Tx | Db): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(exemplars).where(isWaiting)
  return row?.n ?? 0
}

/** Those that have waited longest. */
export async function longestWaiting(tx: Tx, most: number) {
  return tx
    .select({
      id: exemplars.id,
      name: exemplars.name,
      unit: units.shortName,
      submittedAt: exemplars.submittedAt,
    })
    .from(exemplars)
    .innerJoin(units, eq(units.id, exemplars.unitId))
    .where(isWaiting)
    .orderBy(asc(exemplars.submittedAt), asc(exemplars.id))
    .limit(most)
}

/** The approved ones of a quarter, with their stage and who moved them there, oldest first. */
export async function approvedIn(tx: Tx, { year, quarter }: { year: number; quarter: Quarter }) {
  const moved = tx
    .selectDistinctOn([exemplarEvents.exemplarId], {
      exemplarId: exemplarEvents.exemplarId,
      by: people.fullName,
      at: exemplarEvents.at,
    })
    .from(exemplarEvents)
    .leftJoin(people, eq(people.id, exemplarEvents.personId))
    .where(eq(exemplarEvents.event, 'stage'))
    .orderBy(exemplarEvents.exemplarId, desc(exemplarEvents.id))
    .as('moved')
  return tx
    .select({
      id: exemplars.id,
      name: exemplars.name,
      unit: units.shortName,
      stage: exemplars.stage,
      movedBy: moved.by,
      movedAt: moved.at,
    })
    .from(exemplars)
    .innerJoin(units, eq(units.id, exemplars.unitId))
    .leftJoin(moved, eq(moved.exemplarId, exemplars.id))
    .where(
      and(
        eq(exemplars.review, 'approved'),
        eq(exemplars.year, year),
        eq(exemplars.quarter, quarter),
        isNull(exemplars.erasedAt),
      ),
    )
    .orderBy(asc(exemplars.id))
}

export type ReviewChange = Partial<Pick<Row, 'review' | 'stage' | 'sameAsId' | 'mendBy'>>

/** Changes a locked proposal and writes down what happened. Returns the event's id. */
export async function recordReview(
  tx: Tx,
  exemplarId: number,
  change: ReviewChange,
  event: {
    event: ReviewEvent['event']
    stage?: ExemplarStage
    reason?: string
    /** Null for a nominee. */
    personId: number | null
    now: Date
  },
): Promise<number> {
  const { now: at, ...what } = event
  await tx
    .update(exemplars)
    .set({ ...change, changedAt: at })
    .where(eq(exemplars.id, exemplarId))
  const [row] = await tx
    .insert(exemplarEvents)
    .values({ exemplarId, ...what, at })
    .returning({ id: exemplarEvents.id })
  if (!row) throw new Error('the event was not stored')
  return row.id
}
