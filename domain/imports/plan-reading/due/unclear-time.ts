/** Quotes the words of a text that speak of a time, where no day or period could be made of them. */
import { isCounted } from './counted-things.ts'
import { periodsIn, plainWords } from './period-words.ts'

/** Days, and times that only a person can place: a feast, a season, what somebody else will do first. */
const TIMES =
  /\d{1,2}\s*\/\s*\d{1,2}(?:\/\d{4})?(?=\W|$)|\d{1,2} thang \d{1,2}|\bt(?=\d{1,2}\b)|(?:cuoi|dau|giua|het) (?:nam|quy|thang|tuan|ky|hoc ky)\b|\bquy (?:nhat|hai|ba|bon|tu)\b|\bthang (?:gieng|hai|ba|tu|nam|sau|bay|tam|chin|muoi|chap)\b|am lich|\btet\b|\bdip\b|(?:ngay )?sau khi|ngay khi|\bkhi co|truoc khi|truoc (?:mua|he)|cham nhat|thoi han/g

/** Longer than this nobody reads; most such words end sooner at a comma or full stop. */
const LONGEST = 60

/** Null where the text speaks of no time. */
export function unclearTime(text: string): string | null {
  const plain = plainWords(text)
  const named = [...plain.matchAll(TIMES)].find(
    ({ 0: time, index }) => !isCounted(plain.slice(index + time.length)),
  )
  const places = [named?.index ?? -1, periodsIn(text)[0]?.at ?? -1].filter((at) => at >= 0)
  if (places.length === 0) return null
  const at = Math.min(...places)
  const written = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  // Where a letter was taken apart, the places in the two no longer agree.
  const said = (written.length === plain.length ? written : plain).slice(at)
  return quoted(/^.*?(?=[.,;)]+(?:\s|$)|$)/u.exec(said)?.[0] ?? said)
}

export const quoted = (words: string) =>
  words.length <= LONGEST ? words : `${words.slice(0, words.lastIndexOf(' ', LONGEST))}…`
