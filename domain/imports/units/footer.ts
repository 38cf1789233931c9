/** Which rows of an office's list are no units: the sums, and the signatures below. */
import { fold } from '../../vietnamese.ts'
import type { CsvRecord } from '../csv-lines.ts'

/** Folded, as below. Never "Tổng công ty", which is a unit. */
const SUM = /^(tong|tong so|tong cong|cong)( (so )?(\d.*|don vi.*|khoi.*|danh sach.*))?$/

/** What stands before a signature, or after the last unit. */
const CLOSING = [
  /^nguoi (lap|tong hop|ky)( bieu| danh sach)?$/,
  /^lap bieu$/,
  /^(thu truong|chu tich|pho chu tich|truong phong|giam doc)( (don vi|co quan))?$/,
  /^(t ?m|k ?t|t ?l|tuq) (uy ban|ubnd|hdnd|dang uy|ban|chu tich|thu truong|truong|lanh dao)/,
  /^(.* )?ngay( \d+)? thang( \d+)? nam( \d+)?$/,
  /^ky( va)? (ten|ghi ro|dong dau)/,
  /^(noi nhan|ghi chu)( |$)/,
  /^(an dinh )?danh sach (nay )?(co|gom) \d/,
]

/** Parts the rows below the header. After a closing line, rows of a name or two belong to it. */
export function partFooters(rows: readonly CsvRecord[]): { units: CsvRecord[]; footers: CsvRecord[] } {
  const closing = rows.findIndex((row) => CLOSING.some((pattern) => pattern.test(firstOf(row))))
  const isFooter = (row: CsvRecord, index: number) =>
    !hasPhone(row) &&
    (SUM.test(firstOf(row)) ||
      index === closing ||
      (closing >= 0 && index > closing && filled(row).size <= 2))
  const { units = [], footers = [] } = Object.groupBy(rows, (row, index) =>
    isFooter(row, index) ? 'footers' : 'units',
  )
  return { units, footers }
}

/** Merged cells repeat one text. */
const filled = ({ values }: CsvRecord) => new Set(values.filter((value) => value.trim() !== ''))

const firstOf = (row: CsvRecord) => fold([...filled(row)][0] ?? '')

const hasPhone = ({ values }: CsvRecord) => values.some((value) => value.replace(/\D/g, '').length >= 9)
