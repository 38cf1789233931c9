/** The office's word on a file that was previewed: taken in, as it would be now, or left aside. */
import { audit } from '../../../db/audit.ts'
import { planDocument } from '../../../db/plans/document.ts'
import { settleImportFile } from '../../../db/plans/import-files.ts'
import { importPlan } from '../../../db/plans/import-plan.ts'
import { importUnits } from '../../../db/plans/import-units.ts'
import { answerInPlace } from '../../in-place.ts'
import type { PersonTurn } from '../../turn.ts'
import { type OpenFile, openFile } from './open-file.ts'

export async function takeIn(turn: PersonTurn, id: number): Promise<void> {
  const file = await openFile(turn, id)
  if (!file) return
  const done = file.kind === 'plan' ? await takePlan(turn, file) : await takeUnits(turn, file)
  if (done === null) return answerInPlace(turn, { text: turn.t('intake.changedSince') })
  await settleImportFile(turn.tx, id, turn.now)
  await audit(turn.tx, {
    personId: turn.person.id,
    through: 'chat',
    action: `${file.kind}.imported`,
    subject: `import:${id}`,
    at: turn.now,
  })
  await answerInPlace(turn, { text: done })
}

export async function dropFile(turn: PersonTurn, id: number): Promise<void> {
  if (!(await openFile(turn, id))) return
  await settleImportFile(turn.tx, id, turn.now)
  await answerInPlace(turn, { text: turn.t('intake.leftAside') })
}

/** What to say when it is done; null when it can no longer be taken in. */
async function takePlan(
  { tx, t, today, now }: PersonTurn,
  { bytes, corrections }: OpenFile,
): Promise<string | null> {
  const { file } = await planDocument(tx, bytes, corrections)
  if (!file) return null
  const { added, changed, gone, asking } = await importPlan(tx, file, { today, now })
  const counts = { added: added.length, changed: changed.length, gone: gone.length, asked: asking.asked }
  return t('intake.planTaken', { number: file.plan.number, ...counts })
}

async function takeUnits({ tx, t, today, now }: PersonTurn, { bytes }: OpenFile): Promise<string | null> {
  const { list, done } = await importUnits(tx, { bytes, endGone: false, today, now })
  if (!done) return null
  const counts = { n: list.rows.length, added: list.added.length, changed: list.changed.length }
  return t('intake.unitsTaken', { ...counts, asked: done.asking.asked })
}
