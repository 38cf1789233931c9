/** Words of people made fit for a paper: what XML forbids and what would turn the line around is taken out. */

// XML 1.0 allows no control characters but tab and line's end, no lone halves of a character, no U+FFFE and U+FFFF.
const FORBIDDEN = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu
/** Marks that turn the direction of the text, and the mark of byte order. */
const TURNING = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** One line, composed, with nothing that Word refuses or that our template would take for a place to fill. */
export const printable = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(FORBIDDEN, '')
    .replace(TURNING, '')
    .replace(/\{(?=\{)|\}(?=\})/gu, '$& ')
    .normalize('NFC')
    .trim()

/** At most so many characters, ended between words where it can be. */
export function shortened(text: string, most: number): string {
  const letters = [...printable(text)]
  if (letters.length <= most) return letters.join('')
  const kept = letters.slice(0, most - 1).join('')
  return `${kept.replace(/\s+\S{0,20}$/u, '')}…`
}
