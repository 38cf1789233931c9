/** What is asked before an answer is recorded for a unit: which task, how it stands, how the office was told, a note. */
import type { OwedTask } from '../../../db/answers/assignments.ts'
import { deskTasks, lockedTask } from '../../../db/answers/unit-desk.ts'
import type { Choice } from '../../../domain/message.ts'
import { STATUSES } from '../../../domain/status.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { taskLines } from '../../../locales/task-list.ts'
import { viaInWords } from '../../../locales/via-words.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { type Answer, answerDetail, type FullAnswer, WAYS } from './answer.ts'
import { pickTask, showUnit, unitInPlace } from './unit-screen.ts'

/** Asked only where several tasks are open; where all are done, one of them may be put right. */
export async function askTask(turn: PersonTurn, unitId: number): Promise<void> {
  const { t } = turn
  const unit = await unitInPlace(turn, unitId)
  if (!unit) return
  const tasks = await deskTasks(turn.tx, unitId, turn.today)
  const open = tasks.filter(({ status }) => status !== 'done')
  const offered = open.length > 0 ? open : tasks
  const [only, ...more] = offered
  if (!only) return showUnit(turn, unitId)
  if (more.length === 0) return askStatus(turn, only.id)
  const lines = offered.map(pickTask)
  const picks = lines.map(({ value }, index) => ({ label: t('list.pick', { number: index + 1 }), value }))
  const rows = Array.from({ length: Math.ceil(picks.length / 3) }, (_, row) =>
    picks.slice(row * 3, row * 3 + 3),
  )
  await askInPlace(turn, {
    text: `${t('desk.record.task', { unit: unit.shortName })}\n\n${taskLines(offered, t)}`,
    lines,
    choices: [...rows, [backTo(turn, 'show', unitId)]],
  })
}

export async function askStatus(turn: PersonTurn, assignmentId: number): Promise<void> {
  const { t } = turn
  const task = await taskToRecord(turn, assignmentId)
  if (!task) return
  const seen = task.reportId ?? 0
  const statuses = STATUSES.map((status) => ({
    label: t(`status.${status}`),
    value: topicValue('desk', 'how', assignmentId, answerDetail({ assignmentId, seen, status })),
  }))
  const now = t('answer.now', { status: t(`status.${task.status}`) })
  await askInPlace(turn, {
    text: `${t('desk.record.status', { title: task.shortTitle, unit: task.unit })} ${now}`,
    choices: [statuses.slice(0, 2), statuses.slice(2), [backTo(turn, 'show', task.unitId)]],
  })
}

export async function askHow(turn: PersonTurn, answer: Answer): Promise<void> {
  const { t } = turn
  const task = await taskToRecord(turn, answer.assignmentId)
  if (!task) return
  const ways = WAYS.map((via) => ({
    label: t(`desk.record.${via}`),
    value: topicValue('desk', 'note', task.id, answerDetail({ ...answer, via })),
  }))
  const about = { title: task.shortTitle, unit: task.unit, status: t(`status.${answer.status}`) }
  await askInPlace(turn, {
    text: t('desk.record.how', about),
    choices: [ways, [backTo(turn, 'task', task.id)]],
  })
}

export async function askNote(turn: PersonTurn, answer: FullAnswer): Promise<void> {
  const { t } = turn
  const task = await taskToRecord(turn, answer.assignmentId)
  if (!task) return
  const detail = answerDetail(answer)
  const about = {
    title: task.shortTitle,
    unit: task.unit,
    status: t(`status.${answer.status}`),
    via: viaInWords(answer.via, t),
  }
  await askInPlace(turn, {
    text: t('desk.record.note', about),
    choices: [[{ label: t('answer.skip'), value: topicValue('desk', 'save', task.id, detail) }]],
    awaits: { topic: 'desk', question: detail, id: task.id },
  })
}

/** The task of a unit in place, locked; null after telling them that it is asked no more. */
export async function taskToRecord(turn: PersonTurn, assignmentId: number): Promise<OwedTask | null> {
  const task = await lockedTask(turn.tx, assignmentId)
  if (!task) await turn.say({ text: turn.t('desk.record.gone') })
  return task && (await unitInPlace(turn, task.unitId)) ? task : null
}

const backTo = ({ t }: PersonTurn, act: 'show' | 'task', id: number): Choice => ({
  label: t('inbox.back'),
  value: topicValue('desk', act, id),
})
