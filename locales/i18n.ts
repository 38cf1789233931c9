/** The words of every message to a person, by key; a misspelt key is a compile error. Vietnamese first. */
import i18next, { type ParseKeys } from 'i18next'
import { en } from './en.ts'
import { vi } from './vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi }
  }
}

export type Language = 'vi' | 'en'
type Values = Record<string, string | number>

/** Words a key in one language and fills its gaps. */
export type Translate = (key: ParseKeys, values?: Values) => string

await i18next.init({
  lng: 'vi',
  fallbackLng: 'vi',
  resources: { vi: { translation: vi }, en: { translation: en } },
  // Chats show plain text: a name with "<" in it must arrive as it is.
  interpolation: { escapeValue: false },
})

/**
 * The translator into one language. `always` are the values that any message may name: `we` (how the office speaks of
 * itself in a sentence), `office`, `officePhone`, `officeContact`, `planNumber`.
 */
export function translator(language: Language, always: Values = {}): Translate {
  const words = i18next.getFixedT(language)
  return (key, values) => words(key, { ...always, ...values }).normalize('NFC')
}

/** The translator of an office: its language, how it calls itself, and where it is called: by its name where no number is known. */
export function officeTranslator(
  { language, office_short: we }: { language: Language; office_short: string },
  { name: office, phone, planNumber }: { name: string; phone: string; planNumber: string },
): Translate {
  const officePhone = phone || office
  const officeContact = phone ? `${office}, ${phone}` : office
  return translator(language, { we, office, officePhone, officeContact, planNumber })
}
