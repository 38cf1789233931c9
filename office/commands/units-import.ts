/** `units import`: takes the office's list of units in, all or nothing. */
import type { Db, Tx } from '../../db/client.ts'
import { importUnits } from '../../db/plans/import-units.ts'
import { tryOut } from '../../db/try-out.ts'
import type { Outcome } from '../../domain/command.ts'
import { askingJson, askingLines } from '../imports/asking-changes.ts'
import { changeLines } from '../imports/change-lines.ts'
import { headLines, toInvite } from '../imports/head-lines.ts'
import { countLine, countsOf } from '../imports/import-counts.ts'
import { problemLines, refusal } from '../imports/problem-lines.ts'

type Order = {
  bytes: Uint8Array
  fileName: string
  /** Tells what would change, and changes nothing. */
  dryRun: boolean
  /** Units that the list leaves out have ended; otherwise they stay, and are only told. */
  endGone: boolean
  today: Temporal.PlainDate
  now: Date
}

export async function unitsImport(db: Db, order: Order): Promise<Outcome> {
  const { dryRun, endGone } = order
  const work = (tx: Tx) => importUnits(tx, order)
  const { list, done } = dryRun ? await tryOut(db, work) : await db.transaction(work)
  const fileName = list.sheet ? `${order.fileName} (sheet "${list.sheet}")` : order.fileName
  if (!done) return refusal(fileName, list.problems)

  const gone = list.gone.map(({ code }) => code)
  return {
    json: {
      ...countsOf(list),
      sheet: list.sheet,
      problems: list.problems,
      units_added: list.added.map(({ code }) => code),
      units_changed: list.changed,
      units_gone: gone,
      heads_to_invite: toInvite(done.heads).map(({ unitCode }) => unitCode),
      asking: askingJson(done.asking),
    },
    lines: [
      `${fileName}: ${countLine(countsOf(list))}`,
      ...list.changed.flatMap(changeLines),
      ...goneLines(gone, endGone),
      ...headLines(done.heads),
      ...askingLines(done.asking),
      ...problemLines(list.problems),
      ...(dryRun ? ['Nothing was changed: this was a dry run.'] : []),
    ],
  }
}

function goneLines(codes: string[], endGone: boolean): string[] {
  if (codes.length === 0) return []
  return endGone
    ? [`Ended, with their history kept: ${codes.join(', ')}`]
    : [
        `Not in this list, and asked as before: ${codes.join(', ')}`,
        'To end them, import the list again with --end-gone.',
      ]
}
