/** Paragraphs of a report, each in a style of the template. */
import { Paragraph, TextRun } from 'docx'
import { printable } from '../printable.ts'

/** Words by the template's style of that id. */
export const paragraph = (style: string, text: string): Paragraph =>
  new Paragraph({ style, children: [new TextRun(printable(text))] })

export const part = (title: string): Paragraph => paragraph('Part', title)
export const clause = (title: string): Paragraph => paragraph('Clause', title)
export const said = (text: string): Paragraph => paragraph('Said', text)

/** The last words: they go over the page with the signature, which must not stand on a page alone. */
export const lastWords = (text: string): Paragraph =>
  new Paragraph({ style: 'Said', keepNext: true, children: [new TextRun(printable(text))] })

/** Lines of a list: each ends in a semicolon, the last in a full stop. */
export const listed = (lines: readonly string[]): Paragraph[] =>
  lines.map((line, at) => said(`- ${line}${at === lines.length - 1 ? '.' : ';'}`))

/** What only the writer can judge: marked, so that nobody signs it unread. */
export const draft = (text: string): Paragraph => saidAndDraft('', text)

/** Words that stand, then a draft in the same paragraph. */
export const saidAndDraft = (text: string, drafted: string): Paragraph =>
  new Paragraph({
    style: 'Said',
    children: [
      ...(text === '' ? [] : [new TextRun(`${printable(text)} `)]),
      new TextRun({ text: printable(drafted), highlight: 'yellow' }),
    ],
  })
