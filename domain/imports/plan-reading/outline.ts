/** Puts the paragraphs of a plan in their order under each other: II, then 2 within it, then b within that. */
import { follows, labelAt, MARKER_KINDS, type MarkerKind, markerOf, placeOf } from './clause-marker.ts'
import type { Doubt } from './doubts.ts'
import { opensPeriod } from './due/period-words.ts'
import { isCapitals } from './text-lines.ts'

export type Clause = {
  line: number
  kind: MarkerKind | 'period'
  label: string
  /** As it is cited: II.2.b; the third dash under it II.2.b-3. */
  path: string
  text: string
  /** Paragraphs under it that bear no letter of their own. */
  more: { line: number; text: string }[]
  children: Clause[]
  doubts: Doubt[]
}

export type Outline = {
  /** The paragraphs before the first clause: the heading of the plan. */
  opening: { line: number; text: string }[]
  clauses: Clause[]
}

/** A heading of a month or quarter that bears no number stands between sections and their items. */
const RANKS: readonly Clause['kind'][] = ['part', 'roman', 'period', ...MARKER_KINDS.slice(2)]

export function outlineOf(paragraphs: readonly { line: number; text: string }[]): Outline {
  const root: Clause[] = []
  const opening: Outline['opening'] = []
  const open: Clause[] = []
  for (const paragraph of paragraphs) {
    const clause = clauseOf(paragraph, open, root)
    if (!clause) {
      const last = open.at(-1)
      ;(last ? last.more : opening).push(paragraph)
      continue
    }
    while (open.length > 0 && rank(open.at(-1)!) >= rank(clause)) open.pop()
    const parent = open.at(-1)
    const siblings = parent?.children ?? root
    settleLabel(clause, siblings)
    clause.path = pathOf(clause, open, siblings.length + 1)
    siblings.push(clause)
    open.push(clause)
  }
  return { opening, clauses: root }
}

const rank = ({ kind }: Clause) => RANKS.indexOf(kind)

function clauseOf(paragraph: { line: number; text: string }, open: Clause[], root: Clause[]): Clause | null {
  const { line, text } = paragraph
  const empty = { line, path: '', more: [], children: [], doubts: [] }
  const marker = markerOf(text)
  if (!marker) {
    const label = opensPeriod(text)
    return label === null ? null : { ...empty, kind: 'period', label, text }
  }
  const { kind, label, rest } = marker
  if (isLostRoman(marker, open, root))
    return { ...empty, kind: 'roman', label: '', text: rest, doubts: ['marker_damaged'] }
  return { ...empty, kind, label, text: rest }
}

/** A scanner reads III. as 1. — a heading in capitals whose number starts anew among numbered ones. */
function isLostRoman(
  { kind, label, rest }: { kind: MarkerKind; label: string; rest: string },
  open: Clause[],
  root: Clause[],
): boolean {
  const begun = open.some((clause) => clause.kind === 'number')
  return kind === 'number' && label === '1' && begun && isCapitals(rest) && root.at(-1)?.kind === 'roman'
}

/** Mends a label that the order of the list shows to be damaged, and doubts one that breaks the order. */
function settleLabel(clause: Clause, siblings: readonly Clause[]): void {
  const { kind, label } = clause
  if (kind === 'period' || kind === 'dash' || kind === 'plus') return
  const before = siblings.findLast((sibling) => sibling.kind === kind)
  const due = (before ? (placeOf(kind, before.label) ?? 0) : 0) + 1
  const expected = labelAt(kind, due)
  if (kind === 'letter' ? follows(label, before?.label) : placeOf(kind, label) === due) return
  if (label === '' || (label === 'd' && expected === 'đ')) {
    clause.label = expected
    if (!clause.doubts.includes('marker_damaged')) clause.doubts.push('marker_damaged')
  } else clause.doubts.push('out_of_order')
}

function pathOf({ kind, label }: Clause, open: readonly Clause[], count: number): string {
  const parent = open.at(-1)
  if (!parent) return label || String(count)
  if (kind === 'dash' || kind === 'plus') return `${parent.path}-${count}`
  // 2.1 under 2 is cited as it stands.
  if (kind === 'dotted') {
    const [first] = label.split('.')
    const above = open.findLast((clause) => clause.kind === 'number' && clause.label === first)
    if (above) return above.path + label.slice(label.indexOf('.'))
  }
  return `${parent.path}.${label}`
}
