/** Section IV: what is left to do. */
import type { Paragraph } from 'docx'
import { draft, listed, part, said } from '../paragraphs.ts'
import { assignmentRows, figure, type Writing, writtenDay } from '../writing.ts'

export function nextTasks({ facts, t, tracer }: Writing): Paragraph[] {
  const byCode = Map.groupBy(facts.tasks, ({ code }) => code)
  const unfinished = [...byCode].flatMap(([code, same]) => {
    const left = facts.answers.filter(({ taskCode, status }) => taskCode === code && status !== 'done')
    const [task] = same.slice(-1)
    if (!task || left.length === 0) return []
    const units = new Set(left.map(({ unitCode }) => unitCode)).size
    const n = figure(tracer.note(`IV ${code} left`, units, assignmentRows(left)))
    return [t('report.next.task', { title: task.shortTitle, due: writtenDay(task.dueOn), left: n })]
  })
  return [
    part(t('report.next.title')),
    said(t(unfinished.length === 0 ? 'report.next.allDone' : 'report.next.unfinished')),
    ...listed(unfinished),
    draft(t('report.next.draft')),
  ]
}
