/** The translator that the jobs speak with: the office's language, and how it calls itself. */
import type { Db, Tx } from '../db/client.ts'
import { readOffice } from '../db/office.ts'
import type { Settings } from '../db/settings.ts'
import { officeTranslator, type Translate } from '../locales/i18n.ts'

export async function officeWords(db: Db | Tx, settings: Settings): Promise<Translate> {
  return officeTranslator(settings, await readOffice(db, settings))
}
