/** Reads CSV as spreadsheets save it, and keeps the line that each record begins on. */
import { CsvError, parse } from 'csv-parse/sync'
import type { UnitProblem } from './units/problem.ts'

/** A row of a table; `line` as an editor or Excel numbers it. */
export type CsvRecord = { line: number; values: string[] }

/**
 * The records in order, the header among them; rows without a single value are left out.
 * Takes UTF-8 with or without a byte order mark, any line ends, and commas, semicolons or tabs, whichever
 * the first line has most of: spreadsheets set to Vietnamese write semicolons.
 */
export function parseCsv(bytes: Uint8Array): { records: CsvRecord[] } | { problems: UnitProblem[] } {
  const text = decode(bytes)
  if (text === null) return { problems: [NOT_UTF8] }

  const records: CsvRecord[] = []
  let line = 1
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: (values, { lines }) => {
        if (values.some((value) => value.trim() !== '')) records.push({ line, values })
        // csv-parse tells where a record ends, and a record in quotes may end lines after it began.
        line = lines + 1
        return null
      },
    })
    return { records }
  } catch (error) {
    if (error instanceof CsvError) return { problems: [wrongQuotes(line)] }
    throw error
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch {
    return null
  }
}

function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n', 1)
  const count = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best))
}

const NOT_UTF8: UnitProblem = {
  kind: 'notUtf8',
  line: 1,
  field: '',
  value: '',
  problem: 'This file is not UTF-8 text, so its Vietnamese letters cannot be read.',
  mend: 'Open it in the spreadsheet again and save it as "CSV UTF-8".',
  severity: 'error',
}

const wrongQuotes = (line: number): UnitProblem => ({
  kind: 'quotes',
  line,
  field: '',
  value: '',
  problem: 'A quote in the row that begins here has no partner, or stands beside other text.',
  mend: 'Put one " before and one " after the whole value, and write "" for a quote inside it.',
  severity: 'error',
})
