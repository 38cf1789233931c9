/** A file that its sender still may decide about, and the plan in it. */

import { planDocument } from '../../../db/plans/document.ts'
import { type ImportFile, importFileOf } from '../../../db/plans/import-files.ts'
import type { PreviewRow } from '../../../domain/imports/plan-reading/read-plan-document.ts'
import type { PlanFile } from '../../../domain/imports/plans/file.ts'
import type { PersonTurn } from '../../turn.ts'

export type OpenFile = ImportFile & { bytes: Uint8Array }

/** Null when there is nothing to decide any more, or nothing that they have seen yet, and they were told. */
export async function openFile(turn: PersonTurn, id: number): Promise<OpenFile | null> {
  const file = await importFileOf(turn.tx, id, turn.person.id)
  if (file && file.settledAt === null && file.previewedAt !== null) return file
  const why = !file ? 'talk.oldButton' : file.settledAt ? 'intake.settled' : 'intake.reading'
  await turn.say({ text: turn.t(why) })
  return null
}

/** The plan as it was previewed last, its tasks in the order of the preview; null likewise. */
export async function readAgain(
  turn: PersonTurn,
  id: number,
): Promise<{ file: PlanFile; preview: PreviewRow[] } | null> {
  const open = await openFile(turn, id)
  if (!open) return null
  const { file, preview } = await planDocument(turn.tx, open.bytes, open.corrections)
  if (file) return { file, preview }
  await turn.say({ text: turn.t('intake.changedSince') })
  return null
}
