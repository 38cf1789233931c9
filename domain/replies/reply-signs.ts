/** Reads the words of a reply as signs: of how far a task is, how it is meant, or nothing in particular. */

import { phraseAt, type Token, type WordSign } from './reply-lexicon.ts'
import { MARKS } from './reply-marks.ts'

export type Sign =
  | WordSign
  | 'number'
  | 'percent'
  | 'day'
  | 'comma'
  | 'stop'
  | 'questionMark'
  | 'tick'
  | 'unknown'

/** A sign, and the word or phrase that it was read from, without tone marks. */
export type Signed = { sign: Sign; plain: string }

const NO_WORDS: [RegExp, Sign][] = [
  [/^,$/, 'comma'],
  [/^\.$/, 'stop'],
  [/^\?$/, 'questionMark'],
  [/^✓$/, 'tick'],
  [/^\d.*%$/, 'percent'],
  [/^\d+[/.-]\d/, 'day'],
  [/^\d/, 'number'],
]

export function signsOf(tokens: Token[]): Signed[] {
  const signs: Signed[] = []
  for (let i = 0; i < tokens.length; ) {
    const phrase = phraseAt(tokens, i)
    const length = phrase?.length ?? 1
    const plain = tokens
      .slice(i, i + length)
      .map((token) => token.plain)
      .join(' ')
    signs.push({ sign: signOf(plain, phrase?.sign, signs.at(-1)?.sign), plain })
    i += length
  }
  return signs
}

/** "Báo cáo" is a paper, and "báo cáo phòng" a greeting; only after a word such as "đã" it is something done. */
function signOf(plain: string, sign: WordSign | undefined, before: Sign | undefined): Sign {
  const reports = before !== undefined && before in MARKS
  if (plain === 'bao cao' && !reports) return 'paper'
  if (plain.startsWith('bao cao ') && sign === 'polite' && reports)
    return plain === 'bao cao phong' ? 'deliver' : 'tell'
  return sign ?? markOf(plain)
}

const markOf = (plain: string): Sign => NO_WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'unknown'
