/** Reads what people write in their own words, and never drops it. */
import { type OwedTask, owedTasks } from '../db/answers/assignments.ts'
import { acknowledgeLast, messageShown } from '../db/messages/outbox.ts'
import { assignmentsIn, choiceValue } from '../domain/choice.ts'
import type { Reading } from '../domain/replies/reply-reader.ts'
import { readForTasks } from '../domain/replies/reply-tasks.ts'
import { statusChoices } from '../locales/task-list.ts'
import { NOTHING_ASKED } from './asked.ts'
import { noteForOffice } from './note-for-office.ts'
import { saidIn } from './record-status.ts'
import { askWhichTask, confirmReading } from './steps/reading-confirm.ts'
import { answerSeveral } from './steps/several-tasks.ts'
import { listMessage, offerList, showOpenTasks } from './steps/task-list.ts'
import { answerStatus } from './steps/task-status.ts'
import { answerWish } from './topics/extend/wish-in-words.ts'
import type { PersonTurn } from './turn.ts'

/** A text that is no command and no answer to the last question: a report in free words, or something for the office. */
export async function answerWords(turn: PersonTurn, text: string): Promise<void> {
  const { tasks, open, others } = await tasksInMind(turn)
  // A number that answers nothing we asked: show what it may have meant.
  if (open.length > 0 && /^\d{1,2}$/.test(text)) return showOpenTasks(turn, turn.t('list.head'))
  if (await answerWish(turn, tasks, text)) return
  const closed = namedAmong(turn, text, [...tasks, ...others], others)
  if (closed) return confirmReading(turn, closed.task, closed.status, text)
  const read = readForTasks(text, named(tasks), turn.today)
  if ('ask' in read) {
    const [only, ...more] = open
    if (only && more.length === 0) return answerOne(turn, only, read.reading, text)
    return answerUnplaced(turn, read.reading, open, text)
  }
  const placed = read.readings.map(({ code, reading }) => ({
    reading,
    // One code may stand for the same task of two units, or two quarters: then only the person can say which.
    tasks: tasks.filter((task) => task.taskCode === code),
  }))
  const [first, ...more] = placed
  if (!first) return answerUnplaced(turn, { kind: 'none' }, open, text)
  const [task, ...twins] = first.tasks
  if (!task || twins.length > 0) return answerUnplaced(turn, first.reading, first.tasks, text)
  if (more.length > 0) return answerSeveral(turn, placed, text)
  return answerOne(turn, task, first.reading, text)
}

/** A caption that is plainly a report is taken as one; the files themselves ask what is still open. */
export async function answerCaption(turn: PersonTurn, text: string): Promise<void> {
  const { tasks } = await tasksInMind(turn)
  const read = readForTasks(text, named(tasks), turn.today)
  const [only, ...more] = 'ask' in read ? [] : read.readings
  const [task, ...twins] = tasks.filter((candidate) => candidate.taskCode === only?.code)
  if (!task || more.length > 0 || twins.length > 0) return
  if (only?.reading.kind === 'status' && only.reading.sure) {
    await answerStatus(turn, task.id, only.reading.status, saidIn(only.reading, text))
  }
}

const named = (tasks: OwedTask[]) =>
  tasks.map((task) => ({ code: task.taskCode, shortTitle: task.shortTitle }))

/**
 * The tasks a person may be speaking of: those of the message they replied to, else those of the last list they saw, in
 * the order of its numbers, and then what else is open. `others` are done and not in that list.
 */
async function tasksInMind(turn: PersonTurn) {
  const owed = await owedTasks(turn.tx, turn.person.unitIds, turn.today)
  const open = owed.filter((task) => task.status !== 'done')
  const replied = await tasksRepliedTo(turn)
  const ids = turn.asked.listed ?? []
  const listed = ids.length > 1 ? ids.flatMap((id) => owed.filter((task) => task.id === id)) : []
  const tasks = replied ?? [...listed, ...open.filter((task) => !listed.includes(task))]
  return { tasks, open, others: owed.filter((task) => tasks.every(({ id }) => id !== task.id)) }
}

/** One task that is done and is named all the same: they may want to correct it, or mean another. */
function namedAmong(turn: PersonTurn, text: string, all: OwedTask[], done: OwedTask[]) {
  const read = readForTasks(text, named(all), turn.today)
  const [only, ...more] = 'ask' in read ? [] : read.readings
  const [task, ...twins] = all.filter((candidate) => candidate.taskCode === only?.code)
  if (!task || more.length > 0 || twins.length > 0 || !done.includes(task)) return null
  return only?.reading.kind === 'status' ? { task, status: only.reading.status } : null
}

/** The tasks of our message that they replied to, done ones too: a reply may correct. */
async function tasksRepliedTo(turn: PersonTurn): Promise<OwedTask[] | null> {
  const { repliesTo } = turn.message
  if (repliesTo === undefined) return null
  const shown = await messageShown(turn.tx, turn.contact.id, repliesTo)
  const tasks = await owedTasks(turn.tx, turn.person.unitIds, turn.today, assignmentsIn(shown?.choices))
  return tasks.length > 0 ? tasks : null
}

async function answerOne(turn: PersonTurn, task: OwedTask, reading: Reading, text: string): Promise<void> {
  if (reading.kind === 'status') {
    return reading.sure
      ? answerStatus(turn, task.id, reading.status, saidIn(reading, text))
      : confirmReading(turn, task, reading.status, text)
  }
  if (reading.kind === 'acknowledged') return answerSeen(turn, [task])
  return keepForOffice(turn, text, true)
}

async function answerUnplaced(
  turn: PersonTurn,
  reading: Reading,
  tasks: OwedTask[],
  text: string,
): Promise<void> {
  if (reading.kind === 'acknowledged') return answerSeen(turn, tasks)
  if (reading.kind === 'none' || tasks.length === 0) return keepForOffice(turn, text, tasks.length > 0)
  return askWhichTask(turn, tasks, reading.status, text)
}

/** "ok", "vâng", "đã nhận": they have seen it, which is not the same as done. */
async function answerSeen(turn: PersonTurn, tasks: OwedTask[]): Promise<void> {
  const { t } = turn
  await acknowledgeLast(turn.tx, turn.contact.id, turn.now)
  const [only, ...more] = tasks
  if (!only) return turn.say({ text: t('answer.thanks') })
  if (more.length > 0) {
    return turn.say(offerList(turn, tasks, listMessage(turn, tasks, t('reading.seenMany'))))
  }
  const choices = statusChoices(only.id, t)
  turn.asked = { offered: choices.flat(), awaits: null }
  await turn.say({ text: t('reading.seenOne', { title: only.shortTitle }), choices })
}

/** What the bot cannot place waits for a colleague, and the person is told so. */
async function keepForOffice(turn: PersonTurn, text: string, owes: boolean): Promise<void> {
  const { t } = turn
  await noteForOffice(turn, text)
  turn.asked = NOTHING_ASKED
  if (!owes) return turn.say({ text: t('reading.keptNoTask') })
  const list = { label: t('reading.reportNow'), value: choiceValue({ act: 'list' }) }
  await turn.say({ text: t('reading.kept'), choices: [[list]] })
}
