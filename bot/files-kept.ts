/** One acknowledgement for all the files of one album, counting up as more of them arrive. */
import type { OwedTask } from '../db/answers/assignments.ts'
import { enqueue, reword, sentAs } from '../db/messages/outbox.ts'
import type { PersonTurn } from './turn.ts'

/** Parts of an album come within this time of each other; the word of thanks waits so long and then counts them all. */
const ALBUM_PAUSE_MS = 1_500

export async function sayFilesKept(turn: PersonTurn, task: OwedTask, count: number): Promise<void> {
  const { tx, t, contact, message, now } = turn
  const words = { text: t('photo.kept', { count, title: task.shortTitle }) }
  if (message.albumId === undefined) return turn.say(words)
  const key = `album:${contact.id}:${message.albumId}`
  const before = await sentAs(tx, key)
  if (before === null) {
    await enqueue(tx, {
      key,
      kind: 'answer',
      contactId: contact.id,
      personId: turn.person.id,
      message: words,
      notBefore: new Date(now.getTime() + ALBUM_PAUSE_MS),
      now,
    })
  } else if (!(await reword(tx, before.id, words))) {
    await turn.say(
      before.externalId && turn.abilities.editing ? { ...words, replaces: before.externalId } : words,
    )
  }
}
