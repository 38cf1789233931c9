/** A document as the reading of plans sees it, whatever program made it: lines of text and rows of tables. */

/** Counted from 1: a text's lines, Word's paragraphs and table rows, Excel's rows. */
export type DocumentLine = { line: number } & ({ text: string } | { cells: string[] })

export const isRow = (line: DocumentLine): line is { line: number; cells: string[] } => 'cells' in line
