/** Reads a plan from the lines of its document: what it is, what it sets, and what a person should look at. */
import { type DocumentLine, isRow } from './document-lines.ts'
import { documentParts } from './document-parts.ts'
import { coordinatingOffice, type DraftDuty, draftDuties } from './draft-duties.ts'
import { type DraftTask, draftTask } from './draft-task.ts'
import { headingPeriod } from './due/task-time.ts'
import { listItems } from './list-items.ts'
import { type Clause, outlineOf } from './outline.ts'
import { type PlanHeader, planHeader } from './plan-header.ts'
import { isScanned } from './scanned-words.ts'
import { tableItems } from './table-items.ts'
import { taskCodes } from './task-codes.ts'

export type PlanDraft = PlanHeader & {
  coordinatingOffice: string | null
  tasks: DraftTask[]
  duties: DraftDuty[]
  /** What stands among the tasks and could not be read as one. */
  unread: { line: number; text: string }[]
  /** What stands in a section without tasks, and sets a day all the same. */
  skipped: { line: number; text: string }[]
}

/** Null where the document does not tell its year: without it no day can be given. */
export function planDraft(lines: readonly DocumentLine[]): PlanDraft | null {
  const { paragraphs, tables } = documentParts(lines)
  const { opening, clauses } = outlineOf(paragraphs)
  const header = planHeader(opening)
  const { year } = header
  if (year === null) return null

  const held = tables.map((table) => ({
    ...table,
    above: table.isAppended || table.sheet !== undefined ? [] : clausesAbove(clauses, table),
  }))
  const introductions = new Set(held.flatMap(({ above }) => above.at(-1) ?? []))
  const found = listItems(clauses, (clause) => introductions.has(clause), year)
  const read = held.map(({ rows, columns, above, isAppended, sheet }) => {
    const headings = sheet === undefined ? above.map(({ text }) => text) : [sheet]
    const path = isAppended && sheet === undefined ? 'PL' : (above.at(-1)?.path ?? '')
    const period = sheet === undefined ? null : (headingPeriod(sheet)?.label ?? null)
    return tableItems(rows, columns, { path, headings, period })
  })

  const office = coordinatingOffice(found.duties)
  const scanned = isScanned(lines.map((line) => (isRow(line) ? line.cells.join(' ') : line.text)).join(' '))
  const context = { year, office, scanned }
  const items = [...found.tasks, ...read.flatMap((table) => table.items)]
  const codes = taskCodes(items)
  return {
    ...header,
    coordinatingOffice: office,
    tasks: items.map((item, index) => draftTask(item, codes[index]!, context)),
    duties: draftDuties(found.duties, context),
    skipped: found.skipped,
    unread: [...found.unread, ...read.flatMap((table) => table.unread)].toSorted((a, b) => a.line - b.line),
  }
}

/** The clauses that are open where the table begins, from the outermost in. */
function clausesAbove(clauses: readonly Clause[], table: { rows: { line: number }[] }): Clause[] {
  const start = table.rows[0]?.line ?? 0
  const last = clauses.findLast(({ line }) => line < start)
  return last ? [last, ...clausesAbove(last.children, table)] : []
}
