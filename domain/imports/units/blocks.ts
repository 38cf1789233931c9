/** The names of the blocks that a list of units speaks of. */
import type { UnitProblem } from './problem.ts'
import type { UnitRow } from './row.ts'

export type Block = { code: string; name: string }

/**
 * Block names by code: what the list says, else what is known. Any one line of a block may name it, and the
 * other lines may leave the name out. A block without a name is unknown; one with two names is a mistake.
 */
export function nameBlocks(
  listed: readonly { line: number; row: UnitRow }[],
  known: readonly Block[],
): { names: Map<string, string>; problems: UnitProblem[] } {
  const given = new Map<string, string>()
  for (const { row } of listed)
    if (row.blockName && !given.has(row.blockCode)) given.set(row.blockCode, row.blockName)
  const names = new Map([...known.map(({ code, name }) => [code, name] as const), ...given])

  const problems = listed.flatMap(({ line, row: { blockCode, blockName } }): UnitProblem[] => {
    if (!blockCode) return []
    const name = names.get(blockCode)
    if (!name) return [unknownBlock(line, blockCode)]
    return blockName && blockName !== name ? [otherName(line, blockCode, blockName, name)] : []
  })
  return { names, problems }
}

const unknownBlock = (line: number, code: string): UnitProblem => ({
  kind: 'unknownBlock',
  line,
  field: 'blockCode',
  value: code,
  problem: `There is no block ${code}.`,
  mend: 'Correct the code, or name the new block in the column blockName.',
  severity: 'error',
})

const otherName = (line: number, code: string, value: string, name: string): UnitProblem => ({
  kind: 'blockNamedTwice',
  line,
  field: 'blockName',
  value,
  beside: name,
  problem: `Block ${code} has another name further up: ${name}.`,
  mend: 'Give every line of a block the same name, or name it on one line only.',
  severity: 'error',
})
