/** Joining by sharing one's own phone number: found in the list, then confirmed; never guessed. */

import { keepNote } from '../../db/messages/notes.ts'
import { claimContact } from '../../db/people/contacts.ts'
import { livePosts, peopleByPhone } from '../../db/people/people.ts'
import type { Choice, IncomingMessage } from '../../domain/message.ts'
import { normalisePhone, showPhone } from '../../domain/phone.ts'
import type { Translate } from '../../locales/i18n.ts'
import type { Turn } from '../turn.ts'
import { finishJoining, inPlaceOfQuestion, postsInWords } from './done.ts'

/** The values of a stranger's buttons. They name no task, so they are no acts of domain/choice.ts. */
export const JOIN = { yes: 'join:yes', no: 'join:no', ask: 'join:ask', privacy: 'join:privacy' } as const

export const yesOrNo = (t: Translate): Choice[] => [
  { label: t('start.yes'), value: JOIN.yes },
  { label: t('start.no'), value: JOIN.no },
]

/** A wish to be added; the number goes along, since we keep no stranger's number. */
export const askingValue = (phone: string | null): string => (phone ? `${JOIN.ask}:${phone}` : JOIN.ask)

/**
 * Looks the sender's own number up in the list. A chat that is refused for its wrong codes may still come in this way:
 * the platform vouches for the number, so there is nothing to guess.
 */
export async function joinByPhone(
  turn: Turn,
  { number, own }: NonNullable<IncomingMessage['phone']>,
): Promise<void> {
  const { tx, t, contact, message, today } = turn
  if (!own || !message.isPrivate) {
    return turn.say({ text: t('start.foreignContact'), askForPhone: t('start.sharePhone') })
  }
  const phone = normalisePhone(number)?.phone ?? null
  const [found, ...others] = phone ? await peopleByPhone(tx, phone, today) : []
  const person = others.length === 0 ? found?.[0] : undefined
  await claimContact(tx, contact.id, person?.personId ?? null)
  if (found && person) {
    const who = { name: person.person, posts: postsInWords(found, t) }
    return turn.say({ text: t('start.confirmUnit', who), choices: [yesOrNo(t)] })
  }
  if (found) return turn.say({ text: t('join.phoneUnclear') })
  const ask = { label: t('join.ask'), value: askingValue(phone) }
  return turn.say({ text: t('join.notRegistered'), choices: [[ask]] })
}

/** "Đồng chí là ..., đúng không?" is answered. */
export async function answerConfirmation(turn: Turn, isRight: boolean): Promise<void> {
  const { tx, t, contact, today } = turn
  const personId = contact.claimedPersonId
  const { posts } = personId === null ? { posts: [] } : await livePosts(tx, personId, today)
  // The question may be old: only somebody who still holds a post comes in.
  if (isRight && personId !== null && posts.length > 0) return finishJoining(turn, personId)
  await claimContact(tx, contact.id, null)
  return turn.say(inPlaceOfQuestion(turn, { text: t('join.notMe') }))
}

/** Leaves a note for the office: who they say they are, and the number to call. */
export async function askToBeAdded(turn: Turn, value: string): Promise<void> {
  const { tx, t, contact, message, inboxId, now } = turn
  const phone = normalisePhone(value.split(':')[2] ?? '')?.phone
  await keepNote(tx, {
    inboxId,
    contactId: contact.id,
    reason: 'asks_to_join',
    text: [message.displayName, phone && showPhone(phone)].filter(Boolean).join(', '),
    receivedAt: now,
  })
  await turn.say(inPlaceOfQuestion(turn, { text: t('join.requested') }))
}
