/** The draft that a button or an answer speaks of: only its writer's, and only while it is one. */
import { type Announcement, draftOf } from '../../../db/announcements/announcements.ts'
import type { PersonTurn } from '../../turn.ts'

/** Does a step with the draft; one that is gone is said to be gone. */
export async function withDraft(
  turn: PersonTurn,
  id: number,
  step: (draft: Announcement) => Promise<void>,
): Promise<void> {
  const draft = await draftOf(turn.tx, turn.person.id)
  if (draft?.id === id) await step(draft)
  else await turn.say({ text: turn.t('announcement.draft.none') })
}
