/** The gate before every answer: may this person speak for the unit that owes this task? */
import { type OwedTask, owedTasks } from '../db/answers/assignments.ts'
import type { PersonTurn } from './turn.ts'

/** One task the person may answer for, or null after telling them that it is another unit's, or no longer asked. */
export async function taskOf(turn: PersonTurn, assignmentId: number): Promise<OwedTask | null> {
  const [task] = await owedTasks(turn.tx, turn.person.unitIds, turn.today, [assignmentId])
  if (!task) await turn.say({ text: turn.t('talk.notYourUnit') })
  return task ?? null
}
