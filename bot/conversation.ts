/** What a message from somebody we know means, in order: a button, a command, an answer to the last question, words. */
import { keepNote } from '../db/messages/notes.ts'
import type { MediaRef } from '../domain/message.ts'
import { readDay } from '../domain/replies/day-reader.ts'
import { readReply } from '../domain/replies/reply-reader.ts'
import { chosen } from './asked.ts'
import { type CommandName, command, commandIn, sayHelp } from './commands.ts'
import { askBack } from './doubtful-answer.ts'
import { takeFile } from './files.ts'
import { press } from './press.ts'
import { answerDetail } from './steps/task-difficulty.ts'
import { answerProgress } from './steps/task-progress.ts'
import { showRecord } from './steps/task-record.ts'
import type { Awaited } from './topic.ts'
import { answerTopic, beginTopic, leaveTopic, offerForFile } from './topics.ts'
import type { PersonTurn } from './turn.ts'
import { answerCaption, answerWords } from './words.ts'

const MB = 1024 * 1024

/** Handles one message; everything it does happens in the turn's transaction. */
export async function converse(turn: PersonTurn): Promise<void> {
  const { awaits } = turn.asked
  await understand(turn)
  if (awaits?.kind === 'topic') await keepWordsLeft(turn, awaits)
}

async function understand(turn: PersonTurn): Promise<void> {
  const { message } = turn
  if (message.choice !== undefined) return press(turn, message.choice)
  if (message.unsupported !== undefined) return refuseKind(turn, message.unsupported)
  const { is } = turn.person
  const text = message.text?.trim() ?? ''
  if (message.media) return converseOfFile(turn, message.media, text)
  if (await beginTopic(turn, text)) return
  const named = commandIn(text)
  if (named === 'cancel' && (await leaveTopic(turn))) return
  if (named && (is.unit || FOR_ALL.includes(named))) return command(turn, named)
  const choice = chosen(text, turn.asked.offered)
  if (await askBack(turn, text, choice)) return
  if (choice !== null) return press(turn, choice)
  if (await answersQuestion(turn, text)) return
  // People of the office and leaders owe nothing; what they write is nobody's report.
  return is.unit ? answerWords(turn, text) : sayHelp(turn)
}

/** What those who owe nothing may type as well. */
const FOR_ALL: CommandName[] = ['help', 'cancel']

async function converseOfFile(turn: PersonTurn, media: MediaRef, text: string): Promise<void> {
  const { awaits } = turn.asked
  if (awaits?.kind === 'topic' && (await answerTopic(turn, awaits, { media }))) return
  if (await offerForFile(turn, media)) return
  if (!turn.person.is.unit) return sayHelp(turn)
  if (text !== '') await answerCaption(turn, text)
  return takeFile(turn, media)
}

/** Was a day, or a line about a difficulty, what they were asked for? */
async function answersQuestion(turn: PersonTurn, text: string): Promise<boolean> {
  const { awaits } = turn.asked
  if (awaits?.kind === 'topic') return answerTopic(turn, awaits, { text })
  if (awaits?.kind !== 'difficulty' && awaits?.kind !== 'day') return false
  const reading = readReply(text, turn.today)
  if (awaits.kind === 'difficulty') {
    if (reading.kind === 'acknowledged') await showRecord(turn, awaits.assignmentId)
    else await answerDetail(turn, awaits.assignmentId, text)
    return true
  }
  const day = readDay(text, turn.today)
  if (day) await answerProgress(turn, awaits.assignmentId, { expectedOn: day })
  // Not a day but plainly a report: the question is over.
  else if (reading.kind === 'status') return false
  else await turn.say({ text: turn.t('answer.dayUnclear') })
  return true
}

/** What answered nothing while a topic was spoken of is for the office to read, once the topic is left. */
async function keepWordsLeft(turn: PersonTurn, before: Awaited & { topic: string }): Promise<void> {
  const { awaits } = turn.asked
  if (before.said === undefined || (awaits?.kind === 'topic' && awaits.topic === before.topic)) return
  await keepNote(turn.tx, {
    inboxId: turn.inboxId,
    contactId: turn.contact.id,
    personId: turn.person.id,
    unitId: turn.person.unitIds[0],
    reason: 'unplaced',
    text: before.said,
    receivedAt: turn.now,
  })
}

/** Voice, stickers and the like: refused in words, and noted, for somebody wanted to say something. */
async function refuseKind(turn: PersonTurn, kind: string): Promise<void> {
  const { t, abilities } = turn
  await keepNote(turn.tx, {
    inboxId: turn.inboxId,
    contactId: turn.contact.id,
    personId: turn.person.id,
    unitId: turn.person.unitIds[0],
    reason: 'unsupported',
    text: kind,
    receivedAt: turn.now,
  })
  const maxMb = Math.floor(abilities.maxFileSize / MB)
  const others = abilities.documents ? t('photo.unsupported', { maxMb }) : t('photo.photosAlone', { maxMb })
  await turn.say({ text: kind === 'voice' ? t('photo.voice') : others })
}
