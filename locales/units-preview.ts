/** What taking a list of units in would change, or why it cannot be, for the person of the office who sent its file. */
import type { UnitList } from '../domain/imports/units/list.ts'
import type { UnitProblem } from '../domain/imports/units/problem.ts'
import type { UnitRow } from '../domain/imports/units/row.ts'
import type { OutgoingMessage } from '../domain/message.ts'
import type { Translate } from './i18n.ts'
import { fileRefused, importDecisions } from './import-file.ts'
import { someUnits } from './some-names.ts'
import { unitChangeLines } from './unit-changes.ts'
import { unitProblemLines } from './unit-problems.ts'

/** Of units that are new, or that the list leaves out. */
const MOST_NAMES = 10

/** `id` of the file, for its buttons. */
export function unitsPreview(id: number, list: UnitList, t: Translate): OutgoingMessage {
  const { added, changed, unchanged, gone, problems, rows, sheet } = list
  const counts = { n: rows.length, added: added.length, changed: changed.length, same: unchanged.length }
  const parts = [
    [...(sheet ? [t('intake.unitsSheet', { sheet })] : []), t('intake.units', counts)].join(' '),
    ...(added.length > 0 && added.length < rows.length ? [t('intake.unitsAdded', named(added, t))] : []),
    ...(changed.length > 0 ? [[t('intake.unitsChanged'), ...unitChangeLines(list, t)].join('\n')] : []),
    ...(gone.length > 0 ? [t('intake.unitsGone', named(gone, t))] : []),
    ...(problems.length > 0 ? [[t('intake.lookAt'), ...unitProblemLines(problems, t)].join('\n')] : []),
    t('intake.confirmUnits'),
  ]
  return { text: parts.join('\n\n'), choices: [importDecisions(id, t)] }
}

const named = (units: readonly UnitRow[], t: Translate) => ({
  n: units.length,
  names: someUnits(
    units.map(({ shortName }) => shortName),
    MOST_NAMES,
    t,
  ),
})

/** A list with a mistake, of which nothing is taken in. */
export function unitsRefused(file: string, problems: readonly UnitProblem[], t: Translate): OutgoingMessage {
  const lines = unitProblemLines(
    problems.filter(({ severity }) => severity === 'error'),
    t,
  )
  if (problems[0]?.kind === 'notRead') return fileRefused(file, lines.join('\n'), t)
  return { text: [t('intake.mend', { file }), ...lines].join('\n') }
}
