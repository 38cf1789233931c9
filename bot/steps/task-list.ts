/** Shows what a person's units owe: the list after "việc", and the same list again after each answer in it. */
import { type OwedTask, owedTasks } from '../../db/answers/assignments.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { typedChoices } from '../../domain/typed/choices.ts'
import { linesOf, listChoices, statusChoices, type TaskLine, taskLines } from '../../locales/task-list.ts'
import { answerInPlace } from '../in-place.ts'
import type { PersonTurn } from '../turn.ts'

/** Names the unit on each line only when there is more than one. */
export function linesFor(turn: PersonTurn, tasks: OwedTask[]): TaskLine[] {
  return turn.person.unitIds.length > 1 ? tasks : tasks.map(({ unit: _, ...task }) => task)
}

/** What they owe now, without what is done. */
export async function openTasks(turn: PersonTurn): Promise<OwedTask[]> {
  const tasks = await owedTasks(turn.tx, turn.person.unitIds, turn.today)
  return tasks.filter((task) => task.status !== 'done')
}

/** A list of tasks with answers to press under it. `foot` says what has just been recorded. */
export function listMessage(
  turn: PersonTurn,
  tasks: OwedTask[],
  head: string,
  foot?: string,
): OutgoingMessage {
  const { t } = turn
  const lines = linesFor(turn, tasks)
  const complete = tasks.every((task) => task.status === 'done')
  const ending = complete ? t('list.complete') : t('list.how')
  const [only, ...more] = lines
  return {
    text: [head, taskLines(lines, t), foot, ending].filter(Boolean).join('\n\n'),
    ...(only && more.length === 0 && !complete
      ? { choices: statusChoices(only.id, t) }
      : { lines: linesOf(lines), choices: listChoices(lines, t) }),
  }
}

/** A typed number now means what this list offers. */
export function offerList(turn: PersonTurn, tasks: OwedTask[], message: OutgoingMessage): OutgoingMessage {
  turn.asked = { offered: typedChoices(message), awaits: null, listed: tasks.map((task) => task.id) }
  return message
}

/** "việc": a new message with everything that is open. */
export async function showOpenTasks(turn: PersonTurn, head: string): Promise<void> {
  const tasks = await openTasks(turn)
  if (tasks.length === 0) {
    await turn.say({ text: turn.t('list.nothing') })
    return
  }
  await turn.say(offerList(turn, tasks, listMessage(turn, tasks, head)))
}

/** The list that was pressed, as things stand now. */
export async function showListAgain(turn: PersonTurn, ids: number[], foot?: string): Promise<void> {
  const owed = await owedTasks(turn.tx, turn.person.unitIds, turn.today, ids)
  const tasks = ids.flatMap((id) => owed.filter((task) => task.id === id))
  const { awaits } = turn.asked
  const list = offerList(turn, tasks, listMessage(turn, tasks, turn.t('list.head'), foot))
  turn.asked = { ...turn.asked, awaits }
  await answerInPlace(turn, list)
}
