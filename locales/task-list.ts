/** How tasks look in a message: numbered lines to read, and the answers to press under them. */
import { choiceValue } from '../domain/choice.ts'
import type { Choice } from '../domain/message.ts'
import { STATUSES, type Status } from '../domain/status.ts'
import { topicValue } from '../domain/topic-choice.ts'
import { shortDay } from './dates.ts'
import type { Translate } from './i18n.ts'

export type TaskLine = {
  id: number
  shortTitle: string
  dueOn: Temporal.PlainDate
  status: Status | 'silent'
  percent?: number | null
  /** Named only to people who answer for more than one unit. */
  unit?: string
}

/** More tasks than this get one button each, or nobody finds theirs on a small screen. */
const MOST_WITH_ANSWERS = 6

/** "1. Title (hạn 31/12): Đang làm, 60%", one line a task, numbered from `first`. */
export function taskLines(tasks: readonly TaskLine[], t: Translate, showDue = true, first = 1): string {
  return tasks
    .map((task, index) => {
      const unit = task.unit ? `${task.unit}: ` : ''
      const due = showDue ? ` (${t('task.due', { due: shortDay(task.dueOn) })})` : ''
      const percent = task.percent ? `, ${task.percent}%` : ''
      const status =
        task.status === 'silent' ? '' : `: ${STATUS_SIGN[task.status]}${t(`status.${task.status}`)}${percent}`
      return `${first + index}. ${unit}${task.shortTitle}${due}${status}`
    })
    .join('\n')
}

const STATUS_SIGN: Record<Status, string> = { done: '✅ ', in_progress: '', not_started: '', blocked: '⚠️ ' }

/** The four answers to one task, two a row, so that a thumb finds them. */
export function statusChoices(assignmentId: number, t: Translate): Choice[][] {
  const choices = STATUSES.map((status) => ({
    label: t(`status.${status}`),
    value: choiceValue({ act: 'report', assignmentId, status }),
  }))
  return [choices.slice(0, 2), choices.slice(2)]
}

/** The way to ask for a later date. */
export const extendChoice = (assignmentId: number, t: Translate): Choice => ({
  label: t('decision.extend.button'),
  value: topicValue('extend', 'ask', assignmentId),
})

/** One row a task: the usual answers at once, the others behind "…"; and all of them done, in one press. */
export function listChoices(tasks: TaskLine[], t: Translate): Choice[][] {
  if (tasks.length > MOST_WITH_ANSWERS) return numberedPicks(tasks, t)
  const rows = tasks.map((task, index) => rowOf(task, index + 1, t))
  const open = tasks.filter((task) => task.status !== 'done')
  if (open.length > 1) rows.push([{ label: t('list.allDone'), value: choiceValue({ act: 'ask-all-done' }) }])
  return rows
}

function rowOf(task: TaskLine, number: number, t: Translate): Choice[] {
  const assignmentId = task.id
  const correct = choiceValue({ act: 'correct', assignmentId })
  if (task.status === 'done') return [{ label: `${number}. ${t('list.correct')}`, value: correct }]
  const answer = (status: Status) => ({
    label: `${number}. ${t(`status.${status}`)}`,
    value: choiceValue({ act: 'report', assignmentId, status }),
  })
  const others = {
    label: `${number}. ${t('list.others')}`,
    value: choiceValue({ act: 'pick', assignmentId }),
  }
  return task.status === 'in_progress'
    ? [answer('done'), others]
    : [answer('done'), answer('in_progress'), others]
}

function numberedPicks(tasks: TaskLine[], t: Translate): Choice[][] {
  const picks = tasks.map((task, index) => ({
    label: t('list.pick', { number: index + 1 }),
    value: choiceValue({ act: 'pick', assignmentId: task.id }),
  }))
  return Array.from({ length: Math.ceil(picks.length / 3) }, (_, row) => picks.slice(row * 3, row * 3 + 3))
}

/** What the numbered lines of a list stand for: each its task. */
export const linesOf = (tasks: readonly TaskLine[]): Choice[] =>
  tasks.map(({ id, shortTitle }) => ({
    label: shortTitle,
    value: choiceValue({ act: 'pick', assignmentId: id }),
  }))

/** The way to put a record right. */
export const correctChoice = (assignmentId: number, t: Translate): Choice => ({
  label: t('list.correct'),
  value: choiceValue({ act: 'correct', assignmentId }),
})

/** The last row under a record: nothing to add, or correct it. */
export function endChoices(assignmentId: number, enough: string, t: Translate): Choice[] {
  return [
    { label: enough, value: choiceValue({ act: 'enough', assignmentId }) },
    correctChoice(assignmentId, t),
  ]
}
