/** Section IV: what is left to do. */
import type { Paragraph } from 'docx'
import { isAnswerTo, tasksOnce } from '../../../domain/papers/same-task.ts'
import { draft, listed, part, said } from '../paragraphs.ts'
import { assignmentRows, figure, type Writing, writtenDay } from '../writing.ts'

export function nextTasks({ facts, t, tracer }: Writing): Paragraph[] {
  const unfinished = tasksOnce(facts.tasks).flatMap((quarters) => {
    // What a unit owed of a task in an earlier quarter is past: only the last one's day is still to come.
    const task = quarters.at(-1)
    if (!task) return []
    const left = facts.answers.filter(isAnswerTo(task)).filter(({ status }) => status !== 'done')
    if (left.length === 0) return []
    const n = figure(tracer.note(`IV ${task.code} left`, left.length, assignmentRows(left)))
    return [{ title: task.shortTitle, due: writtenDay(task.dueOn), left: n }]
  })
  const days = new Set(unfinished.map(({ due }) => due))
  const [due] = days
  const head =
    due === undefined
      ? t('report.next.allDone')
      : days.size === 1
        ? t('report.next.unfinishedBy', { due })
        : t('report.next.unfinished')
  return [
    part(t('report.next.title')),
    said(head),
    ...listed(unfinished.map((one) => t(days.size === 1 ? 'report.next.left' : 'report.next.task', one))),
    draft(t('report.next.draft')),
  ]
}
