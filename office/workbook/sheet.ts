/** One sheet of a workbook as we plan it: a header, rows below it, and pictures over some of its cells. */
import type { Cell } from 'write-excel-file/node'
import type { Turn } from '../../domain/files/picture-size.ts'
import { printable } from '../printable.ts'

/** Widths in characters, as Excel counts them. */
type SheetColumn = { header: string; width: number }

export type SheetPicture = {
  bytes(): Promise<Uint8Array>
  type: string
  /** In pixels, as it is shown. */
  width: number
  height: number
  /** Width to height of the picture itself, as it is shown. */
  shape: number
  turn?: Turn
  /** From 1; the header is row 1. */
  row: number
  column: number
}

export type SheetPlan = {
  name: string
  columns: readonly SheetColumn[]
  rows: Cell[][]
  /** Lines that stand right of the table, a free column between, from row 2 on; no filter takes them. */
  beside?: Cell[][]
  pictures?: SheetPicture[]
  /** What a row has at least, in points. */
  rowHeight?: number
}

/** What one cell of Excel holds. */
const LONGEST = 32_767

/** With these a formula begins, and in other programs a command. */
const FORMULA = /^[=+\-@]/

/**
 * One line. A text is never calculated, whatever it begins with: it is written as a string, and where it looks like a
 * formula in a cell of the format "text", so that it stays one when somebody edits the cell.
 */
export const words = (text: string | null): Cell =>
  text === null || text === ''
    ? null
    : {
        value: printable(text).slice(0, LONGEST),
        type: String,
        wrap: true,
        alignVertical: 'top',
        ...(FORMULA.test(text) && { format: '@' }),
      }

export const number = (value: number | null): Cell =>
  value === null ? null : { value, type: Number, alignVertical: 'top' }

/** A day as `2026-12-31`, as a date that Excel can sort and calculate with. */
export const day = (text: string | null): Cell =>
  text === null
    ? null
    : { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' }

/** The office's wall clock: Excel knows no time zones. */
export function moment(at: Date | null, timeZone: string): Cell {
  if (at === null) return null
  const local = at.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainDateTime()
  return { value: new Date(`${local}Z`), type: Date, format: 'dd/mm/yyyy hh:mm', alignVertical: 'top' }
}
