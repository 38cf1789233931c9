/** What every turn needs to know of the office, read once in a while and not with every message. */
import { readCalendar } from '../db/calendar/calendar.ts'
import type { Db } from '../db/client.ts'
import { type Office, readOffice } from '../db/office.ts'
import { readSettings, type Settings } from '../db/settings.ts'
import type { BotLimits } from '../domain/bot-limits.ts'
import type { Calendar } from '../domain/calendar.ts'
import { officeTranslator, type Translate } from '../locales/i18n.ts'

export type OfficeFacts = {
  settings: Settings
  office: Office
  calendar: Calendar
  t: Translate
  limits: BotLimits
}

/** A change by the office shows in the chats after so long. */
const FRESH_MS = 3_000

export async function readOfficeFacts(db: Db, limits: BotLimits = {}): Promise<OfficeFacts> {
  const settings = await readSettings(db)
  const office = await readOffice(db, settings)
  return { settings, office, calendar: await readCalendar(db), t: officeTranslator(settings, office), limits }
}

/** The facts, at most three seconds old; `limits` of the platforms' plans come with the service's own settings. */
export function officeFacts(db: Db, limits: BotLimits): () => Promise<OfficeFacts> {
  let facts: Promise<OfficeFacts> | null = null
  let readAt = 0
  return () => {
    if (!facts || performance.now() - readAt > FRESH_MS) {
      readAt = performance.now()
      facts = readOfficeFacts(db, limits)
      facts.catch(() => {
        facts = null
      })
    }
    return facts
  }
}
