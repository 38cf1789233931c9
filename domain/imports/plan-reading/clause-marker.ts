/** Reads what a clause begins with: "II.", "2.", "2.1.", "b)", a dash. */

/** The letters of a Vietnamese list as people type it: đ follows d; f, j, w and z are no letters of it. */
const TYPED_LETTERS = [...'abcdđeghiklmnopqrstuvxy']

/** As Word counts by itself, in any language. */
const COUNTED_LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** From the outermost to the innermost. */
export const MARKER_KINDS = ['part', 'roman', 'number', 'dotted', 'letter', 'dash', 'plus'] as const

export type MarkerKind = (typeof MARKER_KINDS)[number]

export type Marker = {
  kind: MarkerKind
  /** As it is cited: II, 2, 2.1, b. Empty for a dash, and for a letter that a scanner has damaged. */
  label: string
  /** The text after the marker. */
  rest: string
}

const FORMS: readonly [MarkerKind, RegExp][] = [
  ['roman', /^(?:(?:phần|mục|chương)\s+)?([IVX]{1,5})\s*[.):–-]\s*(?=\S)/iu],
  ['part', /^([A-EĐ])\s*[.)]\s+(?=\S)/u],
  ['dotted', /^(\d{1,2}(?:\.\d{1,2})+)\s*[.):]?\s+(?=\D)/u],
  ['number', /^(\d{1,2})\s*[.)]\s*(?=[^\d\s])/u],
  // As the Party writes: "1- Quý I"; its papers are numbered 18-KH/ĐU.
  ['number', /^(\d{1,2})\s*[-–]\s*(?!\p{Lu}{2,5}\/)(?=["“]?\p{Lu})/u],
  // A scanner reads c as a cent sign, and sometimes as both.
  ['letter', /^['‘’]?([a-zđ¢@©]{1,2})\s*\)\s*(?=\S)/u],
  ['letter', /^([a-qđ])\.\s+(?=\S)/u],
  ['dash', /^([-–—•*·])\s*(?=\S)/u],
  ['plus', /^(\+)\s*(?=\S)/u],
]

/** Null where the text begins with none: it goes on with the clause before, or stands by itself. */
export function markerOf(text: string): Marker | null {
  for (const [kind, form] of FORMS) {
    const found = form.exec(text)
    // Small roman letters are letters of a list, or a word.
    if (!found || (kind === 'roman' && found[1] !== found[1]?.toUpperCase())) continue
    return { kind, label: labelOf(kind, found[1]!), rest: text.slice(found[0].length) }
  }
  return null
}

function labelOf(kind: MarkerKind, written: string): string {
  if (kind === 'dash' || kind === 'plus') return ''
  if (kind !== 'letter') return written
  return [...written].find((letter) => letter === 'đ' || COUNTED_LETTERS.includes(letter)) ?? ''
}

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

/** Where a label stands in its list, from 1; null where it is in none. */
export function placeOf(kind: MarkerKind, label: string): number | null {
  if (kind === 'letter') return TYPED_LETTERS.indexOf(label) + 1 || null
  if (kind === 'roman') return ROMANS.indexOf(label) + 1 || null
  if (kind === 'part') return 'ABCDE'.indexOf(label) + 1 || null
  const last = label.split('.').at(-1)
  return last ? Number(last) : null
}

/** Whether a letter follows another, or begins a list, as people type it or as Word counts. */
export const follows = (letter: string, before: string | undefined): boolean =>
  [TYPED_LETTERS, COUNTED_LETTERS].some((list) => list.indexOf(letter) === list.indexOf(before ?? '') + 1)

/** What Word counts, from 1: after z comes aa. */
export const countedLetter = (place: number): string =>
  (COUNTED_LETTERS[(place - 1) % 26] ?? '').repeat(Math.ceil(place / 26))

/** The label at a place of a list, from 1. */
export function labelAt(kind: MarkerKind, place: number): string {
  const list: readonly string[] = kind === 'letter' ? TYPED_LETTERS : kind === 'roman' ? ROMANS : []
  return list[place - 1] ?? String(place)
}
