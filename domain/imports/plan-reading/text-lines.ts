/** Reads plain text, also what a scanner recognised: puts the lines of a paragraph together again. */
import { tidy } from '../../vietnamese.ts'
import { UnreadableDocument } from '../office-documents/unreadable-document.ts'
import { markerOf } from './clause-marker.ts'
import type { DocumentLine } from './document-lines.ts'

/** A paragraph bears the number of its first line. Throws UnreadableDocument. */
export function textLines(bytes: Uint8Array): DocumentLine[] {
  const lines = decoded(bytes)
    .split(/\r\n|\n|\r/)
    .map(tidy)
  const fullFrom = shortestFullLine(lines)
  const paragraphs: { line: number; text: string }[] = []
  for (const [index, text] of lines.entries()) {
    const last = paragraphs.at(-1)
    const before = lines[index - 1] ?? ''
    if (text !== '' && last && before.length >= fullFrom && goesOn(before, text)) last.text += ` ${text}`
    else if (text !== '') paragraphs.push({ line: index + 1, text })
  }
  return paragraphs
}

/** Longer than any line on paper. */
const WIDEST = 120

/** A line shorter than this ends its paragraph. Where lines are wider than paper, none was broken at the margin. */
function shortestFullLine(lines: readonly string[]): number {
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0)
  return longest > WIDEST ? Number.POSITIVE_INFINITY : longest * 0.6
}

/** Fatal, so that a file of an old Vietnamese code page is refused and not garbled. */
function decoded(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableDocument(
      'This is not a text in Unicode.',
      'Save it as text with the encoding UTF-8, or as a Word document (.docx), and import that.',
    )
  }
}

/** A heading in capitals stands alone, and so does a line after a full stop; others were broken at the margin. */
function goesOn(before: string, text: string): boolean {
  if (markerOf(text) || isCapitals(before) || isCapitals(text)) return false
  return !(/[.;:]$/.test(before) && /^\p{Lu}/u.test(text))
}

export const isCapitals = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}{2}/u.test(text)
