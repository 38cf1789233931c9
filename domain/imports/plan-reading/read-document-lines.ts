/** Opens a document of any kind that plans come in, by its bytes and never by its name. */

import { UnreadableDocument } from '../office-documents/unreadable-document.ts'
import { zipParts } from '../office-documents/zip-parts.ts'
import type { Problem } from '../problem.ts'
import { type DocumentLine, isRow } from './document-lines.ts'
import { docxLines } from './docx-lines.ts'
import { textLines } from './text-lines.ts'
import { xlsxLines } from './xlsx-lines.ts'

/** More than any plan, so that a book taken for one is told at once. */
const MOST_BYTES = 20_000_000
const MOST_LETTERS = 500_000

/** `problems`: what the document holds without its sender seeing it. */
type DocumentText = { lines: DocumentLine[]; problems: Problem[] }

/** Throws UnreadableDocument, which says what to do. */
export async function documentLines(bytes: Uint8Array): Promise<DocumentText> {
  if (bytes.length > MOST_BYTES)
    throw new UnreadableDocument(
      'The file is larger than 20 MB.',
      'Take the pictures out of it, save it and import it again.',
    )
  const { lines, problems } = await linesOf(bytes).catch(asDamaged)
  const letters = lines.reduce((sum, line) => sum + (isRow(line) ? line.cells.join('') : line.text).length, 0)
  if (letters > MOST_LETTERS)
    throw new UnreadableDocument('The file has more text than a plan can have.', 'Import the plan alone.')
  return { lines, problems }
}

/** Elements within elements without end fill the stack of whoever follows them. */
function asDamaged(error: unknown): never {
  if (!(error instanceof RangeError)) throw error
  throw new UnreadableDocument(
    'The file is damaged.',
    'Open it in Word or Excel, save it again and import that.',
  )
}

async function linesOf(bytes: Uint8Array): Promise<DocumentText> {
  if (startsWith(bytes, 'PK'))
    return hasPart(bytes, 'xl/workbook.xml') ? await xlsxLines(bytes) : sure(docxLines(bytes))
  if (startsWith(bytes, '\xd0\xcf\x11\xe0'))
    throw new UnreadableDocument(
      'This is a file of old Word or Excel, or one with a password.',
      'Open it, choose "Save as", take Word document (.docx) or Excel workbook (.xlsx), and import that.',
    )
  if (startsWith(bytes, '%PDF'))
    throw new UnreadableDocument(
      'This is a PDF, which dondoc cannot read.',
      'Import the Word file it was made from, or the text that a scanner recognised, saved as .txt.',
    )
  return sure(textLines(bytes))
}

const sure = (lines: DocumentLine[]): DocumentText => ({ lines, problems: [] })

const startsWith = (bytes: Uint8Array, mark: string) =>
  [...mark].every((letter, at) => bytes[at] === letter.charCodeAt(0))

const hasPart = (bytes: Uint8Array, part: string) => zipParts(bytes, (name) => name === part).size > 0
