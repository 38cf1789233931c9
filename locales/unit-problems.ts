/** What is wrong or doubtful about a list of units: each kind told once, with the lines to look at. */
import type { UnitProblem } from '../domain/imports/units/problem.ts'
import type { Translate } from './i18n.ts'
import { shortened } from './import-file.ts'

/** More lines of one kind nobody looks up from a phone. */
const MOST_PLACES = 5

export function unitProblemLines(problems: readonly UnitProblem[], t: Translate): string[] {
  const kinds = Map.groupBy(problems, ({ kind }) => kind)
  return [...kinds].map(([kind, alike]) => {
    const { field = '', value = '', beside = '' } = alike[0] ?? {}
    const n = alike.reduce((sum, { count = 1 }) => sum + count, 0)
    return `- ${t(`intake.unit.${kind}`, { n, places: placesOf(alike, t), field, value, beside })}`
  })
}

/** "dòng 3 “Khối các trường học” (Khối trường học), dòng 9, …" */
function placesOf(problems: readonly UnitProblem[], t: Translate): string {
  const places = problems.slice(0, MOST_PLACES).map(({ line, value, beside }) => {
    const quoted = value === '' ? '' : ` “${shortened(value)}”`
    return t('intake.unitLine', { line }) + quoted + (beside ? ` (${beside})` : '')
  })
  return [...places, ...(problems.length > MOST_PLACES ? ['…'] : [])].join(', ')
}
