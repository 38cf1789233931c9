/** The first point of section II: all that was asked of all units, in sum. */
import type { Paragraph } from 'docx'
import { tasksOnce } from '../../../domain/papers/same-task.ts'
import { raised } from '../lowered.ts'
import { said } from '../paragraphs.ts'
import { periodName, roman } from '../period-name.ts'
import { tracedCounts } from '../traced-counts.ts'
import { answerRows, figure, unitRows, type Writing, writtenDay } from '../writing.ts'
import { unitsAlike } from './alike.ts'
import { statesSaid } from './states.ts'
import { MOST_NAMED } from './task-result.ts'

export function inGeneral(writing: Writing): Paragraph[] {
  const { facts, t } = writing
  const counts = tracedCounts(writing, 'II.1', facts.answers)
  const told = [
    raised(asked(writing, counts.asked)),
    t('report.results.counts', { day: writtenDay(facts.asOf), states: statesSaid(counts, t) }),
    ...(counts.overdue === '0' ? [] : [t('report.results.overdue', { overdue: counts.overdue })]),
    t('report.results.detail'),
  ]
  const everywhere = standingAlike(writing)
  const closed = facts.closed.map(({ quarter, on }) =>
    t('report.closedQuarter', { quarter: roman(quarter), day: writtenDay(on) }),
  )
  return [
    said(told.join(' ')),
    ...(everywhere.length === 0 ? [] : [said(t('report.results.alike', { told: everywhere.join('; ') }))]),
    ...(closed.length === 0 ? [] : [said(t('report.frozen', { quarters: closed.join('; ') }))]),
  ]
}

function asked({ facts, t, tracer }: Writing, assignments: string): string {
  const units = facts.units.filter((unit) => unit.asked > 0).map(({ code }) => code)
  const tasks = tasksOnce(facts.tasks.filter(({ asksUnitHeads }) => asksUnitHeads)).flatMap(
    ([task]) => task ?? [],
  )
  const rows = tasks.map(({ planCode, code }) => `task ${code} of ${planCode}`)
  return t('report.results.asked', {
    period: periodName(facts, t),
    tasks: figure(tracer.note('II.1 tasks', tasks.length, rows)),
    units: figure(tracer.note('II.1 units', units.length, unitRows(units))),
    asked: assignments,
  })
}

/** Whoever is silent, or has not begun, everywhere: named where they are few, and the office wants names. */
function standingAlike({ facts, paper, t, tracer }: Writing): string[] {
  return unitsAlike(facts.answers).map(({ status, answers, units }) => {
    const place = `II.1 ${status} everywhere`
    const n = figure(tracer.note(place, units.length, answerRows(answers)))
    const words = t(`report.results.everywhere.${status}`, { n })
    if (!paper.names || units.length > MOST_NAMED) return words
    return `${words}: ${tracer.note(`${place} names`, units.join(', '), answerRows(answers))}`
  })
}
