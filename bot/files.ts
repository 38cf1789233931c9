/** Takes files: each part of an album at once, tied to its task or, out of the blue, to the question which. */

import { owedTasks } from '../db/answers/assignments.ts'
import { addAttachment, albumOf, placeAttachments } from '../db/answers/attachments.ts'
import { messageShown } from '../db/messages/outbox.ts'
import { assignmentsIn } from '../domain/choice.ts'
import type { MediaRef } from '../domain/message.ts'
import { sayFilesKept } from './files-kept.ts'
import { askFileTask } from './steps/file-task.ts'
import type { PersonTurn } from './turn.ts'

const MB = 1024 * 1024

/** Keeps the file and says so, or asks what it belongs to. */
export async function takeFile(turn: PersonTurn, media: MediaRef): Promise<void> {
  const { tx, t, message, person, contact, now } = turn
  if ((media.byteSize ?? 0) > turn.abilities.maxFileSize) {
    return turn.say({ text: t('photo.tooLarge', { maxMb: Math.floor(turn.abilities.maxFileSize / MB) }) })
  }
  const album = message.albumId === undefined ? [] : await albumOf(tx, contact.id, message.albumId)
  const id = await addAttachment(tx, {
    contactId: contact.id,
    personId: person.id,
    ref: media,
    messageId: message.messageId,
    albumId: message.albumId,
    caption: message.text,
    now,
  })
  const [first] = album
  if (first?.placedAt && first.assignmentId === null) {
    return placeAttachments(tx, [id], { assignmentId: null, reportId: null }, now)
  }
  const assignmentId = first ? first.assignmentId : await taskMeant(turn)
  const [task] = assignmentId === null ? [] : await owedTasks(tx, person.unitIds, turn.today, [assignmentId])
  if (!task) {
    // The first part of an album asked already.
    if (album.length === 0) await askFileTask(turn)
    return
  }
  await placeAttachments(tx, [id], { assignmentId: task.id, reportId: task.reportId }, now)
  await sayFilesKept(turn, task, album.length + 1)
}

/** The task of the message they replied to, or the one they were last talking about. */
async function taskMeant(turn: PersonTurn): Promise<number | null> {
  const { repliesTo } = turn.message
  if (repliesTo !== undefined) {
    const shown = await messageShown(turn.tx, turn.contact.id, repliesTo)
    const [only, ...more] = assignmentsIn(shown?.choices)
    if (only !== undefined && more.length === 0) return only
  }
  const { awaits } = turn.asked
  return awaits && 'assignmentId' in awaits ? awaits.assignmentId : null
}
