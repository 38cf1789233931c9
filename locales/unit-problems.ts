/** What is wrong or doubtful about a list of units: each kind told once, with the lines to look at. */
import type { UnitProblem } from '../domain/imports/units/problem.ts'
import type { Translate } from './i18n.ts'
import { placesOf, whyNotRead } from './import-file.ts'

export function unitProblemLines(problems: readonly UnitProblem[], t: Translate): string[] {
  const kinds = Map.groupBy(problems, ({ kind }) => kind)
  return [...kinds].map(([kind, alike]) => {
    const { field = '', value = '', beside = '', file } = alike[0] ?? {}
    if (kind === 'notRead') return notRead(file ?? 'unknown', t)
    const n = alike.reduce((sum, { count = 1 }) => sum + count, 0)
    return `- ${t(`intake.unit.${kind}`, { n, places: placesOf(alike, t), field, value, beside })}`
  })
}

/** A list is no document of Word, new or old. */
const notRead = (file: NonNullable<UnitProblem['file']>, t: Translate): string =>
  file === 'word' || file === 'oldWord' ? t('intake.unit.word') : whyNotRead(file, 'units', t)
