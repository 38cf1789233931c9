/** What was read from a document, for the person who decides whether it was read right. */
import { DOUBTS, type Doubt } from '../../domain/imports/plan-reading/doubts.ts'
import type { PlanReading, PreviewRow } from '../../domain/imports/plan-reading/read-plan-document.ts'
import { shortTitle } from '../../domain/imports/plan-reading/short-title.ts'
import { table } from '../../domain/table.ts'

const DUE_BY: Record<string, string> = {
  stated: 'stated',
  inferred_month_end: 'end of month',
  inferred_quarter_end: 'end of quarter',
  inferred_year_end: 'end of year',
  inferred_no_date_in_text: 'no date in text',
}

/** A table of the tasks, then each kind of doubt with the codes that it is about: two tasks may bear one clause. */
export function previewLines({ preview }: PlanReading): string[] {
  const header = ['line', 'clause', 'code', 'quarter', 'due', 'date', 'audience', 'asked', 'look', 'text']
  return [...table(header, preview.map(cellsOf)), '', ...doubtLines(preview), '']
}

const cellsOf = (row: PreviewRow): string[] => [
  String(row.line),
  row.clause,
  row.code,
  row.quarter === null ? 'year' : `Q${row.quarter}`,
  String(row.dueOn),
  DUE_BY[row.dueBasis] ?? row.dueBasis,
  `${row.audience.join(', ')}${row.audienceBasis === 'stated' ? '' : ' ?'}`,
  row.asksUnitHeads ? 'yes' : 'no',
  row.doubts.length > 0 ? 'here' : '',
  shortTitle(row.text),
]

function doubtLines(preview: readonly PreviewRow[]): string[] {
  const kinds = Object.entries(DOUBTS) as [Doubt, string][]
  return kinds.flatMap(([doubt, sentence]) => {
    const codes = preview.filter(({ doubts }) => doubts.includes(doubt)).map(({ code }) => code)
    return codes.length > 0 ? [`Look here: ${sentence}`, `  ${codes.join(', ')}`] : []
  })
}

/** The tasks of the preview for scripts, by the names that `plan show` uses. */
export const previewJson = ({ preview }: PlanReading) => ({
  tasks: preview.map((row) => ({
    line: row.line,
    clause: row.clause,
    code: row.code,
    quarter: row.quarter,
    due_on: row.dueOn.toString(),
    due_basis: row.dueBasis,
    audience: row.audience,
    audience_basis: row.audienceBasis,
    asks_unit_heads: row.asksUnitHeads,
    text: row.text,
    doubts: row.doubts,
    unclear_time: row.unclearTime,
  })),
})
