/** Finds where a reply names tasks: by code ("4b"), by place in the list ("việc 1"), by title, or all ("cả hai"). */

import { fold } from '../vietnamese.ts'
import { titleNames } from './reply-task-titles.ts'
import type { Name, OpenTask } from './task-name.ts'

/** The text with every letter folded, and nothing moved. */
export function flat(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const folded = fold(letter)
    return folded.length === letter.length ? folded : letter
  })
}

/** The names in a folded text, in order and without overlaps. */
export function namesIn(plain: string, open: OpenTask[]): Name[] {
  const found = [
    ...restNames(plain, open),
    ...codeNames(plain, open),
    ...placeNames(plain, open),
    ...letterNames(plain, open),
    ...titleNames(plain, open),
    ...allNames(plain, open),
  ]
  const whole = wholeNames(plain, open).filter((name) => !found.some((other) => other.start < name.start))
  const apart = [...found, ...whole].filter(
    (name, i, names) => !names.slice(0, i).some((other) => overlap(name, other)),
  )
  return apart.toSorted((a, b) => a.start - b.start)
}

const overlap = (a: Name, b: Name): boolean => a.start < b.end && b.start < a.end

const at = (match: RegExpExecArray, kind: Name['kind'], codes: string[]): Name => ({
  start: match.index,
  end: match.index + match[0].length,
  codes,
  kind,
})

/** "Q4-b" and "4b" are one key. */
const keyOf = (task: OpenTask): string =>
  fold(task.code)
    .replaceAll(' ', '')
    .replace(/^q(?=\d)/, '')

/** The code that these tasks have in common, if they have; two units may owe the same task. */
function only(tasks: OpenTask[]): string[] {
  const codes = new Set(codesOf(tasks))
  return codes.size === 1 ? [...codes] : []
}

const POINT = '(?:muc|y|diem|phan|viec)'

function codeNames(plain: string, open: OpenTask[]): Name[] {
  const byKey = (key: string) => only(open.filter((task) => keyOf(task) === key))
  const prefixes = new Set(open.map((task) => fold(task.code).split(' ')[0]))
  const lettered = [...plain.matchAll(/\b([a-z]{2,3})([ -]?)([a-e]|\d)\b(?!\/)/g)].filter(
    ([, prefix, gap]) => prefixes.has(prefix) || (gap === '-' && prefix !== undefined),
  )
  return [
    ...[...plain.matchAll(new RegExp(`\\b${POINT} ([a-e]),? (?:cua )?q(?:uy )?(\\d)\\b`, 'g'))].map((match) =>
      at(match, 'code', byKey(`${match[2]}${match[1]}`)),
    ),
    ...[...plain.matchAll(new RegExp(`\\bq(?:uy )?(\\d)[ ,.-]*(?:${POINT} )?([a-e])\\b`, 'g'))].map((match) =>
      at(match, 'code', byKey(`${match[1]}${match[2]}`)),
    ),
    ...[...plain.matchAll(/(?<!\b(?:lop|to|khoi|nhom|so|doi) )\b(\d)-?([a-e])\b/g)].map((match) =>
      at(match, 'code', byKey(`${match[1]}${match[2]}`)),
    ),
    ...lettered.map((match) => at(match, 'code', byKey(`${match[1]}${match[3]}`))),
    ...[...plain.matchAll(/\b(?:muc|y|diem) ([a-e])\b/g)].map((match) =>
      at(match, 'code', byLetter(match[1]!, open)),
    ),
  ]
}

const byLetter = (letter: string, open: OpenTask[]): string[] =>
  only(open.filter((task) => keyOf(task).endsWith(letter)))

/** "a b xong, c đang làm": single letters count only where two stand together, since "a", "c", "e" are also persons. */
function letterNames(plain: string, open: OpenTask[]): Name[] {
  const lists = [...plain.matchAll(/(?<=^|[,;.\n] *)[a-e](?:(?: *, *| va | voi | +)[a-e])*(?= +[a-z]{2})/g)]
  if (!lists.some(([list]) => list.length > 1)) return []
  return lists.map((match) => {
    const codes = match[0].match(/\b[a-e]\b/g)!.map((letter) => byLetter(letter, open))
    return at(match, 'code', codes.every((code) => code.length === 1) ? codes.flat() : [])
  })
}

