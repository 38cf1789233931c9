/** The announcement that a button of the office speaks of, locked, once it is no draft any more. */
import { type Announcement, lockAnnouncement } from '../../../db/announcements/announcements.ts'
import type { PersonTurn } from '../../turn.ts'

export async function withSent(
  turn: PersonTurn,
  id: number,
  step: (sent: Announcement) => Promise<void>,
): Promise<void> {
  const sent = await lockAnnouncement(turn.tx, id)
  if (sent) await step(sent)
  else await turn.say({ text: turn.t('announcement.draft.none') })
}
