/** Blocks of a list that seem to be one block spelt two ways: a second block would be made without a word. */
import { fold } from '../../vietnamese.ts'
import type { Coded } from './codes.ts'
import type { UnitProblem } from './problem.ts'

/** `lines` are none where the block is known, but not in this list. */
type Spelling = { name: string; lines: number[]; isKnown: boolean }

/** Each new name held against the known ones and the others of the list; two known names are two blocks. */
export function nearBlocks(
  listed: readonly { line: number; blockName: string }[],
  known: readonly Coded[],
): UnitProblem[] {
  const named = Map.groupBy(listed, ({ blockName }) => fold(blockName))
  named.delete('')
  const knownNames = new Set(known.map(({ name }) => fold(name)))
  const spellings: Spelling[] = [
    ...known
      .filter(({ name }) => !named.has(fold(name)))
      .map(({ name }) => ({ name, lines: [], isKnown: true })),
    ...[...named].map(([folded, units]) => ({
      name: units[0]?.blockName ?? '',
      lines: units.map(({ line }) => line),
      isKnown: knownNames.has(folded),
    })),
  ]
  return spellings.flatMap((one, index) =>
    spellings
      .slice(0, index)
      .filter((other) => !(one.isKnown && other.isKnown) && looksAlike(one.name, other.name))
      .map((other) => near(one, other)),
  )
}

/** Words that change nothing in a block's name. */
const FILLERS = new Set(['cac', 'nhung', 'va', 'cua', 'thuoc', 'tai'])

/** The same words but for fillers, for one word more, or for one slip of a finger. "Khối thôn 1" is not "Khối thôn 2". */
export function looksAlike(one: string, other: string): boolean {
  const [few = [], many = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length)
  const at = many.findIndex((word, index) => word !== few[index])
  if (at < 0) return true
  const [here = '', there = ''] = [many[at], few[at]]
  const rest = many.slice(at + 1).join(' ')
  if (many.length > few.length) return rest === few.slice(at).join(' ') && isTelling(here, 3)
  return (
    rest === few.slice(at + 1).join(' ') && isTelling(here, 4) && isTelling(there, 4) && isSlip(here, there)
  )
}

const wordsOf = (name: string) =>
  fold(name)
    .split(' ')
    .filter((word) => !FILLERS.has(word))

/** Numbers and short words tell blocks apart: "Khối TH" and "Khối TH, THCS". */
const isTelling = (word: string, letters: number) => word.length >= letters && !/\d/.test(word)

/** One letter changed, put in or left out. */
function isSlip(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length)
  const at = [...long].findIndex((letter, index) => letter !== short[index])
  return [short.slice(at), short.slice(at + 1)].includes(long.slice(at + 1))
}

const near = (one: Spelling, other: Spelling): UnitProblem => ({
  kind: 'nearBlock',
  line: one.lines[0] ?? 1,
  field: 'blockName',
  value: one.name,
  beside: other.name,
  problem: `${quoted(one)} looks like ${quoted(other)}, spelt another way.`,
  mend: 'If they are one block, spell it one way. If they are two, or the name is new, add a column "Mã khối" with the code of each.',
  severity: 'error',
})

const quoted = ({ name, lines }: Spelling) =>
  `"${name}" (${lines.length > 0 ? `line ${lines.join(', ')}` : 'known'})`
