/** Joining with an invitation: its link pressed, or its code typed. */
import { keepTries } from '../../db/people/contacts.ts'
import { findInvitation, type Secret, useInvitation } from '../../db/people/invitations.ts'
import { livePosts } from '../../db/people/people.ts'
import { afterWrongTry, isLocked } from '../../domain/wrong-tries.ts'
import { clockTime } from '../../locales/dates.ts'
import type { Turn } from '../turn.ts'
import { finishJoining, sayAlreadyJoined } from './done.ts'

/** Lets the chat in, or says which of the reasons keeps it out. */
export async function joinByInvitation(turn: Turn, secret: Secret): Promise<void> {
  const { tx, t, contact, now, today } = turn
  if (isLocked(contact, now)) return sayLocked(turn, contact.lockedUntil)
  const invitation = await findInvitation(tx, secret, now, today)
  if (!invitation) return countWrong(turn)
  const owner = await ownerOf(turn)
  if (owner !== null && owner !== invitation.personId) return turn.say({ text: t('join.otherPerson') })
  const isOpen = invitation.state === 'open' && (await useInvitation(tx, invitation.id, contact.id, now))
  if (owner !== null) return sayAlreadyJoined(turn, owner)
  if (isOpen) return finishJoining(turn, invitation.personId)
  // It was open a moment ago: another chat was quicker.
  const reason = invitation.state === 'open' ? 'used' : invitation.state
  return turn.say({ text: t(`join.${reason}`) })
}

/** Whose chat it is. Somebody who holds no post any more is nobody to us, and the chat is free. */
async function ownerOf({ tx, contact, today }: Turn): Promise<number | null> {
  if (contact.personId === null) return null
  const { posts } = await livePosts(tx, contact.personId, today)
  return posts.length > 0 ? contact.personId : null
}

async function countWrong(turn: Turn): Promise<void> {
  const { tx, t, contact, now } = turn
  const { left, ...tries } = afterWrongTry(contact, now)
  await keepTries(tx, contact.id, tries)
  if (isLocked(tries, now)) return sayLocked(turn, tries.lockedUntil)
  return turn.say({ text: t('join.wrong', { left }) })
}

async function sayLocked(turn: Turn, lockedUntil: Date): Promise<void> {
  const { t, settings } = turn
  const until = clockTime(lockedUntil, settings.timezone, settings.language)
  return turn.say({ text: t('join.locked', { until }) })
}
