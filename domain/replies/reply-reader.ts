/** Reads a reply written in free words: which status it reports, and whether that is beyond doubt. */

import type { Status } from '../status.ts'
import { clausesOf } from './reply-clauses.ts'
import { daysIn, FORESEEN_IN_REPORTS, namesDate } from './reply-dates.ts'
import { leavesDoubt } from './reply-doubts.ts'
import { type Finding, type Meaning, meaningOf } from './reply-meaning.ts'
import { FILLERS } from './reply-moods.ts'
import { percentagesIn, withoutFractions } from './reply-progress.ts'
import { type Sign, type Signed, signsOf } from './reply-signs.ts'
import { statementsIn } from './reply-statements.ts'
import { tokensOf } from './reply-tokens.ts'
import { verdictOf } from './reply-verdict.ts'

export type Reading =
  /** `sure`: may be recorded without asking back. `percent` and `expectedOn` only for a task not done. */
  | { kind: 'status'; status: Status; sure: boolean; percent?: number; expectedOn?: Temporal.PlainDate }
  /** "Ok", "vâng", "đã nhận", 👍: our message arrived, and no more is said. */
  | { kind: 'acknowledged' }
  /** A question, a request, a wrong person, or nothing that can be read. */
  | { kind: 'none' }

/** `foreseen`: how far ahead a day without a year may lie; one further off was the last one. */
export function readReply(text: string, today: Temporal.PlainDate, foreseen = FORESEEN_IN_REPORTS): Reading {
  const daysToCome = (words: string) => daysIn(words, today, foreseen)
  const tokens = tokensOf(text)
  const plain = tokens.map((token) => token.plain).join(' ')
  const signs = signsOf(tokens).map((signed) => placedInTime(signed, daysToCome))
  if (signs.some(({ sign }) => sign === 'wrongPerson')) return { kind: 'none' }

  const { told, asked } = clausesOf(signs)
  const meanings = told.map((clause) => statementsIn(clause).map(meaningOf))
  const percents = percentagesIn(plain)
  const findings = [...findingsIn(meanings), ...percents.map((percent) => progress(percent, signs))]
  const lastBut = told.findLastIndex((clause) => clause[0]?.sign === 'but')
  const last = lastBut < 0 ? [] : findingsIn(meanings.slice(lastBut))
  const verdict = verdictOf(findings, last)
  if (!verdict) return isReceipt(signs, meanings.flat()) ? { kind: 'acknowledged' } : { kind: 'none' }

  const { status } = verdict
  const days = daysToCome(withoutFractions(plain))
  const evidence = { signs, told, asked, meanings: meanings.flat(), findings, lastBut, last, days }
  const sure = verdict.plain && !leavesDoubt(status, evidence)
  if (status === 'done') return { kind: 'status', status, sure }
  return {
    kind: 'status',
    status,
    sure,
    ...(percents.length === 1 && { percent: percents[0] }),
    ...(days.length === 1 && { expectedOn: days[0] }),
  }
}

/** A day that lies behind us tells like "last week". */
function placedInTime(signed: Signed, daysToCome: (words: string) => unknown[]): Signed {
  if (!namesDate(signed.plain)) return signed
  return { ...signed, sign: daysToCome(signed.plain).length > 0 ? 'day' : 'earlier' }
}

const findingsIn = (meanings: Meaning[][]): Finding[] =>
  meanings.flat().filter((meaning) => typeof meaning !== 'string')

/** All of it is done, unless that is denied or to come ("chưa được 100%", "phấn đấu 100%"). */
function progress(percent: number, signs: Signed[]): Finding {
  if (percent === 0) return { status: 'not_started', plain: true }
  const reached = percent === 100 && !signs.some(({ sign }) => UNREACHED.has(sign))
  return { status: reached ? 'done' : 'in_progress', plain: reached || percent < 100 }
}

const UNREACHED = new Set<Sign>([
  'notYet',
  'lacking',
  'not',
  'hardly',
  'nearly',
  'later',
  'around',
  'will',
  'modal',
])

/** Nothing but words of receipt; or those and a promise ("vâng, em sẽ làm ngay"). */
function isReceipt(signs: Signed[], meanings: Meaning[]): boolean {
  const receives = ({ sign }: Signed) => sign === 'receipt' || sign === 'noticed'
  const says = ({ sign }: Signed) => !(sign in FILLERS) && sign !== 'comma' && sign !== 'stop'
  return signs.some(receives) && (meanings.includes('promise') || signs.filter(says).every(receives))
}
