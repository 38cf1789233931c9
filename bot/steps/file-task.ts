/** "What are these files for?": asked when somebody sends photos out of the blue. */
import { type Attachment, placeAttachments, unplaced } from '../../db/answers/attachments.ts'
import { keepNote } from '../../db/messages/notes.ts'
import { choiceValue } from '../../domain/choice.ts'
import { topicValue } from '../../domain/topic-choice.ts'
import { typedChoices } from '../../domain/typed/choices.ts'
import { taskLines } from '../../locales/task-list.ts'
import { NOTHING_ASKED } from '../asked.ts'
import { answerInPlace } from '../in-place.ts'
import { taskOf } from '../task-of-person.ts'
import { isPicture } from '../topics/exemplar/waiting-photos.ts'
import type { PersonTurn } from '../turn.ts'
import { linesFor, openTasks } from './task-list.ts'

/** Asks once, however many parts the album has: a task, or somebody exemplary. Where it can be neither, the office looks. */
export async function askFileTask(turn: PersonTurn): Promise<void> {
  const { t } = turn
  const files = await unplaced(turn.tx, turn.person.id)
  const tasks = await openTasks(turn)
  const count = files.length
  const exemplar = { label: t('exemplar.offer'), value: topicValue('exemplar', 'photos') }
  const offers = files.some(({ ref }) => isPicture(ref)) ? [exemplar] : []
  if (tasks.length === 0 && offers.length === 0) return giveToOffice(turn, files)
  const belongs = tasks.map((task, index) => ({
    label: tasks.length === 1 ? task.shortTitle : t('list.pick', { number: index + 1 }),
    value: choiceValue({ act: 'belongs', assignmentId: task.id }),
  }))
  const nowhere = {
    label: t(tasks.length === 0 ? 'photo.forOffice' : 'photo.nowhere'),
    value: choiceValue({ act: 'belongs-nowhere' }),
  }
  const rows = Array.from({ length: Math.ceil(belongs.length / 3) }, (_, row) =>
    belongs.slice(row * 3, row * 3 + 3),
  )
  const listed = tasks.map((task) => task.id)
  const message = {
    text:
      tasks.length === 0
        ? t('photo.whatFor', { count })
        : `${t('photo.which', { count })}\n\n${taskLines(linesFor(turn, tasks), t)}`,
    lines: belongs,
    choices: [...rows, [...offers, nowhere]],
  }
  turn.asked = { offered: typedChoices(message), awaits: { kind: 'photo-task' }, listed }
  await turn.say(message)
}

/** Puts everything that waits for a place where the person said; null: with no task, for the office. */
export async function placeFiles(turn: PersonTurn, assignmentId: number | null): Promise<void> {
  const files = await unplaced(turn.tx, turn.person.id)
  if (assignmentId === null) return giveToOffice(turn, files)
  const task = await taskOf(turn, assignmentId)
  if (!task) return
  const ids = files.map((file) => file.id)
  await placeAttachments(turn.tx, ids, { assignmentId, reportId: task.reportId }, turn.now)
  turn.asked = { offered: [], awaits: { kind: 'evidence', assignmentId } }
  const count = Math.max(files.length, 1)
  await answerInPlace(turn, { text: turn.t('photo.kept', { count, title: task.shortTitle }) })
}

async function giveToOffice(turn: PersonTurn, files: Attachment[]): Promise<void> {
  turn.asked = NOTHING_ASKED
  const ids = files.map((file) => file.id)
  await placeAttachments(turn.tx, ids, { assignmentId: null, reportId: null }, turn.now)
  await keepNote(turn.tx, {
    inboxId: turn.inboxId,
    contactId: turn.contact.id,
    personId: turn.person.id,
    unitId: turn.person.unitIds[0],
    reason: 'unplaced',
    text: turn.message.text,
    receivedAt: turn.now,
  })
  await answerInPlace(turn, { text: turn.t('photo.toOffice', { count: Math.max(files.length, 1) }) })
}
