/** Takes a file of the office: as what it was asked for, or with the question what it is. */
import { addAttachment, placeAttachments, unplaced } from '../../../db/answers/attachments.ts'
import { type ImportKind, keepImportFile } from '../../../db/plans/import-files.ts'
import type { MediaRef } from '../../../domain/message.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { ask } from '../../ask.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { answerInPlace } from '../../in-place.ts'
import type { PersonTurn } from '../../turn.ts'

const MB = 1024 * 1024

/** Keeps it; what it says comes in a message of its own, once its bytes are here. */
export async function takeFile(turn: PersonTurn, media: MediaRef, kind: ImportKind): Promise<void> {
  const attachmentId = await keep(turn, media)
  if (attachmentId === null) return
  turn.asked = NOTHING_ASKED
  await toBeRead(turn, attachmentId, kind)
  await turn.say({ text: turn.t('intake.reading') })
}

/** A file out of the blue. */
export async function askKind(turn: PersonTurn, media: MediaRef): Promise<void> {
  const { t } = turn
  const id = await keep(turn, media)
  if (id === null) return
  await ask(turn, {
    text: t('intake.whatIs', { file: media.fileName ?? '' }),
    choices: (['plan', 'units', 'nothing'] as const).map((kind) => [
      { label: t(`intake.kind.${kind}`), value: topicValue('intake', kind, id) },
    ]),
  })
}

/** The answer to that question; a file that was placed since, or is somebody else's, is no longer asked about. */
export async function keepAs(turn: PersonTurn, attachmentId: number, kind: ImportKind): Promise<void> {
  const mine = (await unplaced(turn.tx, turn.person.id)).some(({ id }) => id === attachmentId)
  if (!mine) return turn.say({ text: turn.t('talk.oldButton') })
  turn.asked = NOTHING_ASKED
  await toBeRead(turn, attachmentId, kind)
  await answerInPlace(turn, { text: turn.t('intake.reading') })
}

async function toBeRead({ tx, contact, person, now }: PersonTurn, attachmentId: number, kind: ImportKind) {
  await placeAttachments(tx, [attachmentId], { assignmentId: null, reportId: null }, now)
  await keepImportFile(tx, { attachmentId, kind, contactId: contact.id, personId: person.id, now })
}

/** Null when it is too large, and they were told. */
async function keep(turn: PersonTurn, media: MediaRef): Promise<number | null> {
  const { tx, t, message, contact, person, now } = turn
  const { maxFileSize } = turn.abilities
  if ((media.byteSize ?? 0) > maxFileSize) {
    await turn.say({ text: t('intake.file.tooLarge', { maxMb: Math.floor(maxFileSize / MB) }) })
    return null
  }
  const { messageId, albumId, text: caption } = message
  const sender = { contactId: contact.id, personId: person.id }
  return addAttachment(tx, { ...sender, ref: media, messageId, albumId, caption, now })
}
