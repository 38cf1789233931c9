/** What a draft still lacks is asked next; one that lacks nothing is shown as it will look. */
import type { Announcement } from '../../../db/announcements/announcements.ts'
import type { PersonTurn } from '../../turn.ts'
import { withDraft } from './draft-of-writer.ts'
import { showPreview } from './draft-preview.ts'
import { askAudience, askBody, askFiles, askTitle } from './draft-questions.ts'

/** After an answer. */
export function askNext(turn: PersonTurn, draft: Announcement): Promise<void> {
  if (draft.title === null) return askTitle(turn, draft)
  if (draft.body === null) return askBody(turn, draft)
  return draft.audience.length === 0 ? askAudience(turn, draft) : showPreview(turn, draft)
}

/** "Bỏ qua", "Xong" and "Xem lại". */
export const goOn = (turn: PersonTurn, id: number): Promise<void> =>
  withDraft(turn, id, (draft) => askNext(turn, draft))

/** "Viết tiếp": where nothing says that the files were asked for, they are asked for again. */
export const resume = (turn: PersonTurn, id: number): Promise<void> =>
  withDraft(turn, id, (draft) => {
    const hasWords = draft.title !== null && draft.body !== null
    return hasWords && draft.audience.length === 0 ? askFiles(turn, draft) : askNext(turn, draft)
  })
