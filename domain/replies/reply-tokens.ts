/** Cuts a reply into words and marks, and reads short forms, glued words and keyboard slips as the words they are. */

import { fold } from '../vietnamese.ts'
import { isKnown, standsAt, type Token, tokenOf, wordsOf } from './reply-lexicon.ts'
import { READ_AS, SHORT_FORMS } from './reply-spellings.ts'

const PIECES = [
  /\d+(?:[.,-]\d+)?\s*%/, // a percentage, or from one to another
  /\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?(?!\d)/, // a day
  /\d+\/[\p{L}-]+/u, // a document's number
  /\d{1,2}h(?:\d{2})?(?!\p{L})/u, // an hour
  /\p{L}[\p{L}\d]*/u,
  /\d+/,
  /[?,✓.!;:\n…]/,
]
const PIECE = new RegExp(PIECES.map(({ source }) => source).join('|'), 'gu')

/** Our own message, quoted above the answer. */
const QUOTED = /^\s*>.*$/gm

/** "duoc60%", "ngay25"; but the two VNI keys of "nho72" (a vowel's and a tone's) are no number. */
const GLUED_NUMBER = /(?<=\p{L})(?=\d+\s*%|(?![6-9][1-5](?!\d))\d{2,}(?![\p{L}\d]))/gu

const EMOJI: [RegExp, string][] = [
  [/[👍👌🙏🤝🫡❤🥰😊🌹]/gu, ' ok '],
  [/[✅☑✔]/gu, ' ✓ '],
]

const SYLLABLE =
  /^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/

const shortForms = new Map(
  Object.entries(SHORT_FORMS).flatMap(([word, forms]) =>
    forms.split(', ').map((form) => [form, word] as const),
  ),
)
const rewrites = Object.entries(READ_AS)
  .map(([from, to]) => ({ from: wordsOf(from), to }))
  .toSorted((a, b) => b.from.length - a.from.length)

/** Words, numbers, percentages, days ("25/12") and marks (`,` `.` `?`) of a reply, in order. */
export function tokensOf(text: string): Token[] {
  const said = text.normalize('NFC').replace(QUOTED, '').replace(GLUED_NUMBER, ' ').toLowerCase()
  const words = EMOJI.reduce((sofar, [emoji, word]) => sofar.replace(emoji, word), said)
  const runs = words.match(/\p{L}+/gu) ?? []
  const toned = runs.filter((run) => run !== fold(run)).length * 2 >= runs.length
  return rewritten((words.match(PIECE) ?? []).flatMap((piece) => pieceTokens(piece, toned)))
}

function pieceTokens(piece: string, toned: boolean): Token[] {
  if (/^\p{L}/u.test(piece)) {
    const words = readRun(piece)
    return words.map((word) => tokenOf(word, toned && word === piece))
  }
  const mark = /^[.!;:\n…]$/.test(piece) ? '.' : piece.replace(/\s/g, '')
  return [{ plain: mark, letters: '', tone: '', bare: true }]
}

/** The words that this run of letters stands for; itself when nothing better is known. */
function readRun(run: string): string[] {
  const plain = fold(run)
  const short = run.replaceAll('đ', 'd') === plain && shortForms.get(plain)
  if (short) return short.split(' ')
  if (isKnown(plain) || plain === '') return [run]
  const slip = /\d/.test(plain) ? withoutVni(plain) : withoutTelex(plain)
  if (isKnown(slip)) return [slip]
  if (shortForms.has(slip)) return shortForms.get(slip)!.split(' ')
  if (SYLLABLE.test(plain) || /\d/.test(plain)) return [run]
  return unglued(run) ?? [swapped(plain).find(isKnown) ?? run]
}

/** Telex keys that did not turn into marks ("ddax", "hoanf"): no word has s, f, r, x, j, w or z after a vowel. */
const withoutTelex = (plain: string): string =>
  plain
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=[aeiouy].*)[sfrxjwz]/g, '')
    .replace('w', 'u')

/** VNI keys that did not turn into marks: "d9a4", "ro62i". */
const withoutVni = (plain: string): string => plain.replace(/(?<=[a-z])\d{1,2}(?!\d)/g, '')

/** Longer than any few words written without spaces. */
const LONGEST_RUN = 40

/** The words of a run written without spaces; undefined when some piece of it is no word. */
function unglued(run: string): string[] | undefined {
  if (run === '') return []
  if (run.length > LONGEST_RUN) return undefined
  for (let end = run.length; end > 0; end--) {
    const head = run.slice(0, end)
    const plain = fold(head)
    if (end > 1 ? !isKnown(plain) && !shortForms.has(plain) : run.length > 1 || !isWordOfOneLetter(plain))
      continue
    const rest = unglued(run.slice(end))
    if (rest) return [...(shortForms.get(plain) ?? head).split(' '), ...rest]
  }
  return undefined
}

const isWordOfOneLetter = (plain: string): boolean => plain === 'a' || plain === 'r'

/** The spellings that a finger too fast may have meant: "xogn". */
const swapped = (plain: string): string[] =>
  Array.from(plain.slice(1), (_, i) => plain.slice(0, i) + plain[i + 1] + plain[i] + plain.slice(i + 2))

function rewritten(tokens: Token[]): Token[] {
  const result: Token[] = []
  for (let i = 0; i < tokens.length; ) {
    const rewrite = rewrites.find(({ from }) => standsAt(tokens, i, from))
    if (rewrite) result.push(...rewrite.to.split(' ').map((word) => tokenOf(word, true)))
    else result.push(tokens[i]!)
    i += rewrite?.from.length ?? 1
  }
  return result
}
