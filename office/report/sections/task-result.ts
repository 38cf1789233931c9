/** One task in section II: its words in the plan, how many units did it, and who stands apart where the office wants names. */
import type { Paragraph } from 'docx'
import type { TaskFacts } from '../../../domain/papers/period-facts.ts'
import { isAnswerTo } from '../../../domain/papers/same-task.ts'
import { clausesOf } from '../clauses.ts'
import { said, saidAndDraft } from '../paragraphs.ts'
import { roman } from '../period-name.ts'
import { tracedCounts } from '../traced-counts.ts'
import { answerRows, type Writing, writtenDay } from '../writing.ts'
import { unitsAlike } from './alike.ts'
import { statesSaid } from './states.ts'

/** A paper names so many units of one state; more stand in the appendices. */
export const MOST_NAMED = 12
const NAMED = ['done', 'in_progress', 'not_started', 'blocked', 'silent'] as const

/**
 * `quarters`: the same task in each quarter that is reported on, at least one. `dueSaid`: the heading of the tasks
 * names the day by which all of them are due.
 */
export function taskResult(
  writing: Writing,
  quarters: readonly TaskFacts[],
  { letter, dueSaid }: { letter: string; dueSaid: boolean },
): Paragraph[] {
  const { facts, t } = writing
  const last = quarters.at(-1)
  if (!last) return []
  const named = {
    letter,
    title: last.shortTitle.replace(/[.;:]\s*$/u, ''),
    clause: clausesOf(facts.tasks)(last.planCode, last.code),
    due: dueSaid ? '' : t('report.results.due', { due: writtenDay(last.dueOn) }),
  }
  if (!last.asksUnitHeads)
    return [saidAndDraft(t('report.results.ours', named), t('report.results.oursDraft'))]
  if (quarters.length === 1)
    return [said([t('report.results.task', named), stand(writing, last), ...apart(writing, last)].join(' '))]
  return [
    said(t('report.results.task', { ...named, due: '' })),
    ...quarters.map((one) => {
      const head = { quarter: roman(one.quarter), due: writtenDay(one.dueOn) }
      return said(`${t('report.results.inQuarter', head)} ${stand(writing, one)}`)
    }),
  ]
}

const placeOf = ({ quarter, code }: TaskFacts) => `II Q${quarter} ${code}`

function stand(writing: Writing, task: TaskFacts): string {
  const { facts, t } = writing
  const counts = tracedCounts(writing, placeOf(task), facts.answers.filter(isAnswerTo(task)))
  return t('report.results.taskCounts', { asked: counts.asked, states: statesSaid(counts, t) })
}

/**
 * Those of a state that are few, by name. The most numerous, which the others stand apart from, go without; so do those
 * who were named above, and in a report of several quarters whoever is silent: Appendix II has them all.
 */
function apart({ facts, paper, t, tracer }: Writing, task: TaskFacts): string[] {
  if (!paper.names) return []
  const answers = facts.answers.filter(isAnswerTo(task))
  const above = new Set(unitsAlike(facts.answers).flatMap((alike) => alike.answers))
  const states = NAMED.map((status) => ({
    status,
    those: answers.filter((answer) => answer.status === status),
  })).filter(({ those }) => those.length > 0)
  const most = Math.max(...states.map(({ those }) => those.length))
  return states.flatMap(({ status, those }) => {
    if (answers.length > MOST_NAMED && those.length === most) return []
    if (status === 'silent' && facts.quarters.length > 1) return []
    const named = those.filter((answer) => !above.has(answer))
    if (named.length > MOST_NAMED || named.length === 0) return []
    const names = tracer.note(
      `${placeOf(task)} ${status} names`,
      named.map(({ unit }) => unit).join(', '),
      answerRows(named),
    )
    return [t(`report.results.named.${status}`, { names })]
  })
}
