/** `report template`: hands out the Word template of the report, and takes it back as the office has changed it. */
import { writeFile } from 'node:fs/promises'
import type { Db } from '../../db/client.ts'
import { keepTemplate, readTemplate } from '../../db/papers/report-template.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { translator } from '../../locales/i18n.ts'
import { templateProblems } from '../report/template/check.ts'
import { defaultTemplate } from '../report/template/default-template.ts'

/** Writes the template in use; a file that is there already is left alone. */
export async function templateGet(db: Db, out: string): Promise<Outcome> {
  const own = await readTemplate(db)
  const bytes = own?.bytes ?? (await defaultTemplate(translator('vi')))
  try {
    await writeFile(out, bytes, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new CommandError('file_exists', `${out} is there already.`, 'Name another file: --out FILE.docx')
  }
  return {
    json: { out, own: own !== null },
    lines: [
      `${out}: ${own ? `the office's own template (${own.name})` : 'the template dondoc comes with'}.`,
      'Change it in Word, leave the places in double braces, then: npx dondoc report template set FILE',
    ],
  }
}

export async function templateSet(
  db: Db,
  { bytes, name, now }: { bytes: Uint8Array; name: string; now: Date },
): Promise<Outcome> {
  const problems = templateProblems(bytes)
  if (problems.length > 0)
    return {
      refused: true,
      json: { set: false, problems },
      lines: [`${name} was not taken; the template in use stays.`, ...problems],
    }
  await keepTemplate(db, { bytes, name, now })
  return { json: { set: true, problems: [] }, lines: [`Reports are made from ${name} from now on.`] }
}
