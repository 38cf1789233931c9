/** Taking a message as a task's result: which task, how it stands, and the sender hears what was recorded. */
import { type OwedTask, owedTasks } from '../../../db/answers/assignments.ts'
import { placeAttachments } from '../../../db/answers/attachments.ts'
import { putOff, recordReport } from '../../../db/answers/reports.ts'
import { audit } from '../../../db/audit.ts'
import { handleNote, type Note } from '../../../db/messages/office-inbox.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { livePosts } from '../../../db/people/people.ts'
import { STATUSES, type Status } from '../../../domain/status.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { correctChoice, taskLines } from '../../../locales/task-list.ts'
import { ask, askInPlace } from '../../ask.ts'
import { restsUntil } from '../../record-status.ts'
import type { PersonTurn } from '../../turn.ts'
import { tellDeciders } from '../decision/copies.ts'
import { openNote, sayHandled } from './open-note.ts'

export async function askTask(turn: PersonTurn, id: number): Promise<void> {
  const { t } = turn
  const note = await openNote(turn, id)
  if (!note) return
  const tasks = await tasksOfSender(turn, note)
  if (tasks.length === 0) return turn.say({ text: t('inbox.assign.none') })
  const picks = tasks.map((task, index) => ({
    label: t('list.pick', { number: index + 1 }),
    value: topicValue('inbox', 'task', id, task.id),
  }))
  const rows = Array.from({ length: Math.ceil(picks.length / 3) }, (_, row) =>
    picks.slice(row * 3, row * 3 + 3),
  )
  const back = { label: t('inbox.back'), value: topicValue('inbox', 'show', id) }
  await ask(turn, { text: `${t('inbox.assign.task')}\n\n${taskLines(tasks, t)}`, choices: [...rows, [back]] })
}

export async function askStatus(turn: PersonTurn, id: number, assignmentId: number): Promise<void> {
  const { t } = turn
  const note = await openNote(turn, id)
  const task = note && (await taskOfSender(turn, note, assignmentId))
  if (!task) return
  const statuses = STATUSES.map((status) => ({
    label: t(`status.${status}`),
    value: topicValue('inbox', 'status', id, `${assignmentId}.${status}`),
  }))
  const back = { label: t('inbox.back'), value: topicValue('inbox', 'assign', id) }
  await askInPlace(turn, {
    text: t('inbox.assign.status', { title: task.shortTitle, unit: task.unit }),
    choices: [statuses.slice(0, 2), statuses.slice(2), [back]],
  })
}

/** Recorded as the sender's own report, in their words, with the name of the colleague who wrote it down. */
export async function assign(
  turn: PersonTurn,
  id: number,
  assignmentId: number,
  status: Status,
): Promise<void> {
  const { tx, t, now, person } = turn
  const note = await openNote(turn, id)
  const task = note && (await taskOfSender(turn, note, assignmentId))
  if (!note || !task || note.personId === null) return
  const { contactId, personId } = note
  const words = note.reason === 'unsupported' ? null : note.text
  const via = note.channel ?? turn.message.from.channel
  const reportId = await recordReport(tx, {
    assignmentId,
    status,
    note: words,
    personId,
    via,
    recordedBy: person.id,
    now,
  })
  await putOff(tx, assignmentId, restsUntil(turn, task, status, null))
  await placeAttachments(tx, note.fileIds, { assignmentId, reportId }, now)
  await handleNote(tx, id, { outcome: 'assigned', by: person.id, assignmentId, now })
  await audit(tx, {
    personId: person.id,
    through: 'chat',
    action: 'note.assigned',
    subject: `note:${id}`,
    facts: { task: task.taskCode, status },
    at: now,
  })
  const recorded = { title: task.shortTitle, status: t(`status.${status}`) }
  const message = { text: t('inbox.assign.told', recorded), choices: [[correctChoice(assignmentId, t)]] }
  await enqueue(tx, { key: `note-assigned:${id}`, kind: 'answer', contactId, personId, message, now })
  if (status === 'blocked') await tellDeciders(turn, assignmentId, { is: 'difficulty', complete: true })
  await sayHandled(turn, t('inbox.assign.done', { ...recorded, unit: task.unit }))
}

/** What the units owe for which the sender answers today: open tasks, and those done this quarter. */
async function tasksOfSender(
  { tx, today }: PersonTurn,
  { personId }: Note,
  ids?: number[],
): Promise<OwedTask[]> {
  if (personId === null) return []
  const { posts } = await livePosts(tx, personId, today)
  const unitIds = posts.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]))
  return owedTasks(tx, unitIds, today, ids)
}

async function taskOfSender(turn: PersonTurn, note: Note, assignmentId: number): Promise<OwedTask | null> {
  const [task] = await tasksOfSender(turn, note, [assignmentId])
  if (!task) await turn.say({ text: turn.t('inbox.assign.none') })
  return task ?? null
}
