/** Finds which column of a plan's table tells what, by whom and when. */
import { fold } from '../../vietnamese.ts'

type Column = 'number' | 'content' | 'lead' | 'support' | 'time'

export type Columns = Partial<Record<Column, number>> & {
  content: number
  /** The first row of the heading. */
  at: number
  /** The first row after it. */
  from: number
}

/** The first that fits names the column: "Đơn vị thực hiện nhiệm vụ" is who, not what. */
const TITLES: readonly [Column, RegExp][] = [
  ['number', /^(stt|tt|so tt|so thu tu)$/],
  ['time', /thoi gian|thoi han|tien do|han hoan thanh|thoi diem/],
  ['lead', /chu tri|(don vi|co quan|bo phan|nguoi) (thuc hien|phu trach)|phu trach|tham muu/],
  ['support', /phoi hop|tham gia/],
  ['content', /noi dung|nhiem vu|cong viec|hoat dong/],
]

/** A title longer than this is a sentence of the table. */
const LONGEST_TITLE = 60

/** Null where no row is a heading. A heading may take two rows: "Đơn vị" above "chủ trì" and "phối hợp". */
export function columnsOf(rows: readonly string[][]): Columns | null {
  for (const [index, row] of rows.entries()) {
    const alone = columnsIn(row)
    const below = rows[index + 1]
    const both = below && columnsIn(row.map((title, column) => joined(title, below[column] ?? '')))
    const isFuller = size(both) > size(alone) && size(both) > size(below && columnsIn(below))
    const isOverTwo = below !== undefined && (isFuller || repeats(row, below))
    const found = isOverTwo
      ? { ...both, at: index, from: index + 2 }
      : { ...alone, at: index, from: index + 1 }
    const { content } = found
    if (content !== undefined && size(found) > 3) return { ...found, content }
  }
  return null
}

/** Below "Đơn vị thực hiện", "Phối hợp" by itself tells which of the two it is. */
const joined = (title: string, below: string) =>
  title === below || columnNamed(below) !== undefined ? below : `${title} ${below}`

/** A heading in merged cells stands in both its rows. */
const repeats = (row: readonly string[], below: readonly string[]) =>
  row.some((title, column) => title === below[column] && columnNamed(title) === 'content')

const size = (columns: object | undefined) => Object.keys(columns ?? {}).length

const columnNamed = (title: string): Column | undefined =>
  title.length > LONGEST_TITLE ? undefined : TITLES.find(([, form]) => form.test(fold(title)))?.[0]

function columnsIn(row: readonly string[]): Partial<Record<Column, number>> {
  const columns: Partial<Record<Column, number>> = {}
  for (const [index, title] of row.entries()) {
    const column = columnNamed(title)
    if (column) columns[column] ??= index
  }
  return columns
}
