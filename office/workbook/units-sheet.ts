/** One line a unit: its counts over the period. */
import type { PeriodFacts } from '../../domain/papers/period-facts.ts'
import type { Translate } from '../../locales/i18n.ts'
import { moment, number, type SheetPlan, words } from './sheet.ts'

const COUNTS = ['asked', 'done', 'inProgress', 'notStarted', 'blocked', 'silent', 'overdue'] as const

export function unitsSheet(facts: PeriodFacts, timeZone: string, t: Translate): SheetPlan {
  return {
    name: t('workbook.sheet.units'),
    columns: [
      { header: t('workbook.unitCode'), width: 8 },
      { header: t('workbook.unit'), width: 40 },
      { header: t('workbook.block'), width: 30 },
      ...COUNTS.map((key) => ({ header: t(`workbook.${key}`), width: 12 })),
      { header: t('workbook.lastSaid'), width: 18 },
    ],
    rows: facts.units.map((unit) => [
      words(unit.code),
      words(unit.unit),
      words(unit.block),
      ...COUNTS.map((key) => number(unit[key])),
      moment(unit.lastSaid === null ? null : new Date(unit.lastSaid), timeZone),
    ]),
  }
}
