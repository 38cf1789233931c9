/** A list of names short enough for a phone: the first few, and how many more there are. */
import type { Translate } from './i18n.ts'

/** "MN01, TH02 và 3 đơn vị khác". */
export function someUnits(names: readonly string[], most: number, t: Translate): string {
  const shown = names.slice(0, most).join(', ')
  return names.length > most ? t('announcement.andMore', { names: shown, n: names.length - most }) : shown
}
