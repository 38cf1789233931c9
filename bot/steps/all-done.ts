/** "All done" in one press: asked back once, since a wrong record is worse than a question. */
import { owedTasks } from '../../db/answers/assignments.ts'
import { assignmentsIn, choiceValue } from '../../domain/choice.ts'
import { answerInPlace } from '../in-place.ts'
import { recordStatus } from '../record-status.ts'
import type { PersonTurn } from '../turn.ts'
import { openTasks, showListAgain } from './task-list.ts'

/** The open tasks of the message that was pressed; of a typed answer, all that are open. */
async function tasksMeant(turn: PersonTurn) {
  const ids = assignmentsIn(turn.pressed?.choices)
  if (ids.length === 0) return openTasks(turn)
  const tasks = await owedTasks(turn.tx, turn.person.unitIds, turn.today, ids)
  return tasks.filter((task) => task.status !== 'done')
}

export async function askAllDone(turn: PersonTurn): Promise<void> {
  const { t } = turn
  const tasks = await tasksMeant(turn)
  if (tasks.length === 0) return turn.say({ text: t('list.nothing') })
  const yes = { label: t('reading.yes'), value: choiceValue({ act: 'all-done' }) }
  const oneByOne = { label: t('list.oneByOne'), value: choiceValue({ act: 'list' }) }
  turn.asked = { offered: [yes, oneByOne], awaits: null }
  const titles = tasks.map((task) => `- ${task.shortTitle}`).join('\n')
  await answerInPlace(turn, {
    text: `${t('list.askAllDone', { n: tasks.length })}\n\n${titles}`,
    choices: [
      [yes, oneByOne],
      ...hidden(
        tasks.map((task) => task.id),
        turn,
      ),
    ],
  })
}

/** The tasks meant stay with the question as buttons of their own: a later press finds them there. */
const hidden = (ids: number[], turn: PersonTurn) =>
  ids.map((assignmentId, index) => [
    {
      label: turn.t('list.onlyThis', { number: index + 1 }),
      value: choiceValue({ act: 'pick', assignmentId }),
    },
  ])

export async function answerAllDone(turn: PersonTurn): Promise<void> {
  const tasks = await tasksMeant(turn)
  for (const task of tasks) await recordStatus(turn, task, 'done')
  await showListAgain(
    turn,
    tasks.map((task) => task.id),
  )
}
