/** What importing a plan changes, for the person who decides about it. */
import type { PlanImport } from '../../db/plans/import-plan.ts'
import type { Change } from '../../domain/imports/changes.ts'
import type { PlanFile } from '../../domain/imports/plans/file.ts'
import { askingLines } from './asking-changes.ts'
import { changeLines, shown } from './change-lines.ts'
import { countLine, countsOf } from './import-counts.ts'

/** `neighbours`: codes of other plans of the same year. */
export function planImportLines({ plan }: PlanFile, result: PlanImport, neighbours: string[]): string[] {
  return [
    `${plan.number}, ${plan.year} (${plan.code}): ${countLine(countsOf(result))}`,
    ...(result.isNew ? neighbours : []).map(
      (code) => `This is a second plan of ${plan.year}: units will be asked by ${code} and by this one.`,
    ),
    ...changeLines({ code: 'plan', fields: result.facts }),
    ...(result.isNew ? [] : result.added.map(({ code, shortTitle }) => `${code}  new: ${shortTitle}`)),
    ...result.changed.flatMap(changeLines),
    ...result.gone.map(({ code, shortTitle }) => `${code}  gone; its reports stay: ${shortTitle}`),
    ...result.keptByOffice.flatMap(keptLines),
    ...askingLines(result.asking),
    ...(result.isNew && result.asking.asked === 0
      ? ['No unit is asked yet. The list of units comes next: npx dondoc units import FILE']
      : []),
  ]
}

const keptLines = ({ code, fields }: Change): string[] =>
  fields.map(
    ({ field, from, to }) =>
      `${code}  ${field}: ${shown(from)} stays, as the office has set it; the file says ${shown(to)}`,
  )
