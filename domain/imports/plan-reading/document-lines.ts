/** A document as the reading of plans sees it, whatever program made it: lines of text and rows of tables. */

/** Counted from 1: a text's lines, Word's paragraphs and table rows, Excel's rows. `sheet`: of several, which. */
export type DocumentLine = { line: number; sheet?: string } & ({ text: string } | { cells: string[] })

export type Row = { line: number; sheet?: string; cells: string[] }

export const isRow = (line: DocumentLine): line is Row => 'cells' in line
