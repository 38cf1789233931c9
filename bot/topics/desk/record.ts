/** Writes an answer down for a unit, as its head's, with the name of the colleague; the unit hears it and may correct it. */
import type { OwedTask } from '../../../db/answers/assignments.ts'
import { putOff, recordReport } from '../../../db/answers/reports.ts'
import { headOf, hearersOfUnit } from '../../../db/answers/unit-desk.ts'
import { audit } from '../../../db/audit.ts'
import { enqueue } from '../../../db/messages/outbox.ts'
import { correctChoice } from '../../../locales/task-list.ts'
import { restsUntil } from '../../record-status.ts'
import type { PersonTurn } from '../../turn.ts'
import { tellDeciders } from '../decision/copies.ts'
import type { FullAnswer } from './answer.ts'
import { taskToRecord } from './record-questions.ts'
import { showUnit } from './unit-screen.ts'

export async function record(turn: PersonTurn, answer: FullAnswer, note?: string): Promise<void> {
  const { t } = turn
  const task = await taskToRecord(turn, answer.assignmentId)
  if (!task) return
  const status = t(`status.${answer.status}`)
  const about = { title: task.shortTitle, status }
  // A second tap, a colleague who took the same call, or the unit itself was quicker.
  if (answer.status === task.status && note === undefined)
    return showUnit(turn, task.unitId, t('desk.record.same', about))
  if (answer.seen !== (task.reportId ?? 0))
    return showUnit(turn, task.unitId, t('desk.record.changed', about))
  const reportId = await write(turn, task, answer, note)
  await tellUnit(turn, task, answer, reportId)
  if (answer.status === 'blocked') await tellDeciders(turn, task.id, { is: 'difficulty', complete: true })
  await showUnit(turn, task.unitId, t('desk.record.done', about))
}

async function write(turn: PersonTurn, task: OwedTask, answer: FullAnswer, note?: string): Promise<number> {
  const { tx, now, today, person } = turn
  const { status, via } = answer
  const same = status === task.status
  const head = await headOf(tx, task.unitId, today)
  const reportId = await recordReport(tx, {
    assignmentId: task.id,
    status,
    percent: same ? task.percent : null,
    expectedOn: same ? task.expectedOn : null,
    difficulty: same ? task.difficulty : null,
    note,
    personId: head?.personId ?? person.id,
    via,
    recordedBy: person.id,
    now,
  })
  await putOff(tx, task.id, restsUntil(turn, task, status, same ? task.expectedOn : null))
  await audit(tx, {
    personId: person.id,
    through: 'chat',
    action: 'report.recorded',
    subject: `report:${reportId}`,
    facts: { unitId: task.unitId, task: task.taskCode, status, via },
    at: now,
  })
  return reportId
}

/** Not the colleague who records, should they answer for the unit too. */
async function tellUnit(turn: PersonTurn, task: OwedTask, answer: FullAnswer, reportId: number) {
  const { tx, t, now, today, person } = turn
  const message = {
    text: t(`desk.told.${answer.via}`, { title: task.shortTitle, status: t(`status.${answer.status}`) }),
    choices: [[correctChoice(task.id, t)]],
  }
  for (const to of await hearersOfUnit(tx, task.unitId, today)) {
    if (to.personId === person.id) continue
    const key = `desk:${reportId}:${to.personId}`
    await enqueue(tx, { key, kind: 'answer', ...to, unitId: task.unitId, message, now })
  }
}
