/** Tells the tasks of a period apart: a task is one clause of one plan, in however many quarters it is asked. */
import type { AnswerFacts, TaskFacts } from './period-facts.ts'

type Task = Pick<TaskFacts, 'planCode' | 'code'>
type InQuarter = Task & Pick<TaskFacts, 'quarter'>
type Answer = Pick<AnswerFacts, 'planCode' | 'taskCode' | 'quarter'>

/** Each task once, with its quarters in order. */
export const tasksOnce = <T extends Task>(tasks: readonly T[]): T[][] => [
  ...Map.groupBy(tasks, ({ planCode, code }) => JSON.stringify([planCode, code])).values(),
]

/** Whether an answer is to this task in this quarter. */
export const isAnswerTo =
  (task: InQuarter) =>
  (answer: Answer): boolean =>
    answer.planCode === task.planCode && answer.taskCode === task.code && answer.quarter === task.quarter
