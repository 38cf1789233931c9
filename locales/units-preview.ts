/** What taking a list of units in would change, for the person of the office who sent its file. */
import type { UnitList } from '../domain/imports/unit-list.ts'
import type { OutgoingMessage } from '../domain/message.ts'
import type { Translate } from './i18n.ts'
import { importDecisions, problemLines } from './import-file.ts'
import { someUnits } from './some-names.ts'

/** Of units that the list leaves out. */
const MOST_NAMES = 10

/** `id` of the file, for its buttons. */
export function unitsPreview(id: number, list: UnitList, t: Translate): OutgoingMessage {
  const { added, changed, unchanged, gone, problems, rows } = list
  const counts = { n: rows.length, added: added.length, changed: changed.length, same: unchanged.length }
  const parts = [
    t('intake.units', counts),
    ...(gone.length > 0
      ? [
          t('intake.unitsGone', {
            n: gone.length,
            names: someUnits(
              gone.map(({ shortName }) => shortName),
              MOST_NAMES,
              t,
            ),
          }),
        ]
      : []),
    ...(problems.length > 0 ? [[t('intake.lookAt'), ...problemLines(problems, t)].join('\n')] : []),
    t('intake.confirmUnits'),
  ]
  return { text: parts.join('\n\n'), choices: [importDecisions(id, t)] }
}
