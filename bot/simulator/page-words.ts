/** In which words, and by whose clock, the simulator's page speaks. */
import type { Db } from '../../db/client.ts'
import { readSettings } from '../../db/settings.ts'
import { type Language, type Translate, translator } from '../../locales/i18n.ts'

export type PageWords = { t: Translate; language: Language; timeZone: string }

/** The office's own. */
export async function readPageWords(db: Db): Promise<PageWords> {
  const { language, timezone: timeZone } = await readSettings(db)
  return { t: translator(language), language, timeZone }
}
