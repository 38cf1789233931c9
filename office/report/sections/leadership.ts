/** Section I: how the work was directed: announcements, and the book of urging. */
import type { Paragraph } from 'docx'
import { draft, listed, part, said } from '../paragraphs.ts'
import { figure, unitRows, type Writing, writtenDay } from '../writing.ts'

export function leadership(writing: Writing): Paragraph[] {
  const { facts, t, tracer } = writing
  const sent = facts.announcements.flatMap((one) =>
    one.sentOn === null ? [] : [{ ...one, sentOn: one.sentOn }],
  )
  const n = () =>
    tracer.note(
      'I announcements',
      figure(sent.length),
      sent.map(({ id }) => `announcement ${id}`),
    )
  return [
    part(t('report.leadership.title')),
    draft(t('report.leadership.papers')),
    said(
      sent.length === 0
        ? t('report.leadership.noAnnouncements')
        : t('report.leadership.announcements', { n: n() }),
    ),
    ...listed(
      sent.map(({ id, title, sentOn, recipients, sent: reached, acknowledged }) => {
        const words = t('report.leadership.announcement', {
          title,
          day: writtenDay(sentOn),
          recipients: figure(recipients),
          sent: figure(reached),
          acknowledged:
            acknowledged > 0 ? t('report.leadership.acknowledged', { n: figure(acknowledged) }) : '',
        })
        return tracer.note('I announcement', words, [`announcement ${id}`])
      }),
    ),
    ...urging(writing),
  ]
}

/** What was not done is not said, and how good it was is not ours to say. */
function urging({ facts, t, tracer }: Writing): Paragraph[] {
  const { reminders, unitsReminded, calls, unreached, rows } = facts.urging
  const note = (what: string, n: number, behind: readonly string[]) =>
    figure(tracer.note(`I ${what}`, n, behind))
  const told = [
    ...(reminders > 0
      ? [
          t('report.leadership.reminders', {
            n: note(
              'reminders',
              reminders,
              rows.deliveries.map((id) => `delivery ${id}`),
            ),
            units: note('units reminded', unitsReminded, unitRows(rows.reached)),
          }),
        ]
      : []),
    ...(calls > 0
      ? [
          t('report.leadership.calls', {
            n: note(
              'calls',
              calls,
              rows.calls.map((id) => `call ${id}`),
            ),
          }),
        ]
      : []),
    ...(unreached > 0
      ? [t('report.leadership.unreached', { n: note('unreached', unreached, unitRows(rows.unreached)) })]
      : []),
  ]
  return told.length === 0 ? [] : [said(t('report.leadership.urging', { told: told.join('; ') }))]
}
