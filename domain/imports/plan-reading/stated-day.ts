/** Finds the day by which a text wants something done. */

import type { Doubt } from './doubts.ts'
import { isCounted } from './due/counted-things.ts'
import { LUNAR, plainWords } from './due/period-words.ts'

/** `several`: other days count too, and this is the last of them. */
export type StatedDay =
  | { day: Temporal.PlainDate; several: boolean }
  | { wrong: Extract<Doubt, 'day_outside_year' | 'impossible_day' | 'lunar_day'> }

/** A stroke or a word between day and month; a hyphen alone only after "ngày", for "3-5" is a number of things. */
const DAYS =
  /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|(\d{1,2})\s*\/\s*(\d{1,2})(?![\d/])|(?<=ng[a-z]y )(\d{1,2})-(\d{1,2})(?![\d/-]| th[a-z]ng)|(\d{1,2}) th[a-z]ng (\d{1,2})(?: n[a-z]{1,2}m (\d{4}))?/g

/** What may stand between the word that makes a day the due date and the day. */
const BETWEEN =
  '\\W*(?:(?:la|vao|trong|cuoi|chot|\\d{1,2} ?(?:gio|h|g)(?: ?\\d{2})?(?: phut)?|ng[a-z]y),? )*$'

/** In running text a day counts only after one of these: others are those of laws and of anniversaries. */
const LEADS = new RegExp(
  `\\b(?:tr[a-z]{2,3}c|cham nhat|muon nhat|han|den|het|xong|hoan th[a-z]nh|thoi gian|vao)${BETWEEN}`,
)

/** Words that lead to numbers of things as often as to days: "hoàn thành 10/12 chỉ tiêu", "đến 5/7 thôn". */
const WEAK_LEADS = /\b(?:den|het|xong|hoan th[a-z]nh|vao)\W*$/

/** After a weak word a bare 10/12 is a day only where the sentence ends or goes on with what is done by then. */
const GOES_ON =
  /^\s*(?:$|[.,;:)–-]|\(?h[a-z]ng |(?:dat|gui|va|den|phai|nam|se|tro|hoan thanh|to chuc|bao cao)\b)/

/**
 * The last day that counts; null where there is none. `free`: the text tells nothing but the time, as the cell of a
 * table does, so that every day counts.
 */
export function statedDay(text: string, year: number, free: boolean): StatedDay | null {
  const plain = plainWords(text)
  const read: { end: number; at: number; found: Exclude<StatedDay, null> }[] = []
  for (const match of plain.matchAll(DAYS)) {
    const before = plain.slice(0, match.index)
    const end = match.index + match[0].length
    const after = plain.slice(end)
    const last = read.at(-1)
    const goesOn = last !== undefined && AND.test(plain.slice(last.end, match.index))
    if (!free && !goesOn && !LEADS.test(before)) continue
    if (isPart(match, before, after, free) || isRecurring(after)) continue
    read.push({
      at: match.index,
      end,
      found: LUNAR.test(after) ? { wrong: 'lunar_day' } : dayOf(match, year),
    })
  }
  return latest(read, plain)
}

/** "trước ngày 15/6 và 15/12": the word before the first leads to the second too. */
const AND = /^ ?(?:,|;|va|hoac|-|–)? ?(?:va )?(?:ng[a-z]y )?$/

/** From the first day to the last there is one time, and only its end is due. */
const UNTIL = /^[ ,]*(?:-|–|den|toi)(?: het)?(?: ng[a-z]y)? ?$/

function latest(
  read: readonly { at: number; end: number; found: StatedDay }[],
  plain: string,
): StatedDay | null {
  const days = read.flatMap(({ at, end, found }) => ('day' in found ? { at, end, day: found.day } : []))
  const [first] = days
  if (!first) return read.at(-1)?.found ?? null
  const last = days.reduce((a, b) => (Temporal.PlainDate.compare(a.day, b.day) > 0 ? a : b))
  const apart = days.filter(({ end, day }) => {
    const next = days.find(({ at }) => at >= end)
    return !day.equals(last.day) && !(next && UNTIL.test(plain.slice(end, next.at)))
  })
  return { day: last.day, several: apart.length > 0 }
}

/** Only a bare 10/12 can be one: not one with a year, nor one that "ngày" names. */
function isPart([, , , , bare]: RegExpMatchArray, before: string, after: string, free: boolean): boolean {
  if (bare === undefined || /\bng[a-z]y $/.test(before)) return false
  return isCounted(after) || (!free && WEAK_LEADS.test(before) && !GOES_ON.test(after))
}

const isRecurring = (after: string) => /^ h[a-z]ng (thang|quy|nam)/.test(after)

function dayOf(match: RegExpMatchArray, year: number): StatedDay {
  const [, d1, m1, y1, d2, m2, d3, m3, d4, m4, y4] = match
  const written = {
    year: Number(y1 ?? y4 ?? year),
    month: Number(m1 ?? m2 ?? m3 ?? m4),
    day: Number(d1 ?? d2 ?? d3 ?? d4),
  }
  if (written.year !== year) return { wrong: 'day_outside_year' }
  try {
    return { day: Temporal.PlainDate.from(written, { overflow: 'reject' }), several: false }
  } catch {
    return { wrong: 'impossible_day' }
  }
}
