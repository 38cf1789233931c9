/** One task in section II: its words in the plan, how many units did it, and who where the office wants names. */
import type { Paragraph } from 'docx'
import type { TaskFacts } from '../../domain/period-facts.ts'
import { clause, draft, said } from './paragraphs.ts'
import { tracedCounts } from './traced-counts.ts'
import { assignmentRows, someOf, type Writing, writtenDay } from './writing.ts'

const NAMED = ['done', 'in_progress', 'not_started', 'blocked', 'silent'] as const

export function taskResult(writing: Writing, task: TaskFacts, letter: string): Paragraph[] {
  const { facts, paper, t, tracer } = writing
  const text = task.fullText.replace(/[.;]\s*$/u, '')
  const head = clause(t('report.results.task', { letter, text, section: task.section }))
  const due = writtenDay(task.dueOn)
  if (!task.asksUnitHeads)
    return [head, said(t('report.results.ours', { due })), draft(t('report.results.oursDraft'))]

  const place = `II Q${task.quarter} ${task.code}`
  const answers = facts.answers.filter((a) => a.taskCode === task.code && a.quarter === task.quarter)
  const counts = said(t('report.results.taskCounts', { due, ...tracedCounts(writing, place, answers) }))
  if (!paper.names) return [head, counts]
  const named = NAMED.flatMap((status) => {
    const those = answers.filter((answer) => answer.status === status)
    if (those.length === 0) return []
    const names = someOf(
      those.map(({ unit }) => unit),
      t,
    )
    return [
      said(
        t(`report.results.named.${status}`, {
          names: tracer.note(`${place} ${status} names`, names, assignmentRows(those)),
        }),
      ),
    ]
  })
  return [head, counts, ...named]
}
