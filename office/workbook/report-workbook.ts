/** The Excel file of a period: how each unit stands, all answers, the units' counts, exemplary people, and the ledger. */
import type { DeliveryRow, ReplyRow } from '../../db/papers/report-rows.ts'
import type { PeriodFacts } from '../../domain/papers/period-facts.ts'
import type { Translate } from '../../locales/i18n.ts'
import type { Chunks } from '../zip.ts'
import { deliveriesSheet } from './deliveries-sheet.ts'
import { exemplarsSheet, type Photo } from './exemplars-sheet.ts'
import { repliesSheet } from './replies-sheet.ts'
import { statusSheet } from './status-sheet.ts'
import { unitsSheet } from './units-sheet.ts'
import { workbook } from './workbook.ts'

export type WorkbookRows = {
  replies: readonly ReplyRow[]
  deliveries: readonly DeliveryRow[]
  photo(id: number): Promise<Photo | null>
  /** The office's: Excel shows its wall clock. */
  timeZone: string
}

export async function reportWorkbook(
  facts: PeriodFacts,
  { replies, deliveries, photo, timeZone }: WorkbookRows,
  t: Translate,
): Promise<Chunks> {
  const sheets = [
    statusSheet(facts, t),
    repliesSheet(replies, timeZone, t),
    unitsSheet(facts, timeZone, t),
    await exemplarsSheet(facts.exemplars, photo, t),
    deliveriesSheet(deliveries, timeZone, t),
  ]
  return workbook(sheets, facts.asOf)
}