const ORDINALS: Record<string, number> = {
  nhat: 1,
  mot: 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  sau: 6,
}
const COUNT = '(\\d{1,2}|hai|ba|bon|nam|sau)'
const TASK = '(?:viec|nhiem vu|cong viec|dau viec)'
/** What may follow a bare number that names a task: a status begins. */
const STATUS = '(?:xong|da|dang|chua|lam|gan|sap|vuong|nop|gui|hoan|ht|co ban|dag|ch|ok|thi|roi)'

const numberOf = (word: string): number => ORDINALS[word] ?? Number(word)

function placeNames(plain: string, open: OpenTask[]): Name[] {
  const more = '(?:(?: *[,+&] *| va | voi )\\d{1,2}(?![\\d/%.h]))*'
  const listed = [
    new RegExp(`\\b(?:${TASK}|v)(?: (?:so|thu))? ?\\d{1,2}(?![\\d/%])${more}`, 'g'),
    new RegExp(`\\b${TASK} (?:thu (?:nhat|hai|ba|tu|nam|sau)|mot|hai|ba)\\b`, 'g'),
    new RegExp(`\\b${TASK} (?:dau tien|dau|cuoi cung|cuoi)\\b`, 'g'),
  ]
  const amongSeveral = [
    new RegExp(`\\b(?:muc|noi dung) (?:so )?\\d{1,2}(?![\\d/%])${more}`, 'g'),
    /(?<=^|\n) *\d{1,2} ?[.):-](?= *\D)/g,
    new RegExp(`(?<=^|[,;.\\n] *|\\bcon )\\d{1,2}${more}(?= +${STATUS}\\b)`, 'g'),
  ]
  return [...listed, ...(open.length > 1 ? amongSeveral : [])].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((match) => at(match, 'place', placesIn(match[0], open))),
  )
}

/** The tasks at these places of the list; none at all when one of the places is not in it. */
function placesIn(words: string, open: OpenTask[]): string[] {
  if (/ dau/.test(words)) return [open[0]!.code]
  if (/ cuoi/.test(words)) return [open.at(-1)!.code]
  const ordinal = words.split(' ').at(-1)!
  const numbers = words.match(/\d+/g) ?? [String(numberOf(ordinal))]
  const codes = numbers.map((number) => open[Number(number) - 1]?.code)
  return codes.every((code) => code !== undefined) ? codes : []
}

const codesOf = (tasks: OpenTask[]): string[] => tasks.map((task) => task.code)

function allNames(plain: string, open: OpenTask[]): Name[] {
  const counted = new RegExp(`\\b(?:ca )?${COUNT} (?:${TASK}|noi dung|cai)\\b|\\bca ${COUNT}\\b`, 'g')
  return [...plain.matchAll(counted)].map((match) =>
    at(match, 'all', numberOf((match[1] ?? match[2])!) === open.length ? codesOf(open) : []),
  )
}

/** "Hết", "đều", "tất cả": all tasks, unless a task named before them is what is all done. */
function wholeNames(plain: string, open: OpenTask[]): Name[] {
  const together = /\b(?:tat ca|toan bo|(?:cac|moi|may) viec|viec nao|deu)\b/g
  const completely =
    /(?<=\b(?:xong|lam|nop|gui|thanh|ky) (?:xong )?)het\b(?! (?:kinh|tien|nguon|han|suc|muc))/g
  return [...plain.matchAll(together), ...plain.matchAll(completely)].map((match) =>
    at(match, 'all', codesOf(open)),
  )
}

function restNames(plain: string, open: OpenTask[]): Name[] {
  const pattern = new RegExp(
    `\\b(?:${COUNT} )?(?:cac )?(?:${TASK}|noi dung|cai) (?:con lai|kia|khac)\\b|(?<!phan )\\bcon lai(?= +${STATUS}\\b)`,
    'g',
  )
  return [...plain.matchAll(pattern)].map((match) => ({
    ...at(match, 'rest', codesOf(open)),
    ...(match[1] && { count: numberOf(match[1]) }),
  }))
}
