/** On to what a pause still has to be asked, or to its preview. */
import type { PauseDraft } from '../../../domain/reminders/pause-draft.ts'
import type { PersonTurn } from '../../turn.ts'
import { effectOf } from './draft.ts'
import { showPreview } from './preview.ts'
import { askNewDue, askUntil, askWhom } from './questions.ts'

export async function goOn(turn: PersonTurn, draft: PauseDraft): Promise<void> {
  const { until } = draft
  if (until === null) return askUntil(turn, draft)
  const dated = { ...draft, until }
  const effect = await effectOf(turn, dated)
  if (effect.units.length === 0) await askWhom(turn, dated)
  else if (effect.due.length > 0 && draft.newDue === null) await askNewDue(turn, dated, effect)
  else await showPreview(turn, dated, effect)
}
