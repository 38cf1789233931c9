/** After "blocked": what kind of difficulty, and one line about it. Both may be skipped. */
import type { OwedTask } from '../../db/answers/assignments.ts'
import { choiceValue } from '../../domain/choice.ts'
import type { Choice } from '../../domain/message.ts'
import { readWish } from '../../domain/replies/extension-wish.ts'
import { DIFFICULTIES, type Difficulty } from '../../domain/status.ts'
import { shortDay } from '../../locales/dates.ts'
import { endChoices, extendChoice } from '../../locales/task-list.ts'
import { answerInPlace } from '../in-place.ts'
import { recordStatus, restsUntil } from '../record-status.ts'
import { taskOf } from '../task-of-person.ts'
import { wishFor } from '../topics/extend/wished-task.ts'
import type { PersonTurn } from '../turn.ts'

/** Asks for the kind; `apart` as a message of its own, because a list stands where the button was. */
export async function askDifficulty(turn: PersonTurn, task: OwedTask, apart: boolean): Promise<void> {
  const { t } = turn
  const kinds = DIFFICULTIES.map((difficulty) => ({
    label: t(`difficulty.${difficulty}`),
    value: choiceValue({ act: 'difficulty', assignmentId: task.id, difficulty }),
  }))
  const rows: Choice[][] = [0, 2, 4].map((start) => kinds.slice(start, start + 2))
  const extend = extendChoice(task.id, t)
  turn.asked = { offered: [...kinds, extend], awaits: { kind: 'difficulty', assignmentId: task.id } }
  const message = {
    text: t('answer.blocked', { title: task.shortTitle }),
    choices: [...rows, [extend], endChoices(task.id, t('answer.skip'), t)],
  }
  if (apart) await turn.say(message)
  else await answerInPlace(turn, message)
}

/** Takes the kind, and asks for a line about it. */
export async function answerDifficulty(
  turn: PersonTurn,
  assignmentId: number,
  difficulty: Difficulty,
): Promise<void> {
  const before = await taskOf(turn, assignmentId)
  if (!before) return
  const task = await recordStatus(turn, before, 'blocked', { difficulty })
  const extend = extendChoice(assignmentId, turn.t)
  turn.asked = { offered: [], awaits: { kind: 'difficulty', assignmentId } }
  await answerInPlace(turn, {
    text: `${thanks(turn, task, difficulty)}\n\n${turn.t('answer.askDetail')}`,
    choices: [[extend], endChoices(assignmentId, turn.t('answer.skip'), turn.t)],
  })
}

/** Takes the line in the person's own words, which may also ask for a later date. */
export async function answerDetail(turn: PersonTurn, assignmentId: number, note: string): Promise<void> {
  const before = await taskOf(turn, assignmentId)
  if (!before) return
  const task = await recordStatus(turn, before, 'blocked', { note, difficulty: before.difficulty })
  turn.asked = { offered: [], awaits: { kind: 'evidence', assignmentId } }
  const wish = readWish(note, turn.today)
  if (wish) return wishFor(turn, [task], wish)
  await turn.say({
    text: thanks(turn, task, before.difficulty),
    choices: [endChoices(assignmentId, turn.t('answer.noEvidence'), turn.t)],
  })
}

/** What stands recorded about a difficulty, and how long nobody asks again. */
export function thanks(turn: PersonTurn, task: OwedTask, difficulty: Difficulty | null): string {
  const { t } = turn
  const until = restsUntil(turn, task, 'blocked', null) ?? turn.today
  const kind = difficulty ? ` (${t(`difficulty.${difficulty}`)})` : ''
  return t('answer.blockedThanks', { title: task.shortTitle, kind, day: shortDay(until) })
}
