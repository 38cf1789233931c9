/** Rows as text whose columns line up in a terminal. */

/** The header, then the rows; the last column may be of any width. */
export function table(header: string[], rows: string[][]): string[] {
  const all = [header, ...rows]
  const widths = header.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))))
  return all.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  )
}

/** Letters as the eye counts them: a composed letter is one. */
const width = (text: string) => [...text.normalize('NFC')].length
