/**
 * What a press of a button means, written into its value: with the assignment's id, so that last week's button still
 * reports the right task, and short, since a platform takes 64 bytes.
 */
import { DIFFICULTIES, type Difficulty, STATUSES, type Status } from './status.ts'

export type Act =
  /** This is how the task stands. */
  | { act: 'report'; assignmentId: number; status: Status }
  /** Show this task with all its answers; `correct` when it has been answered before. */
  | { act: 'pick' | 'correct'; assignmentId: number }
  /** Nothing more to add to what was reported. */
  | { act: 'enough'; assignmentId: number }
  | { act: 'percent'; assignmentId: number; percent: number }
  /** When it will be done: a day, or `ask` to be asked for one. */
  | { act: 'expected'; assignmentId: number; on: Temporal.PlainDate | 'ask' }
  | { act: 'difficulty'; assignmentId: number; difficulty: Difficulty }
  /** The photos just sent belong to this task. */
  | { act: 'belongs'; assignmentId: number }
  /** They belong to none. */
  | { act: 'belongs-nowhere' }
  /** All tasks of this message are done: asked back once, then `all-done`. */
  | { act: 'ask-all-done' | 'all-done' }
  /** The list of what the unit owes. */
  | { act: 'list' }
  /** The list with the plan's full words. */
  | { act: 'details' }
  /** I have seen it. */
  | { act: 'seen' }

const WITHOUT_TASK = ['belongs-nowhere', 'ask-all-done', 'all-done', 'list', 'details', 'seen'] as const

/** The value of a button. */
export function choiceValue(act: Act): string {
  switch (act.act) {
    case 'report':
      return `report:${act.assignmentId}:${act.status}`
    case 'percent':
      return `percent:${act.assignmentId}:${act.percent}`
    case 'expected':
      return `expected:${act.assignmentId}:${act.on}`
    case 'difficulty':
      return `difficulty:${act.assignmentId}:${act.difficulty}`
    case 'pick':
    case 'correct':
    case 'enough':
    case 'belongs':
      return `${act.act}:${act.assignmentId}`
    default:
      return act.act
  }
}

const oneOf = <T extends string>(values: readonly T[], text: string | undefined): T | null =>
  values.find((value) => value === text) ?? null

/** Reads a button's value; null for anything that this program never wrote. */
export function readChoice(value: string): Act | null {
  const [word = '', id, detail = ''] = value.split(':')
  const plain = oneOf(WITHOUT_TASK, word)
  if (plain) return { act: plain }
  const assignmentId = Number(id)
  if (!Number.isSafeInteger(assignmentId) || assignmentId <= 0) return null
  switch (word) {
    case 'pick':
    case 'correct':
    case 'enough':
    case 'belongs':
      return { act: word, assignmentId }
    case 'report': {
      const status = oneOf(STATUSES, detail)
      return status && { act: 'report', assignmentId, status }
    }
    case 'difficulty': {
      const difficulty = oneOf(DIFFICULTIES, detail)
      return difficulty && { act: 'difficulty', assignmentId, difficulty }
    }
    case 'percent': {
      const percent = Number(detail)
      return percent >= 1 && percent <= 99 ? { act: 'percent', assignmentId, percent } : null
    }
    case 'expected':
      if (detail === 'ask') return { act: 'expected', assignmentId, on: 'ask' }
      return /^\d{4}-\d{2}-\d{2}$/.test(detail)
        ? { act: 'expected', assignmentId, on: Temporal.PlainDate.from(detail) }
        : null
    default:
      return null
  }
}

/** The assignments a message's buttons speak of, in their order. */
export function assignmentsIn(choices: { value: string }[][] | undefined): number[] {
  const ids = (choices ?? []).flat().flatMap(({ value }) => {
    const act = readChoice(value)
    return act && 'assignmentId' in act ? [act.assignmentId] : []
  })
  return [...new Set(ids)]
}
