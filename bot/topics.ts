/** Every subject there is, by the name its buttons carry; and who may bring it up. */
import type { MediaRef } from '../domain/message.ts'
import { readTopicChoice } from '../domain/topic-choice.ts'
import { fold } from '../domain/vietnamese.ts'
import { NOTHING_ASKED } from './asked.ts'
import type { Awaited, Topic } from './topic.ts'
import { announcement } from './topics/announcement/announcement.ts'
import { block } from './topics/block/block.ts'
import { call } from './topics/call/call.ts'
import { data } from './topics/data/data.ts'
import { decision } from './topics/decision/decision.ts'
import { desk } from './topics/desk/desk.ts'
import { digest } from './topics/digest/digest.ts'
import { exemplar } from './topics/exemplar/exemplar.ts'
import { extend } from './topics/extend/extend.ts'
import { inbox } from './topics/inbox/inbox.ts'
import { intake } from './topics/intake/intake.ts'
import { papers } from './topics/papers/papers.ts'
import { pause } from './topics/pause/pause.ts'
import { quota } from './topics/quota/quota.ts'
import { received } from './topics/received/received.ts'
import { review } from './topics/review/review.ts'
import { urge } from './topics/urge/urge.ts'
import { waiting } from './topics/waiting/waiting.ts'
import type { PersonTurn } from './turn.ts'

const TOPICS: Record<string, Topic> = {
  call,
  announcement,
  received,
  exemplar,
  digest,
  data,
  waiting,
  decision,
  extend,
  inbox,
  intake,
  papers,
  quota,
  review,
  pause,
  urge,
  desk,
  block,
}

/** Null for a name that somebody made up, such as `constructor`. */
const topicNamed = (name: string): Topic | null =>
  Object.hasOwn(TOPICS, name) ? (TOPICS[name] ?? null) : null

/** Does what a topic's button says; false when its value is none of a topic's. */
export async function pressTopic(turn: PersonTurn, value: string): Promise<boolean> {
  const choice = readTopicChoice(value)
  const topic = choice && topicNamed(choice.topic)
  if (!topic) return false
  if (mayBringUp(turn, topic)) await topic.press(turn, choice)
  else await turn.say({ text: turn.t('talk.notYourUnit') })
  return true
}

/** Begins the topic whose word was typed; false when it was none that this person may use. */
export async function beginTopic(turn: PersonTurn, text: string): Promise<boolean> {
  const typed = text
    .trim()
    .replace(/^\//, '')
    .replace(/^(\w+)@\w+/, '$1')
  // "Đơn vị nào chưa nộp …" may be the first words of an announcement that is being written.
  const isPlainlyCommand = text.trim().startsWith('/') || turn.asked.awaits?.kind !== 'topic'
  for (const topic of Object.values(TOPICS)) {
    if (!mayBringUp(turn, topic)) continue
    for (const { words, takesMore, run } of topic.commands ?? []) {
      const rest = restAfter(words, typed)
      if (rest === null || (rest !== '' && !(takesMore && isPlainlyCommand))) continue
      await run(turn, rest)
      return true
    }
  }
  return false
}

/** What follows the first of these words that begins a text; null when none does. */
function restAfter(words: readonly string[], typed: string): string | null {
  const parts = typed.split(/\s+/)
  for (const word of words) {
    const length = word.split(' ').length
    if (fold(parts.slice(0, length).join(' ')) === word) return parts.slice(length).join(' ')
  }
  return null
}

/** Words or a file in answer to a topic's question; false when they are no answer to it. */
export async function answerTopic(
  turn: PersonTurn,
  { topic: name, ...awaited }: Awaited & { topic: string },
  answer: { text: string } | { media: MediaRef },
): Promise<boolean> {
  const topic = topicNamed(name)
  if (!topic || !mayBringUp(turn, topic)) return false
  return 'text' in answer
    ? ((await topic.words?.(turn, awaited, answer.text)) ?? false)
    : ((await topic.file?.(turn, awaited, answer.media)) ?? false)
}

/** A file that answers nothing; false when no topic of this person knows what to do with it. */
export async function offerForFile(turn: PersonTurn, media: MediaRef): Promise<boolean> {
  for (const topic of Object.values(TOPICS))
    if (mayBringUp(turn, topic) && (await topic.unasked?.(turn, media))) return true
  return false
}

/** "Hủy" at a topic's question; false when the topic has nothing of its own to say to that. */
export async function leaveTopic(turn: PersonTurn): Promise<boolean> {
  const { awaits } = turn.asked
  if (awaits?.kind !== 'topic') return false
  const topic = topicNamed(awaits.topic)
  if (!topic?.leave || !mayBringUp(turn, topic)) return false
  turn.asked = NOTHING_ASKED
  await topic.leave(turn, awaits)
  return true
}

const mayBringUp = ({ person }: PersonTurn, { audience }: Topic): boolean =>
  audience.some((one) => person.is[one])
