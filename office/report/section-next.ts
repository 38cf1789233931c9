/** Section IV: what is left to do. */
import type { Paragraph } from 'docx'
import { draft, part, said } from './paragraphs.ts'
import { assignmentRows, figure, type Writing, writtenDay } from './writing.ts'

export function nextTasks({ facts, t, tracer }: Writing): Paragraph[] {
  const unfinished = facts.tasks.flatMap((task) => {
    const left = facts.answers.filter(
      ({ taskCode, quarter, status }) =>
        taskCode === task.code && quarter === task.quarter && status !== 'done',
    )
    if (left.length === 0) return []
    const n = figure(tracer.note(`IV Q${task.quarter} ${task.code} left`, left.length, assignmentRows(left)))
    return [said(t('report.next.task', { title: task.shortTitle, due: writtenDay(task.dueOn), left: n }))]
  })
  return [
    part(t('report.next.title')),
    said(t(unfinished.length === 0 ? 'report.next.allDone' : 'report.next.unfinished')),
    ...unfinished,
    draft(t('report.next.draft')),
  ]
}
