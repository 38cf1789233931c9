/** What no two units may share, and what two units rarely share. */
import type { Column } from './columns.ts'
import type { UnitProblem } from './problem.ts'
import type { UnitRow } from './row.ts'

type Rule = {
  kind: UnitProblem['kind']
  field: Column
  severity: UnitProblem['severity']
  /** Units with the same key are in conflict; null never is. */
  key: (unit: UnitRow) => string | null
  problem: (unit: UnitRow, others: string) => string
  mend: string
}

const RULES: Rule[] = [
  {
    kind: 'sameCode',
    field: 'code',
    severity: 'error',
    key: (unit) => unit.code || null,
    problem: (unit, others) => `The code ${unit.code} stands twice: here and as ${others}.`,
    mend: 'Remove one of the lines, or give one of the units another code.',
  },
  {
    kind: 'secondLead',
    field: 'isBlockLead',
    severity: 'error',
    key: (unit) => (unit.isBlockLead ? unit.blockCode : null),
    problem: (unit, others) => `Block ${unit.blockCode} has a second leading unit: ${others}.`,
    mend: 'Write true for the one that leads the block, and false for the others.',
  },
  {
    kind: 'secondOffice',
    field: 'isCoordinatingOffice',
    severity: 'error',
    key: (unit) => (unit.isCoordinatingOffice ? 'the office' : null),
    problem: (_, others) => `There is a second coordinating office: ${others}.`,
    mend: 'Write true for the office that follows the plan up, and false for the others.',
  },
  {
    kind: 'samePhone',
    field: 'phone',
    severity: 'warning',
    key: (unit) => unit.phone,
    problem: (_, others) => `The same phone number is given for ${others}.`,
    mend: 'Correct it, unless one person heads both units.',
  },
]

type Placed = { line?: number; row: UnitRow }

/** Conflicts among the units of a list, and with the units that stay though the list leaves them out. */
export function findConflicts(
  listed: readonly { line: number; row: UnitRow }[],
  staying: readonly UnitRow[],
): UnitProblem[] {
  const all: Placed[] = [...listed, ...staying.map((row) => ({ row }))]
  return RULES.flatMap((rule) => {
    const groups = Map.groupBy(all, ({ row }) => rule.key(row))
    return listed.flatMap(({ line, row }) => {
      const key = rule.key(row)
      const others = key === null ? [] : groups.get(key)!.filter((other) => other.row !== row)
      if (others.length === 0) return []
      const { kind, field, mend, severity } = rule
      const problem = rule.problem(row, others.map(nameOf).join(', '))
      const beside = others.map((other) => other.row.code).join(', ')
      return [{ kind, line, field, value: String(row[field]), beside, problem, mend, severity }]
    })
  })
}

const nameOf = ({ line, row }: Placed): string =>
  `${row.code} (${line === undefined ? 'known, not in this file' : `line ${line}`})`
