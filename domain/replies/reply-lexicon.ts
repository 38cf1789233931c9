/** Looks up the signs of a reply's words, with or without tone marks. */

import { fold } from '../vietnamese.ts'
import { MARKS } from './reply-marks.ts'
import { FILLERS, MOODS } from './reply-moods.ts'
import { PLAIN_WORDS } from './reply-spellings.ts'
import { VERBS } from './reply-verbs.ts'

export type Verb = keyof typeof VERBS
export type Mark = keyof typeof MARKS
export type WordSign = Verb | Mark | keyof typeof MOODS | keyof typeof FILLERS

/** A word without its marks, and the marks taken away: those of the vowels and đ, and that of the tone. */
type Word = { plain: string; letters: string; tone: string }

/** A word of a reply; `bare` when it means just itself without marks, as its neighbours have some: "anh", not "ảnh". */
export type Token = Word & { bare: boolean }

type Phrase = { sign: WordSign; words: Word[] }

/** Stands for any number or day in a phrase. */
const NUMBER = '#'
/** The question word "à": without its mark it is the polite "ạ". */
const MARKED = new Set(['\u0300a'])
const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/
const HOOK = '\u0309'
const TILDE = '\u0303'

function wordOf(text: string): Word {
  const marks =
    text
      .toLowerCase()
      .normalize('NFD')
      .match(/[\p{M}đ]/gu) ?? []
  return {
    plain: text === NUMBER ? NUMBER : fold(text),
    letters: marks.filter((mark) => !TONE_MARK.test(mark)).join(''),
    tone: marks.find((mark) => TONE_MARK.test(mark)) ?? '',
  }
}

export const wordsOf = (phrase: string): Word[] => phrase.split(' ').map(wordOf)

/** The phrases that a list stands for: "chờ/đợi ký" is "chờ ký" and "đợi ký". */
function phrasesIn(list: string): string[] {
  return list.split(',').flatMap((pattern) =>
    pattern
      .trim()
      .split(/\s+/)
      .map((place) => place.split('/').map((words) => words.replaceAll('_', ' ')))
      .reduce((before, words) => before.flatMap((start) => words.map((word) => `${start} ${word}`)), [''])
      .map((phrase) => phrase.replace(/ -(?= |$)/g, '').trim()),
  )
}

const phrases: Phrase[] = Object.entries({ ...MARKS, ...VERBS, ...MOODS, ...FILLERS }).flatMap(
  ([sign, list]) => phrasesIn(list).map((phrase) => ({ sign: sign as WordSign, words: wordsOf(phrase) })),
)
const byFirstWord = Map.groupBy(
  phrases.toSorted((a, b) => b.words.length - a.words.length),
  (phrase) => phrase.words[0]?.plain,
)
const isBare = (word: Word): boolean => word.letters === '' && word.tone === ''
/** Words that have a meaning without marks. */
const plainWords = new Set([
  ...phrases.flatMap((phrase) => phrase.words.filter(isBare).map((word) => word.plain)),
  ...PLAIN_WORDS.split(', '),
])
const known = new Set(phrases.flatMap((phrase) => phrase.words.map((word) => word.plain)))

export const isKnown = (plain: string): boolean => known.has(plain)

/** The word as a token of a reply; `toned` when that reply is written with tone marks. */
export function tokenOf(text: string, toned: boolean): Token {
  const word = wordOf(text)
  return { ...word, bare: toned && isBare(word) && plainWords.has(word.plain) }
}

/** People leave out tones, or all marks, and many take hỏi for ngã; other wrong marks make another word. */
function stands(token: Token | undefined, word: Word): boolean {
  if (!token) return false
  if (word.plain === NUMBER) return /^\d/.test(token.plain)
  if (token.plain !== word.plain) return false
  if (isBare(token)) return isBare(word) || !(token.bare || MARKED.has(word.tone + word.plain))
  const sameTone = token.tone.replace(HOOK, TILDE) === word.tone.replace(HOOK, TILDE)
  return token.letters.replace('đ', '') === word.letters.replace('đ', '') && (token.tone === '' || sameTone)
}

const isSame = (token: Token | undefined, word: Word): boolean =>
  token?.letters === word.letters && token.tone === word.tone

export const standsAt = (tokens: Token[], start: number, words: Word[]): boolean =>
  words.every((word, i) => stands(tokens[start + i], word))

/** The longest phrase that stands at this place, preferably with the very same marks, and its length in words. */
export function phraseAt(tokens: Token[], start: number): { sign: WordSign; length: number } | undefined {
  const candidates = byFirstWord.get(tokens[start]?.plain) ?? []
  const standing = candidates.filter(({ words }) => standsAt(tokens, start, words))
  const longest = standing.filter(({ words }) => words.length === standing[0]?.words.length)
  const same = longest.find(({ words }) => words.every((word, i) => isSame(tokens[start + i], word)))
  const phrase = same ?? longest[0]
  return phrase && { sign: phrase.sign, length: phrase.words.length }
}
