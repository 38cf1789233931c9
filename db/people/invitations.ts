/** The one-time ways to join: each is for one post, good until a moment, and used once. */
import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../client.ts'
import { invitations, posts } from '../schema/index.ts'
import { hashSecret, newToken, newCode as randomCode } from './invitation-secrets.ts'
import { findLivePosts } from './live-posts.ts'

/** What is handed out; it is told once and kept by nobody. */
export type NewInvitation = {
  token: string
  code: string
  expiresAt: Date
  /** An earlier link and code of this post stopped working. */
  replacesOpen: boolean
}

/** `replaced`: a newer invitation was made, or the post is no longer held. */
type InvitationState = 'open' | 'used' | 'expired' | 'replaced'

export type Invitation = { id: number; personId: number; state: InvitationState }

/** What somebody pressed or typed. */
export type Secret = { token: string } | { code: string }

/** Names the lock under which invitations are made; any number that no other lock has. */
const MAKING_INVITATIONS = 830_227

const isOpen = (now: Date) =>
  and(isNull(invitations.usedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now))

/** Makes an invitation for a post and revokes its older ones. `newCode` is an argument for the tests. */
export async function createInvitation(
  tx: Tx,
  {
    postId,
    days,
    now,
    newCode = randomCode,
  }: { postId: number; days: number; now: Date; newCode?: () => string },
): Promise<NewInvitation> {
  // One at a time: no two open invitations may share a code, and as time closes them no unique index can say so.
  await tx.execute(sql`select pg_advisory_xact_lock(${MAKING_INVITATIONS})`)
  const revoked = await revokeInvitations(tx, [postId], now)
  const token = newToken()
  let code = newCode()
  while (await isTaken(tx, code, now)) code = newCode()
  const expiresAt = new Date(now.getTime() + days * 24 * 60 * 60 * 1_000)
  await tx.insert(invitations).values({
    postId,
    tokenHash: hashSecret(token),
    codeHash: hashSecret(code),
    createdAt: now,
    expiresAt,
  })
  return { token, code, expiresAt, replacesOpen: revoked > 0 }
}

/** Ends the open invitations of these posts; how many there were. */
export async function revokeInvitations(tx: Tx, postIds: number[], now: Date): Promise<number> {
  if (postIds.length === 0) return 0
  const revoked = await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(inArray(invitations.postId, postIds), isOpen(now)))
    .returning({ id: invitations.id })
  return revoked.length
}

/** The invitation of a link or a code, in whatever state it is; null when there never was one. */
export async function findInvitation(
  tx: Tx | Db,
  secret: Secret,
  now: Date,
  today: Temporal.PlainDate,
): Promise<Invitation | null> {
  const [found] = await tx
    .select()
    .from(invitations)
    .where(
      'token' in secret
        ? eq(invitations.tokenHash, hashSecret(secret.token))
        : eq(invitations.codeHash, hashSecret(secret.code)),
    )
    // A code may have belonged to somebody long ago: the one that is open counts, else the latest.
    .orderBy(sql`${isOpen(now)} desc`, desc(invitations.id))
    .limit(1)
  if (!found) return null
  const [post] = await tx.select({ personId: posts.personId }).from(posts).where(eq(posts.id, found.postId))
  const [held] = await findLivePosts(tx, today, eq(posts.id, found.postId))
  return { id: found.id, personId: post!.personId, state: stateOf(found, held !== undefined, now) }
}

function stateOf(
  { usedAt, revokedAt, expiresAt }: typeof invitations.$inferSelect,
  isHeld: boolean,
  now: Date,
): InvitationState {
  if (usedAt) return 'used'
  if (revokedAt || !isHeld) return 'replaced'
  return expiresAt <= now ? 'expired' : 'open'
}

/** Uses it up for a chat. False when another chat was quicker: of two at the same moment one wins. */
export async function useInvitation(tx: Tx, id: number, contactId: number, now: Date): Promise<boolean> {
  const used = await tx
    .update(invitations)
    .set({ usedAt: now, usedBy: contactId })
    .where(and(eq(invitations.id, id), isOpen(now)))
    .returning({ id: invitations.id })
  return used.length > 0
}

async function isTaken(tx: Tx, code: string, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.codeHash, hashSecret(code)), isOpen(now)))
    .limit(1)
  return rows.length > 0
}
