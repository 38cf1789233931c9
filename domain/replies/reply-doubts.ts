/** Finds what in a reply speaks against recording its status without asking back. */

import type { Status } from '../status.ts'
import type { Finding, Meaning } from './reply-meaning.ts'
import { FILLERS } from './reply-moods.ts'
import type { Sign, Signed } from './reply-signs.ts'

export type Evidence = {
  signs: Signed[]
  /** The clauses that tell, and whether others asked. */
  told: Signed[][]
  asked: boolean
  meanings: Meaning[]
  findings: Finding[]
  /** Where the last "but" begins among the clauses told, -1 without one; and the findings from there on. */
  lastBut: number
  last: Finding[]
  /** The days named that are still to come. */
  days: Temporal.PlainDate[]
}

/** Signs in one clause: spoken without a pause, it holds more than we can tell apart. */
const RUN_ON = 40

/** A difficulty is believed in any tone, a task that is done only when nothing at all speaks against it. */
export function leavesDoubt(status: Status, evidence: Evidence): boolean {
  const has = among(evidence.signs)
  if (has('request') || evidence.told.some((clause) => clause.length > RUN_ON)) return true
  if (status === 'blocked') return false
  if (evidence.asked || evidence.meanings.includes('unclear')) return true
  if (has('condition', 'doubt', 'others', 'busy')) return true
  // "Hội trường đang sửa nên chưa họp được": what is in progress is the reason, not the task.
  if (status === 'in_progress' && has('cause') && !has('approval'))
    return evidence.findings.some((found) => found.status === 'not_started')
  return status === 'done' && mayNotBeOver(evidence)
}

function mayNotBeOver(evidence: Evidence): boolean {
  const has = among(evidence.signs)
  const toCome = has('day') || (evidence.days.length > 0 && !has('past', 'already', 'earlier'))
  return toCome || has('plea') || evidence.meanings.includes('promise') || isRestricted(evidence)
}

/** "Xong rồi nhưng …": whatever follows a "but", unless that says itself "done", or "forgot to tell". */
function isRestricted({ told, lastBut, last }: Evidence): boolean {
  if (lastBut < 0 || last.some(({ status, plain }) => status === 'done' && plain)) return false
  const adds = (sign: Sign) => sign === 'fine' || sign === 'tell'
  const harmless = (sign: Sign) => sign in FILLERS || sign === 'but' || adds(sign)
  return told
    .slice(lastBut)
    .some((clause) => !clause.every(({ sign }) => harmless(sign)) || !clause.some(({ sign }) => adds(sign)))
}

const among =
  (signs: Signed[]) =>
  (...some: Sign[]): boolean =>
    signs.some(({ sign }) => some.includes(sign))
