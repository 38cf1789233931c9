/** One update, one transaction: who wrote, what it means, what is recorded and what is answered. */

import type { Db, Tx } from '../db/client.ts'
import { keepConversation, openConversation } from '../db/messages/conversations.ts'
import { giveUp, type StoredUpdate, takeUpdate } from '../db/messages/inbox.ts'
import { keepNote } from '../db/messages/notes.ts'
import { enqueue, messageShown } from '../db/messages/outbox.ts'
import { contactAt, moveContact, setReachability } from '../db/people/contacts.ts'
import { livePosts } from '../db/people/people.ts'
import type { PostRole } from '../db/schema/index.ts'
import type { IncomingMessage, OutgoingMessage } from '../domain/message.ts'
import { officeDay } from '../domain/office-day.ts'
import { type Asked, readAsked } from './asked.ts'
import type { Channel } from './channel.ts'
import { converse } from './conversation.ts'
import { joinStranger } from './join.ts'
import { answerNominee } from './nominee.ts'
import type { OfficeFacts } from './office-facts.ts'
import { albumOfPhoto } from './sent-together.ts'
import type { PersonTurn, Turn } from './turn.ts'

export type Handling = { db: Db; channel: Channel; facts(): Promise<OfficeFacts>; clock: () => Date }

/** Handles an update whose first time this is; a second time does nothing. */
export async function handleUpdate(
  { db, channel, facts, clock }: Handling,
  update: StoredUpdate,
): Promise<void> {
  const message = channel.read(update.payload)
  const office = await facts()
  const now = clock()
  await db.transaction(async (tx) => {
    const isForUs = message && (message.isPrivate || message.movedTo !== undefined)
    // Here and below, what does not wait for another's answer is asked at once: each way to the database takes time.
    const [isNew, contact] = await Promise.all([
      takeUpdate(tx, update.id, now),
      isForUs ? contactAt(tx, message.from) : null,
    ])
    if (!isNew || !contact || !message) return
    if (message.movedTo !== undefined) return moveContact(tx, contact.id, message.movedTo)
    if (message.reachability !== undefined) return setReachability(tx, contact.id, message.reachability)
    if (contact.state !== 'reachable') await setReachability(tx, contact.id, 'reachable')
    const albumId = await albumOfPhoto({ tx, inboxId: update.id, contact, message }, channel)
    const answers: OutgoingMessage[] = []
    const turn: Turn = {
      ...office,
      tx,
      now,
      today: officeDay(now, office.settings.timezone),
      abilities: channel.abilities,
      botUserName: channel.userName,
      inboxId: update.id,
      contact,
      message: { ...message, albumId },
      async say(answer) {
        answers.push(answer)
      },
    }
    const person = contact.personId === null ? null : await personOf(tx, contact.personId, turn.today)
    let asked: Asked | null = null
    if (!(await answerNominee(turn))) {
      if (person && message.startCode === undefined) asked = await talkWith(turn, person, message)
      else await joinStranger(turn)
    }
    const to = { contactId: contact.id, personId: contact.personId }
    await Promise.all([
      ...answers.map((answer, index) =>
        enqueue(tx, { key: `answer:${update.id}:${index}`, kind: 'answer', ...to, message: answer, now }),
      ),
      person && asked && keepConversation(tx, person.id, asked, now),
    ])
  })
}

/** Resolves with what they are asked from now on; null when nothing of it changed. */
async function talkWith(
  turn: Turn,
  person: PersonTurn['person'],
  { choice, messageId }: IncomingMessage,
): Promise<Asked | null> {
  const [state, pressed] = await Promise.all([
    openConversation(turn.tx, person.id, turn.now),
    choice === undefined ? null : messageShown(turn.tx, turn.contact.id, messageId),
  ])
  const before = readAsked(state)
  const personTurn: PersonTurn = { ...turn, person, asked: before, pressed }
  await converse(personTurn)
  // The numbers of a list stay good until another list is shown.
  const asked = { listed: before.listed, ...personTurn.asked }
  return JSON.stringify(asked) === JSON.stringify(before) ? null : asked
}

/** Somebody who holds a post today; without one they are a stranger again, whatever they were. */
async function personOf(
  tx: Tx,
  personId: number,
  today: Temporal.PlainDate,
): Promise<PersonTurn['person'] | null> {
  const { name, posts } = await livePosts(tx, personId, today)
  const unitIds = [...new Set(posts.flatMap((post) => (post.unitId === null ? [] : [post.unitId])))]
  const holds = (role: PostRole) => posts.some((post) => post.role === role)
  const is = { unit: unitIds.length > 0, office: holds('office'), leader: holds('leader') }
  return posts.length > 0 ? { id: personId, name, posts, unitIds, is } : null
}

/** An update that failed again and again: the office finds it, the person is told, and the next one gets its turn. */
export async function abandonUpdate(
  { db, channel, facts, clock }: Handling,
  update: StoredUpdate,
): Promise<void> {
  const now = clock()
  const { t } = await facts()
  let message: IncomingMessage | null = null
  try {
    message = channel.read(update.payload)
  } catch {
    // What cannot be read has no sender to answer; the office still gets the note.
  }
  await db.transaction(async (tx) => {
    await giveUp(tx, update.id, now)
    const contact = message ? await contactAt(tx, message.from) : null
    const note = { contactId: contact?.id, personId: contact?.personId, text: message?.text }
    await keepNote(tx, { inboxId: update.id, ...note, reason: 'failed', receivedAt: update.receivedAt })
    if (contact) {
      const answer = { text: t('talk.failed') }
      await enqueue(tx, {
        key: `failed:${update.id}`,
        kind: 'answer',
        contactId: contact.id,
        message: answer,
        now,
      })
    }
  })
}
