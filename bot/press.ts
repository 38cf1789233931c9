/** What each button does. Every press is checked anew: the person, the unit and the state of the task. */
import { acknowledge, acknowledgeLast } from '../db/messages/outbox.ts'
import { type Act, assignmentsIn, readChoice } from '../domain/choice.ts'
import type { Said } from './record-status.ts'
import { answerAllDone, askAllDone } from './steps/all-done.ts'
import { placeFiles } from './steps/file-task.ts'
import { showDetails } from './steps/task-details.ts'
import { answerDifficulty } from './steps/task-difficulty.ts'
import { showListAgain, showOpenTasks } from './steps/task-list.ts'
import { answerProgress, askDay } from './steps/task-progress.ts'
import { showRecord } from './steps/task-record.ts'
import { answerStatus, askStatus } from './steps/task-status.ts'
import { pressTopic } from './topics.ts'
import type { PersonTurn } from './turn.ts'

/**
 * Does what a button's value says; a value that this program never wrote gets a clear answer.
 * However it was given, the message that offered it was seen.
 */
export async function press(turn: PersonTurn, value: string): Promise<void> {
  const { tx, contact, message, now } = turn
  const seen =
    message.choice === undefined
      ? acknowledgeLast(tx, contact.id, now, value)
      : acknowledge(tx, contact.id, message.messageId, now)
  await Promise.all([seen, perform(turn, value)])
}

async function perform(turn: PersonTurn, value: string): Promise<void> {
  const act = readChoice(value)
  if (act) return answer(turn, act)
  if (!(await pressTopic(turn, value))) await turn.say({ text: turn.t('talk.oldButton') })
}

async function answer(turn: PersonTurn, act: Act): Promise<void> {
  switch (act.act) {
    case 'report':
      return answerStatus(turn, act.assignmentId, act.status, wordsConfirmed(turn))
    case 'pick':
    case 'correct':
      return askStatus(turn, act.assignmentId)
    case 'percent':
      return answerProgress(turn, act.assignmentId, { percent: act.percent })
    case 'expected':
      return act.on === 'ask'
        ? askDay(turn, act.assignmentId)
        : answerProgress(turn, act.assignmentId, { expectedOn: act.on })
    case 'difficulty':
      return answerDifficulty(turn, act.assignmentId, act.difficulty)
    case 'enough':
      return showRecord(turn, act.assignmentId)
    case 'belongs':
      return placeFiles(turn, act.assignmentId)
    case 'belongs-nowhere':
      return placeFiles(turn, null)
    case 'ask-all-done':
      return askAllDone(turn)
    case 'all-done':
      return answerAllDone(turn)
    case 'list': {
      const ids = assignmentsIn(turn.pressed?.choices)
      return ids.length > 1 ? showListAgain(turn, ids) : showOpenTasks(turn, turn.t('list.head'))
    }
    case 'details':
      return showDetails(turn)
    case 'seen':
      await turn.say({ text: turn.t('answer.thanks') })
  }
}

/** The words that led to a question go into the report with the yes. */
const wordsConfirmed = ({ asked }: PersonTurn): Said =>
  asked.awaits?.kind === 'yes' && asked.offered.some(({ value }) => value.startsWith('report:'))
    ? { note: asked.awaits.note }
    : {}
