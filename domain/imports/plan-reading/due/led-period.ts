/** Finds the month, quarter or part of the year that a sentence sets for what it tells. */
import { type NamedPeriod, periodsIn, plainWords } from './period-words.ts'

/** In a sentence, "sơ kết 6 tháng đầu năm" tells what and not when: only these words before a period tell when. */
const LEADS =
  /(?:\b(?:trong|vao|tr[a-z]{2,3}c|het|xong|cuoi|giua|dau|hoan thanh|thoi gian|den|du kien)|\()\W*(?:la |het |trong |vao )*$/

/** The last that counts. */
export function ledPeriod(text: string): NamedPeriod | undefined {
  const plain = plainWords(text)
  return periodsIn(text).findLast(({ kind, at, end, several }) => {
    const [before, after] = [plain.slice(0, at), plain.slice(end)]
    const closes = /^[\s.;)]*$/.test(after)
    if (kind === 'half') return /(?:trong|\()\W*$/.test(before) || (closes && /:\s*$/.test(before))
    if (kind === 'year') return !/^trong/.test(plain.slice(at)) && standsApart(plain, at)
    const isSetOff = closes && /[:,;–-]\s*$/.test(before)
    return at === 0 || isSetOff || LEADS.test(before) || (several && /\btu $/.test(before))
  })
}

/** At the beginning, in brackets or at the end: "thường xuyên" within the sentence only says how. */
const standsApart = (plain: string, at: number) =>
  at === 0 ||
  /\($/.test(plain.slice(0, at)) ||
  /^[^,;(]{0,25}$/.test(plain.slice(at)) ||
  (/:\s*$/.test(plain.slice(0, at)) && /^[^.;(]{0,40}\.?$/.test(plain.slice(at)))
