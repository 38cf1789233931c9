/** Finds what one clause states: its verbs, each with the words that negate, date or limit it. */
import type { Mark, Verb } from './reply-lexicon.ts'
import { MARKS } from './reply-marks.ts'
import type { Sign, Signed } from './reply-signs.ts'
import { VERBS } from './reply-verbs.ts'

/**
 * Besides the marks of the words: `asked` (a "not yet" after its verb asks), `sequel` (something else hangs on it:
 * "when done I send it"), `strange` (unknown words stand between the verb and its marks, or before a verb without
 * marks), `far` (many of them), `trailed` (unknown words follow it), `topic` (a portion is named before it), `drafted`
 * (what is over was to prepare it: "viết xong"), `begun`
 * (it ends what the verb before it does: "viết chưa xong"), `paper` (the clause speaks of a paper).
 */
export type StatementMark =
  | Mark
  | 'asked'
  | 'sequel'
  | 'strange'
  | 'far'
  | 'trailed'
  | 'topic'
  | 'drafted'
  | 'begun'
  | 'paper'
export type Statement = { verb?: Verb; marks: Set<StatementMark> }

/** What was read since the last verb, and waits for the verb it belongs to. */
type Waiting = {
  marks: Set<StatementMark>
  signs: number
  unknown: number
  person: boolean
  noticed: boolean
}

/** Marks that may stand after their verb. */
const TRAILING = new Set<Sign>(['already', 'all', 'earlier', 'possible', 'part', 'portion', 'what', 'hardly'])
/** After these a further verb begins a statement of its own. */
const CLOSING = new Set<StatementMark>(['already', 'all', 'earlier'])
/** Verbs that always state something of their own; the others join the verb before them ("làm xong", "nộp hồ sơ"). */
const ALONE = new Set<Verb>(['trouble', 'hindrance', 'resource', 'approval', 'idle', 'midway', 'tell'])
const TROUBLE = new Set<Verb | undefined>(['trouble', 'hindrance'])
const PREPARING = new Set<Verb | undefined>(['prepare', 'compose'])
const DOING = new Set<Verb | undefined>(['work', 'compose', 'prepare'])
const SENDING = new Set<Verb | undefined>(['deliver', 'endorse', 'tell'])
/** So many unknown words between a verb and its mark make it doubtful that they belong together. */
const FAR = 4

const isVerb = (sign: Sign): sign is Verb => sign in VERBS
const isMark = (sign: Sign): sign is Mark => sign in MARKS
const nothing = (marks = new Set<StatementMark>()): Waiting => ({
  marks,
  signs: 0,
  unknown: 0,
  person: false,
  noticed: false,
})

export function statementsIn(clause: Signed[]): Statement[] {
  const statements: Statement[] = []
  let waiting = nothing()
  for (const { sign } of clause) {
    const last = waiting.marks.size === 0 ? statements.at(-1) : undefined
    if (isVerb(sign)) {
      readVerb(sign, statements, waiting)
      waiting = nothing()
    } else if (last && (TRAILING.has(sign) || (sign === 'lack' && last.verb === 'resource'))) {
      if (!TROUBLE.has(last.verb)) last.marks.add(sign as Mark)
    } else if (isMark(sign) || sign === 'day') {
      const mark = sign === 'day' ? 'when' : sign === 'portion' ? 'topic' : sign
      waiting = nothing(waiting.marks.add(mark))
    } else {
      const unknown = sign === 'unknown' || sign === 'number'
      if (unknown) last?.marks.add('trailed')
      waiting.signs++
      waiting.unknown += unknown ? 1 : 0
      waiting.person ||= sign === 'person'
    }
    waiting.noticed = sign === 'noticed'
  }
  if (waiting.marks.size > 0) settle(statements, waiting, clause)
  return relate(statements, clause)
}

function readVerb(verb: Verb, statements: Statement[], waiting: Waiting): void {
  const last = statements.at(-1)
  const closed = last !== undefined && last.marks.intersection(CLOSING).size > 0
  const sequel = last !== undefined && hangsOn(last, verb, waiting, closed)
  if (sequel) last.marks.add('sequel')
  const joins = last?.verb !== undefined && !ALONE.has(last.verb) && !ALONE.has(verb)
  if (joins && !sequel && !closed && waiting.marks.size === 0) join(last, verb)
  else statements.push(stated(verb, waiting))
}

/** "Chưa có vướng mắc" denies the difficulty; a "chưa" further before it speaks of something else. */
function stated(verb: Verb | undefined, { marks, signs, unknown, noticed }: Waiting): Statement {
  if (TROUBLE.has(verb) && signs > 1) return { verb, marks: new Set() }
  if (unknown > 0) marks.add('strange')
  if (unknown >= FAR) marks.add('far')
  if (verb === 'finish' && noticed) marks.add('sequel')
  return { verb, marks }
}

/** "Xong em gửi", "xong rồi gửi", "xong mai báo": not done yet; "đã xong rồi em gửi" is. */
function hangsOn(last: Statement, verb: Verb, { marks, person }: Waiting, closed: boolean): boolean {
  const next = marks.has('will') || marks.has('later') || (marks.size === 0 && (closed || person))
  return last.verb === 'finish' && verb !== 'finish' && next && !last.marks.has('past')
}

/** "Làm xong" is its second verb, so is "đã soạn và gửi"; "soạn xong" ends a part, "họp phân công" begins one. */
function join(last: Statement, verb: Verb): void {
  const preparing = PREPARING.has(last.verb)
  if (verb === 'finish' || (preparing && verb === 'deliver' && last.marks.has('past'))) {
    if (preparing && verb === 'finish') last.marks.add('drafted')
    last.verb = verb
  } else if (last.verb === 'finish') last.marks.add('trailed')
  else if ((last.verb === 'deliver' || last.verb === 'event') && PREPARING.has(verb)) last.marks.add('topic')
}

/** Marks that no verb follows belong to the one before ("kinh phí chưa có", "xong chưa"), or stand alone ("chưa"). */
function settle(statements: Statement[], waiting: Waiting, clause: Signed[]): void {
  const last = statements.at(-1)
  const { marks } = waiting
  if (!last) {
    if (marks.has('notYet') && clause.some(({ sign }) => sign === 'noticed')) marks.add('asked')
    statements.push(stated(undefined, waiting))
  } else if (TROUBLE.has(last.verb)) {
    if (marks.has('notYet') || marks.has('not')) last.marks.add('asked')
  } else {
    const wanting = last.verb === 'resource' && !marks.has('not')
    const negated = marks.has('notYet') || marks.has('lacking') || marks.has('not')
    if (negated && !wanting && !marks.has('possible')) last.marks.add('asked')
    else if (marks.has('past')) last.marks.add('sequel')
    else for (const mark of marks) last.marks.add(mark)
  }
}

/** What statements tell of one another: "chưa gửi hướng dẫn" wants guidance, "viết xong bác nộp rồi" is no promise. */
function relate(statements: Statement[], clause: Signed[]): Statement[] {
  const paper = clause.some(({ sign, plain }) => sign === 'paper' || plain === 'bao cao')
  for (const [i, { verb, marks }] of statements.entries()) {
    const next = statements[i + 1]
    if (paper) marks.add('paper')
    if (next?.verb === 'finish' && DOING.has(verb) && marks.isSubsetOf(new Set(['paper'])))
      next.marks.add('begun')
    if (next?.verb === 'resource' && SENDING.has(verb) && marks.has('notYet')) next.marks.add('notYet')
    if (next?.marks.has('already') || next?.marks.has('past')) marks.delete('sequel')
  }
  return statements
}
