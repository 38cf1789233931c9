/** Takes the photos and documents of an announcement while it is written; one answer for all parts of an album. */

import { draftOf } from '../../../db/announcements/announcements.ts'
import { announcementFiles, fileWithAnnouncement, takeFilesOff } from '../../../db/announcements/files.ts'
import { addAttachment } from '../../../db/answers/attachments.ts'
import { enqueue, reword, sentAs } from '../../../db/messages/outbox.ts'
import { MOST_FILES } from '../../../domain/announcements/limits.ts'
import type { MediaRef, OutgoingMessage } from '../../../domain/message.ts'
import type { Question } from '../../ask.ts'
import type { Awaited } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'
import { withDraft } from './draft-of-writer.ts'
import { askFiles, bodyQuestion, filesQuestion, titleQuestion } from './draft-questions.ts'
import { takeWords } from './draft-words.ts'

const MB = 1024 * 1024
/** Parts of an album come within this time of each other; the answer waits so long and then counts them all. */
const ALBUM_PAUSE_MS = 1_500

export async function takeFile(turn: PersonTurn, awaited: Awaited, media: MediaRef): Promise<boolean> {
  const { tx, t, message, now } = turn
  const { question } = awaited
  if (question !== 'title' && question !== 'body' && question !== 'files') return false
  const draft = await draftOf(tx, turn.person.id)
  if (draft?.id !== awaited.id) return false
  const { maxFileSize } = turn.abilities
  const count = (await announcementFiles(tx, draft.id)).length + 1
  if ((media.byteSize ?? 0) > maxFileSize) {
    await turn.say({ text: t('photo.tooLarge', { maxMb: Math.floor(maxFileSize / MB) }) })
    return true
  }
  if (count > MOST_FILES) {
    await turn.say({ text: t('announcement.ask.filesFull', { most: MOST_FILES }) })
    return true
  }
  const id = await addAttachment(tx, {
    contactId: turn.contact.id,
    personId: turn.person.id,
    ref: media,
    messageId: message.messageId,
    albumId: message.albumId,
    caption: message.text,
    now,
  })
  await fileWithAnnouncement(tx, id, draft.id, now)
  const caption = message.text?.trim() ?? ''
  // What is written under a photo while words are awaited is these words.
  if (caption !== '' && question !== 'files') return takeWords(turn, awaited, caption)
  const kept = filesQuestion(turn, draft, count)
  if (question === 'files') await askOnce(turn, kept)
  else {
    const still = question === 'title' ? titleQuestion(turn, draft) : bodyQuestion(turn, draft)
    await askOnce(turn, {
      ...still,
      text: `${t('announcement.ask.filesSoFar', { n: count })}\n${still.text}`,
    })
  }
  return true
}

/** Asks, or words the question anew that another part of the same album has led to. */
async function askOnce(turn: PersonTurn, { awaits, ...words }: Question): Promise<void> {
  const { tx, message, contact, now } = turn
  turn.asked = {
    offered: words.choices?.flat() ?? [],
    awaits: awaits ? { kind: 'topic', ...awaits } : null,
  }
  if (message.albumId === undefined) return turn.say(words)
  const key = `announcement-album:${contact.id}:${message.albumId}`
  const before = await sentAs(tx, key)
  if (before && (await reword(tx, before.id, words))) return
  if (before) return turn.say(inPlaceOf(before.externalId, words, turn))
  const notBefore = new Date(now.getTime() + ALBUM_PAUSE_MS)
  const to = { contactId: contact.id, personId: turn.person.id }
  await enqueue(tx, { key, kind: 'answer', ...to, message: words, notBefore, now })
}

const inPlaceOf = (id: string | null, words: OutgoingMessage, { abilities }: PersonTurn): OutgoingMessage =>
  id !== null && abilities.editing ? { ...words, replaces: id } : words

/** "Bỏ hết tệp". */
export const withoutFiles = (turn: PersonTurn, id: number): Promise<void> =>
  withDraft(turn, id, async (draft) => {
    await takeFilesOff(turn.tx, id)
    await askFiles(turn, draft)
  })
