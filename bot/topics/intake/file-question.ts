/** Asks for the file with a plan or with the list of units. */
import type { ImportKind } from '../../../db/plans/import-files.ts'
import { ask } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'

export async function askForFile(turn: PersonTurn, kind: ImportKind): Promise<void> {
  if (!turn.abilities.documents) return turn.say({ text: turn.t(`intake.notHere.${kind}`) })
  const text = turn.t(kind === 'plan' ? 'intake.askPlan' : 'intake.askUnits')
  await ask(turn, { text, awaits: { topic: 'intake', question: kind, id: 0 } })
}
