/** Section I: how the work was directed: announcements, and the book of urging. */
import type { Paragraph } from 'docx'
import { draft, listed, part, said } from '../paragraphs.ts'
import { figure, type Writing, writtenDay } from '../writing.ts'

export function leadership({ facts, t, tracer }: Writing): Paragraph[] {
  const sent = facts.announcements.flatMap((one) =>
    one.sentOn === null ? [] : [{ ...one, sentOn: one.sentOn }],
  )
  const { reminders, unitsReminded, calls, unreached } = facts.urging
  const rows = sent.map(({ id }) => `announcement ${id}`)
  return [
    part(t('report.leadership.title')),
    draft(t('report.leadership.papers')),
    ...(sent.length === 0
      ? [said(t('report.leadership.noAnnouncements'))]
      : [
          said(
            t('report.leadership.announcements', { n: tracer.note('I announcements', sent.length, rows) }),
          ),
        ]),
    ...listed(
      sent.map(({ id, title, sentOn, recipients, sent: reached, acknowledged }) => {
        const words = t('report.leadership.announcement', {
          title,
          day: writtenDay(sentOn),
          recipients: figure(recipients),
          sent: figure(reached),
          acknowledged: figure(acknowledged),
        })
        return tracer.note('I announcement', words, [`announcement ${id}`])
      }),
    ),
    said(
      t('report.leadership.urging', {
        reminders: figure(tracer.note('I reminders', reminders, ['urging'])),
        units: figure(tracer.note('I units reminded', unitsReminded, ['urging'])),
        calls: figure(tracer.note('I calls', calls, ['urging'])),
      }),
    ),
    ...(unreached > 0
      ? [
          said(
            t('report.leadership.unreached', {
              n: figure(tracer.note('I unreached', unreached, ['urging'])),
            }),
          ),
        ]
      : []),
  ]
}
