/** Every answer of the period, in the order they were given; one that corrects another says which. */
import type { ReplyRow } from '../../db/papers/report-rows.ts'
import type { Translate } from '../../locales/i18n.ts'
import { viaInWords } from '../../locales/via-words.ts'
import { moment, number, type SheetPlan, words } from './sheet.ts'

export function repliesSheet(rows: readonly ReplyRow[], timeZone: string, t: Translate): SheetPlan {
  const headers = [
    ['reply', 8],
    ['at', 16],
    ['unitCode', 8],
    ['unit', 30],
    ['task', 30],
    ['status', 14],
    ['percent', 8],
    ['note', 40],
    ['difficulty', 16],
    ['by', 22],
    ['via', 14],
    ['recordedBy', 22],
    ['corrects', 10],
    ['late', 12],
  ] as const
  return {
    name: t('workbook.sheet.replies'),
    columns: headers.map(([key, width]) => ({ header: t(`workbook.${key}`), width })),
    rows: rows.map((row) => [
      number(row.reportId),
      moment(row.at, timeZone),
      words(row.unitCode),
      words(row.unit),
      words(`${row.taskCode} ${row.task}`),
      words(t(`status.${row.status}`)),
      number(row.percent),
      words(row.note),
      words(row.difficulty && t(`difficulty.${row.difficulty}`)),
      words(row.by),
      words(viaInWords(row.via, t)),
      words(row.recordedBy),
      number(row.supersedesId),
      words(row.late ? t('workbook.yes') : null),
    ]),
  }
}
