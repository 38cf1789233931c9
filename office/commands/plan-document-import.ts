/** `plan import` of the office's own paper (.docx, .xlsx, .txt): shows what was read, and takes it in when confirmed. */
import { writeFile } from 'node:fs/promises'
import type { Db } from '../../db/client.ts'
import { withKnown } from '../../db/plans/document.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { type PlanReading, readPlanDocument } from '../../domain/imports/plan-reading/read-plan-document.ts'
import { readPlanFile } from '../../domain/imports/plans/file.ts'
import { previewJson, previewLines } from '../imports/plan-preview.ts'
import { problemLines, refusal } from '../imports/problem-lines.ts'
import { type PlanOrder, takePlan } from '../imports/take-plan.ts'

type Order = PlanOrder & {
  bytes: Uint8Array
  fileName: string
  /** Writes what was read as a plan's file, to be corrected by hand, and takes nothing in. */
  out?: string | undefined
}

export async function planDocumentImport(db: Db, order: Order): Promise<Outcome> {
  const reading = await readPlanDocument(order.bytes)
  if (!('yaml' in reading)) return refusal(order.fileName, reading.problems)
  if (order.out !== undefined) return writeOut(order.out, reading, previewOf(reading))

  const file = readPlanFile(reading.yaml)
  if (reading.problems.some(({ severity }) => severity === 'error') || !('data' in file)) {
    const refused = refusal(order.fileName, reading.problems)
    return { ...refused, lines: [...previewLines(reading), ...refused.lines, MEND_BY_HAND] }
  }
  const { preview, file: plan } = await withKnown(db, { file: file.data, preview: reading.preview })
  const shown = previewOf({ ...reading, preview })
  return takePlan(db, plan, { problems: reading.problems, preview: shown }, order)
}

const previewOf = (reading: PlanReading) => ({ lines: previewLines(reading), json: previewJson(reading) })

const MEND_BY_HAND =
  'Or write what was read to a file with --out plan.yaml, complete it there and import that.'

async function writeOut(
  path: string,
  { yaml, problems }: PlanReading,
  preview: { lines: string[]; json: object },
): Promise<Outcome> {
  try {
    await writeFile(path, yaml, { flag: 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new CommandError(
        'file_exists',
        `${path} is there already.`,
        'Name another file, or remove it first.',
      )
    throw new CommandError('cannot_write', `${path} cannot be written.`, 'Check its folder.')
  }
  return {
    json: { added: 0, changed: 0, unchanged: 0, gone: 0, problems, out: path, ...preview.json },
    lines: [
      ...preview.lines,
      ...problemLines(problems),
      `Written to ${path}. Correct it there, then: npx dondoc plan import ${path}`,
    ],
  }
}
