/** Whom the office urged and when: the ledger of reminders and announcements of the period. */
import type { DeliveryRow } from '../../db/papers/report-rows.ts'
import type { Translate } from '../../locales/i18n.ts'
import { moment, type SheetPlan, words } from './sheet.ts'

export function deliveriesSheet(rows: readonly DeliveryRow[], timeZone: string, t: Translate): SheetPlan {
  const headers = [
    ['queuedAt', 18],
    ['delivery', 14],
    ['unitCode', 8],
    ['recipient', 26],
    ['channel', 12],
    ['state', 18],
    ['failure', 18],
    ['sentAt', 18],
    ['acknowledgedAt', 18],
  ] as const
  return {
    name: t('workbook.sheet.deliveries'),
    columns: headers.map(([key, width]) => ({ header: t(`workbook.${key}`), width })),
    rows: rows.map((row) => [
      moment(row.queuedAt, timeZone),
      words(row.kind === 'reminder' ? t('workbook.reminder') : t('workbook.announcement')),
      words(row.unitCode),
      words(row.recipient),
      words(row.channel && t(`platform.${row.channel}`)),
      words(t(`workbook.stateOf.${stateOf(row.state)}`)),
      words(row.failure && reasonOf(row.failure, t)),
      moment(row.sentAt, timeZone),
      moment(row.acknowledgedAt, timeZone),
    ]),
  }
}

const REASONS = [
  'blocked',
  'unreachable',
  'rejected',
  'out_of_quota',
  'not_in_time',
  'window_closed',
  'unauthorized',
  'bot_gone',
] as const

/** What the office can do nothing about is called by the platform's own word. */
function reasonOf(failure: string, t: Translate): string {
  const known = REASONS.find((reason) => reason === failure)
  return known ? t(`workbook.reasonOf.${known}`) : failure
}

const STATES = ['waiting', 'sending', 'sent', 'failed', 'unknown', 'cancelled'] as const

const stateOf = (state: string) => STATES.find((known) => known === state) ?? 'unknown'
