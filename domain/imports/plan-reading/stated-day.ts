/** Finds the day by which a text wants something done. */
import { plainWords } from './period-words.ts'

export type StatedDay = { day: Temporal.PlainDate } | { wrong: 'day_outside_year' | 'impossible_day' }

const DAYS =
  /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|(\d{1,2})\s*\/\s*(\d{1,2})(?![\d/])|(\d{1,2}) th[a-z]ng (\d{1,2})(?: n[a-z]{1,2}m (\d{4}))?/g

/** In running text a day counts only after one of these: others are those of laws and of anniversaries. */
const LEADS =
  /\b(?:truoc|cham nhat|muon nhat|han|den|het|xong|hoan th[a-z]nh|thoi gian|vao)\W*(?:la |vao |trong |ng[a-z]y )*$/

/**
 * The last day that counts; null where there is none. `free`: the text tells nothing but the time, as the cell of a
 * table does, so that every day counts.
 */
export function statedDay(text: string, year: number, free: boolean): StatedDay | null {
  const plain = plainWords(text)
  const found = [...plain.matchAll(DAYS)]
    .filter(({ index }) => free || LEADS.test(plain.slice(0, index)))
    .filter(({ index, 0: written }) => !isRecurring(plain.slice(index + written.length)))
    .map((match) => dayOf(match, year))
  return found.findLast((each) => 'day' in each) ?? found.at(-1) ?? null
}

const isRecurring = (after: string) => /^ h[a-z]ng (thang|quy|nam)/.test(after)

function dayOf(match: RegExpMatchArray, year: number): StatedDay {
  const [, d1, m1, y1, d2, m2, d3, m3, y3] = match
  const written = {
    year: Number(y1 ?? y3 ?? year),
    month: Number(m1 ?? m2 ?? m3),
    day: Number(d1 ?? d2 ?? d3),
  }
  if (written.year !== year) return { wrong: 'day_outside_year' }
  try {
    return { day: Temporal.PlainDate.from(written, { overflow: 'reject' }) }
  } catch {
    return { wrong: 'impossible_day' }
  }
}
