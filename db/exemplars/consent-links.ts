/** The one-time links by which nominees speak for themselves: made, used by the first chat that opens one, revoked. */
import { hash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNotNull } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { consentLinks } from '../schema/index.ts'

export type ConsentLink = typeof consentLinks.$inferSelect

/** 192 bits in 32 letters that a link may carry. */
const newToken = (): string => randomBytes(24).toString('base64url')

const hashOf = (token: string): string => hash('sha256', token)

const DAY_MS = 24 * 3_600_000

/** Makes a link and ends the earlier ones of this proposal. Returns its token, which nobody keeps. */
export async function makeConsentLink(
  tx: Tx,
  { exemplarId, days, now }: { exemplarId: number; days: number; now: Date },
): Promise<string> {
  await tx
    .update(consentLinks)
    .set({ expiresAt: now })
    .where(and(eq(consentLinks.exemplarId, exemplarId), gt(consentLinks.expiresAt, now)))
  const token = newToken()
  const expiresAt = new Date(now.getTime() + days * DAY_MS)
  await tx.insert(consentLinks).values({ exemplarId, tokenHash: hashOf(token), createdAt: now, expiresAt })
  return token
}

/** The link of a token, locked; null when there never was one. */
export async function findConsentLink(tx: Tx, token: string): Promise<ConsentLink | null> {
  const [link] = await tx
    .select()
    .from(consentLinks)
    .where(eq(consentLinks.tokenHash, hashOf(token)))
    .for('update')
  return link ?? null
}

/** From now on only this chat can use it. */
export async function useConsentLink(tx: Tx, id: number, contactId: number, now: Date): Promise<void> {
  await tx.update(consentLinks).set({ usedAt: now, contactId }).where(eq(consentLinks.id, id))
}

/** The link by which the nominee speaks: the newest that somebody opened, expired or not. */
export async function linkInUse(tx: Tx, exemplarId: number): Promise<ConsentLink | null> {
  const [link] = await tx
    .select()
    .from(consentLinks)
    .where(and(eq(consentLinks.exemplarId, exemplarId), isNotNull(consentLinks.usedAt)))
    .orderBy(desc(consentLinks.id))
    .limit(1)
  return link ?? null
}
