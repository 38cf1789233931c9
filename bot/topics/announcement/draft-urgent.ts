/** Calls a draft urgent, or takes that back: what is urgent does not wait at the end of a bot's month. */
import { setAnnouncement } from '../../../db/announcements/announcements.ts'
import type { PersonTurn } from '../../turn.ts'
import { askNext } from './draft-next.ts'
import { withDraft } from './draft-of-writer.ts'

/** The button says what it will be: a second press of an old one changes nothing. */
export const setUrgent = (turn: PersonTurn, id: number, detail: string): Promise<void> =>
  withDraft(turn, id, async (draft) => {
    const urgent = detail === 'yes'
    await setAnnouncement(turn.tx, id, { urgent })
    await askNext(turn, { ...draft, urgent })
  })
