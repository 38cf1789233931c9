/** Reads a table of tasks: a row each, under rows that are headings. */
import { tidy } from '../../vietnamese.ts'
import { markerOf } from './clause-marker.ts'
import { headingPeriod } from './due/task-time.ts'
import type { PlanItem } from './plan-item.ts'
import type { Columns } from './table-columns.ts'
import { isCapitals } from './text-lines.ts'

type Row = { line: number; cells: string[] }

/** Of the clause in which the table stands; `period` of its sheet, where the name of that tells one. */
type Above = { path: string; headings: string[]; period: string | null }

export function tableItems(rows: readonly Row[], columns: Columns, above: Above) {
  const items: PlanItem[] = []
  const unread: { line: number; text: string }[] = []
  let group = { label: '', text: '', line: 0 }
  let count = 0
  const leave = () => {
    // A heading with nothing under it may be a task in cells that were merged.
    if (group.text !== '' && count === 0) unread.push({ line: group.line, text: group.text })
  }
  for (const { line, cells } of rows) {
    const text = cellOf(cells, columns.content)
    const number = cellOf(cells, columns.number).replace(/[.)]$/, '')
    const [lead, support, time] = (['lead', 'support', 'time'] as const).map((name) =>
      cellOf(cells, columns[name]),
    )
    if (cells.every((cell) => cell === '') || isHeadingAgain(number, text)) continue
    const isBare = [lead, time].every((words) => !words || words === text)
    const heading = headingIn(cells, { text, number, isBare })
    if (heading) {
      leave()
      group = { ...heading, line }
      count = 0
    } else if (text === '' || isFooter(text))
      unread.push({ line, text: [...new Set(cells)].join(' ').trim() })
    else {
      count += 1
      const label = number || String(count)
      const marker = number ? null : markerOf(text)
      const ownPeriod = headingPeriod(group.text)?.label ?? null
      items.push({
        line,
        clause: [above.path, above.period, group.label || ownPeriod, marker?.label || label]
          .filter(Boolean)
          .join('.'),
        label: marker?.label || label,
        period: ownPeriod ?? above.period,
        text: tidy(marker?.rest ?? text),
        headings: group.text ? [...above.headings, group.text] : above.headings,
        lead: tidy(lead ?? ''),
        support: tidy(support ?? ''),
        time: tidy(time ?? ''),
        doubts: [],
      })
    }
  }
  leave()
  return { items, unread }
}

const cellOf = (cells: readonly string[], column: number | undefined) => cells[column ?? -1] ?? ''

/** Tables that go over several pages repeat their heading, and some number their columns: (1) (2) (3). */
const isHeadingAgain = (number: string, text: string) => /^s?tt$/i.test(number) || /^\(?\d\)?$/.test(text)

const isFooter = (text: string) => /^(nơi nhận|người lập|ghi chú)/iu.test(text)

/** One text over the whole row, or a row that names neither who nor when and looks like a heading. */
function headingIn(cells: readonly string[], row: { text: string; number: string; isBare: boolean }) {
  const texts = new Set(cells.filter((cell) => cell !== ''))
  const [only] = texts
  if (texts.size === 1 && only !== undefined && cells.length > 2 && !isFooter(only)) {
    const marker = markerOf(only)
    return { label: marker?.label ?? '', text: marker?.rest ?? only }
  }
  const isNumbered = /^([IVX]+|[A-E])$/.test(row.number)
  // Beside its number, one text over all the rest.
  const isMerged = texts.size === 2 && cells.filter((cell) => cell === row.text).length > 2
  const looksSo = isNumbered || isMerged || isCapitals(row.text) || headingPeriod(row.text)?.at === 0
  if (!row.isBare || row.text === '' || !looksSo) return null
  return { label: row.number, text: row.text }
}
