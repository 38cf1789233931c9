/** What the office corrects in a plan that was read from a document, before it is taken in. */
import { z } from 'zod'
import { AUDIENCES } from '../../plans/audience.ts'
import { inQuarter } from '../../plans/in-quarter.ts'
import { QUARTERS } from '../../quarter.ts'
import { dateField } from '../date-field.ts'
import type { PreviewRow } from '../plan-reading/read-plan-document.ts'
import type { PlanFile, PlanTask } from './file.ts'

/** `position` is the task's, counted from 1 in the document as it was read; it stays when others are left out. */
const task = { position: z.int() }

const correction = z.discriminatedUnion('what', [
  z.object({ ...task, what: z.literal('due'), dueOn: dateField }),
  /** Null: all the year round. */
  z.object({ ...task, what: z.literal('quarter'), quarter: z.literal(QUARTERS).nullable() }),
  /** Who is asked; the office itself: no unit is. */
  z.object({ ...task, what: z.literal('audience'), audience: z.enum(AUDIENCES) }),
  z.object({ ...task, what: z.literal('title'), shortTitle: z.string() }),
  z.object({ ...task, what: z.literal('drop') }),
])

export const planCorrections = z.array(correction)

export type PlanCorrection = z.output<typeof correction>

/** As they are kept: days as text. */
export type KeptCorrections = z.input<typeof planCorrections>

type Read = { file: PlanFile; preview: PreviewRow[] }

/** The later of two corrections counts. A task that was looked at and corrected is in doubt no more. */
export function correctPlan({ file, preview }: Read, corrections: readonly PlanCorrection[]): Read {
  const of = ({ position }: PlanTask) => corrections.filter((each) => each.position === position)
  const tasks = file.tasks
    .filter((one) => of(one).every(({ what }) => what !== 'drop'))
    .map((one) => of(one).reduce((met, each) => corrected(met, each, file.plan.year), one))
  const rows = new Map(preview.map((row) => [row.code, row]))
  return {
    file: { ...file, tasks },
    preview: tasks.flatMap((one) => {
      const row = rows.get(one.code)
      return row ? [of(one).length > 0 ? { ...rowAs(row, one), doubts: [] } : row] : []
    }),
  }
}

/** The office's own word, which no later file overrules. */
function corrected(one: PlanTask, correction: PlanCorrection, year: number): PlanTask {
  switch (correction.what) {
    case 'due':
      return { ...one, dueOn: correction.dueOn, dueBasis: 'office' }
    case 'quarter':
      return { ...one, ...inQuarter(one, correction.quarter, year) }
    case 'audience': {
      const { audience } = correction
      return { ...one, audience: [audience], audienceBasis: 'office', asksUnitHeads: audience !== 'office' }
    }
    case 'title':
      return { ...one, shortTitle: correction.shortTitle, titleBasis: 'office' }
    case 'drop':
      return one
  }
}

/** The row of a task as the task will be: the office's word shows like one of the text. */
export const rowAs = (row: PreviewRow, one: PlanTask): PreviewRow => ({
  ...row,
  quarter: one.quarter,
  dueOn: one.dueOn,
  dueBasis: basisShown(one.dueBasis),
  audience: one.audience,
  audienceBasis: basisShown(one.audienceBasis),
  asksUnitHeads: one.asksUnitHeads,
  text: one.titleBasis === 'office' ? one.shortTitle : row.text,
})

const basisShown = (basis: string) => (basis === 'office' ? 'stated' : basis)
