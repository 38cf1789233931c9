/** Asks back what a reply in free words meant, before anything is recorded. */
import type { OwedTask } from '../../db/answers/assignments.ts'
import { choiceValue } from '../../domain/choice.ts'
import type { Choice } from '../../domain/message.ts'
import type { Status } from '../../domain/status.ts'
import { typedChoices } from '../../domain/typed/choices.ts'
import { taskLines } from '../../locales/task-list.ts'
import type { PersonTurn } from '../turn.ts'
import { linesFor } from './task-list.ts'

/** "Phòng hiểu là …, đúng không?" Their words are kept with the question, and go into the report with the yes. */
export async function confirmReading(
  turn: PersonTurn,
  task: OwedTask,
  status: Status,
  note: string,
): Promise<void> {
  const { t } = turn
  const assignmentId = task.id
  const choices = [
    { label: t('reading.yes'), value: choiceValue({ act: 'report', assignmentId, status }) },
    { label: t('reading.again'), value: choiceValue({ act: 'correct', assignmentId }) },
  ]
  turn.asked = { offered: choices, awaits: { kind: 'yes', note } }
  await turn.say({
    text: t('reading.confirm', { status: t(`status.${status}`), title: task.shortTitle }),
    choices: [choices],
  })
}

/** The status is clear, the task is not. */
export async function askWhichTask(
  turn: PersonTurn,
  tasks: OwedTask[],
  status: Status,
  note: string,
): Promise<void> {
  const { t } = turn
  const lines: Choice[] = tasks.map((task, index) => ({
    label: t('list.pick', { number: index + 1 }),
    value: choiceValue({ act: 'report', assignmentId: task.id, status }),
  }))
  const rows = Array.from({ length: Math.ceil(lines.length / 3) }, (_, row) =>
    lines.slice(row * 3, row * 3 + 3),
  )
  if (status === 'done') {
    const all = { label: t('reading.whichAll'), value: choiceValue({ act: 'ask-all-done' }) }
    rows.push([all])
  }
  const listed = tasks.map((task) => task.id)
  const message = {
    text: `${t('reading.which', { status: t(`status.${status}`) })}\n\n${taskLines(linesFor(turn, tasks), t)}`,
    lines,
    choices: rows,
  }
  turn.asked = { offered: typedChoices(message), awaits: { kind: 'yes', note }, listed }
  await turn.say(message)
}
