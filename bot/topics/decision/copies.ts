/** The copies of one request in the chats of those who may decide: sent once, brought up to date, and closed. */

import { lastRequestOf, type Request } from '../../../db/answers/requests.ts'
import { enqueue, reword, sentAs } from '../../../db/messages/outbox.ts'
import { type StaffMember, staffMembers } from '../../../db/people/staff.ts'
import type { OutgoingMessage } from '../../../domain/message.ts'
import type { PersonTurn } from '../../turn.ts'
import { outcomeText } from './outcome.ts'
import { requestCard } from './request-card.ts'

/** So long a difficulty waits for its kind and the unit's own words, and then goes to the office without them. */
const WORDS_COME_MS = 90_000

type News =
  /** A difficulty, whose details may follow: those change the message instead of doubling it. */
  | { is: 'difficulty'; complete: boolean }
  /** A date wished for: a message of its own, even if the difficulty has been told. */
  | { is: 'wish' }

/** Tells the office what waits for it in an assignment, and the leader to whom it was passed. */
export async function tellDeciders(turn: PersonTurn, assignmentId: number, news: News): Promise<void> {
  const request = await lastRequestOf(turn.tx, assignmentId)
  if (!request?.isOpen) return
  const waits = news.is === 'difficulty' && !news.complete
  const when = {
    anew: news.is === 'wish',
    notBefore: new Date(turn.now.getTime() + (waits ? WORDS_COME_MS : 0)),
  }
  for (const [as, member] of await decidersOf(turn, request)) {
    await sendCopy(turn, request, member, requestCard(turn, request, as), when)
  }
}

/** Puts it into one chat: in place of the copy that is there, unless it is to be noticed `anew`. */
export async function sendCopy(
  { tx, now, inboxId }: PersonTurn,
  { id, unitId }: Request,
  { personId, contactId }: StaffMember,
  message: OutgoingMessage,
  { anew, notBefore = now }: { anew: boolean; notBefore?: Date },
): Promise<void> {
  const key = copyKey(id, personId)
  const to = { kind: 'answer', contactId, personId, unitId, now } as const
  const before = await sentAs(tx, key)
  if (!before) {
    await enqueue(tx, { key, ...to, message, notBefore })
  } else if (!(await reword(tx, before.id, message, notBefore))) {
    const replaces = anew ? undefined : (before.externalId ?? undefined)
    const again = `${key}:${anew ? 'anew' : 'edit'}:${inboxId}`
    await enqueue(tx, { key: again, ...to, message: { ...message, replaces } })
  }
}

/** Says in every copy but the decider's own what was decided, and takes the buttons away. */
export async function closeCopies(turn: PersonTurn, request: Request): Promise<void> {
  const message = { text: outcomeText(turn, request) }
  for (const [, member] of await decidersOf(turn, request)) {
    const before = await sentAs(turn.tx, copyKey(request.id, member.personId))
    if (before) await sendCopy(turn, request, member, message, { anew: false })
  }
}

const copyKey = (requestId: number, personId: number): string => `request:${requestId}:${personId}`

/** Everybody but who is speaking whom a message reaches. */
async function decidersOf({ tx, today, person }: PersonTurn, { passedToId }: Request) {
  const office = await staffMembers(tx, 'office', today)
  const leaders = passedToId === null ? [] : await staffMembers(tx, 'leader', today)
  const known = new Set(office.map(({ personId }) => personId))
  const passed = leaders.filter(({ personId }) => personId === passedToId && !known.has(personId))
  return [
    ...office.map((member) => ['office', member] as const),
    ...passed.map((member) => ['leader', member] as const),
  ].filter(([, { personId, contactId }]) => personId !== person.id && contactId !== null)
}
