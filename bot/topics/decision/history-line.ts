/** What the office said of a task, as its unit sees it: the last word, or that one is still to come. */
import { lastRequestOf } from '../../../db/answers/requests.ts'
import { officeDay } from '../../../domain/office-day.ts'
import { shortDay } from '../../../locales/dates.ts'
import type { PersonTurn } from '../../turn.ts'

/** One line with a break before it; empty where there is nothing to tell. */
export async function historyLine({ tx, t, settings }: PersonTurn, assignmentId: number): Promise<string> {
  const request = await lastRequestOf(tx, assignmentId)
  if (!request) return ''
  const { isOpen, wishedDueOn, askedAt, last } = request
  const on = (moment: Date) => shortDay(officeDay(moment, settings.timezone))
  if (isOpen)
    return wishedDueOn
      ? `\n${t('decision.history.waiting', { wished: shortDay(wishedDueOn), day: on(askedAt) })}`
      : ''
  if (!last || last.ruling === 'superseded' || last.ruling === 'passed') return ''
  const due = last.newDueOn ? shortDay(last.newDueOn) : ''
  return `\n${t(`decision.history.${last.ruling}`, { due, reason: last.reason ?? '', day: on(last.at) })}`
}
