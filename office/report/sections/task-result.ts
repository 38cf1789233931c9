/** One task in section II: its words in the plan, how many units did it, and who stands apart where the office wants names. */
import type { Paragraph } from 'docx'
import type { AnswerFacts, TaskFacts } from '../../../domain/papers/period-facts.ts'
import { isAnswerTo } from '../../../domain/papers/same-task.ts'
import { draft, said } from '../paragraphs.ts'
import { roman } from '../period-name.ts'
import { tracedCounts } from '../traced-counts.ts'
import { assignmentRows, type Writing, writtenDay } from '../writing.ts'
import { statesSaid } from './states.ts'

/** A paper names so many units of one state; more stand in the appendices. */
const MOST_NAMED = 12
const NAMED = ['done', 'in_progress', 'not_started', 'blocked', 'silent'] as const

/** `quarters`: the same task in each quarter that is reported on, at least one. */
export function taskResult(writing: Writing, quarters: readonly TaskFacts[], letter: string): Paragraph[] {
  const { t } = writing
  const [task, ...others] = quarters
  if (!task) return []
  const text = task.fullText.replace(/[.;]\s*$/u, '')
  const head = said(t('report.results.task', { letter, text, section: task.section }))
  if (!task.asksUnitHeads)
    return [
      head,
      said(t('report.results.ours', { due: writtenDay(quarters.at(-1)?.dueOn ?? task.dueOn) })),
      draft(t('report.results.oursDraft')),
    ]
  if (others.length === 0) return [head, said(inQuarter(writing, task))]
  return [
    head,
    ...quarters.map((one) =>
      said(t('report.results.inQuarter', { quarter: roman(one.quarter), words: inQuarter(writing, one) })),
    ),
  ]
}

function inQuarter(writing: Writing, task: TaskFacts): string {
  const { facts, paper, t } = writing
  const place = `II Q${task.quarter} ${task.code}`
  const answers = facts.answers.filter(isAnswerTo(task))
  const counts = tracedCounts(writing, place, answers)
  const states = statesSaid(counts, 'units', t)
  const asked = t('report.results.taskCounts', { due: writtenDay(task.dueOn), asked: counts.asked, states })
  return [asked, ...(paper.names ? standingApart(writing, place, answers) : [])].join(' ')
}

/** Those of a state that are few. The most numerous, which the others stand apart from, go without names. */
function standingApart({ t, tracer }: Writing, place: string, answers: readonly AnswerFacts[]): string[] {
  const states = NAMED.map((status) => ({
    status,
    those: answers.filter((answer) => answer.status === status),
  })).filter(({ those }) => those.length > 0)
  const most = Math.max(...states.map(({ those }) => those.length))
  return states.flatMap(({ status, those }) => {
    const isRule = answers.length > MOST_NAMED && those.length === most
    if (isRule || those.length > MOST_NAMED) return []
    const names = tracer.note(
      `${place} ${status} names`,
      those.map(({ unit }) => unit).join(', '),
      assignmentRows(those),
    )
    return [t(`report.results.named.${status}`, { names })]
  })
}
