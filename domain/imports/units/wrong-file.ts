/** A file that was sent as the list of units, and is no workbook that can be read. */
import type { FileKind } from '../office-documents/file-kind.ts'
import type { UnitProblem } from './problem.ts'

type WrongKind = Exclude<FileKind, 'excel' | 'text' | 'unknown'>

const SAVE = 'Open it, choose "Save as", take Excel workbook (.xlsx), and import that.'
const COPY = 'Copy the table of units into Excel, save it as a workbook (.xlsx) and import that.'

const SAID: Record<WrongKind, [problem: string, mend: string]> = {
  word: ['This is a Word document; the list of units is a workbook.', COPY],
  oldWord: ['This is a document of old Word (.doc); the list of units is a workbook.', COPY],
  oldExcel: ['This is a file of old Excel (.xls).', SAVE],
  password: [
    'This workbook has a password.',
    'Open it, take the password away, save it as an Excel workbook (.xlsx), and import that.',
  ],
  pdf: ['This is a PDF.', COPY],
  picture: ['This is a picture.', COPY],
  openDocument: ['This is a file of LibreOffice.', SAVE],
  otherOffice: ['This is neither an Excel workbook nor a CSV.', SAVE],
  otherLetters: ['This is not a text in Unicode.', SAVE],
}

export function wrongFile(kind: WrongKind): UnitProblem {
  const [problem, mend] = SAID[kind]
  return { kind: 'notRead', file: kind, line: 1, field: '', value: '', problem, mend, severity: 'error' }
}
