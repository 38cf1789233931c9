/** "Hẹn giờ": an announcement waits for the hour that the office says. */
import { type Announcement, setAnnouncement } from '../../../db/announcements/announcements.ts'
import { readMoment } from '../../../domain/typed/moment.ts'
import { momentText } from '../../../locales/announcement-message.ts'
import { choiceOf } from '../../../locales/announcement-progress.ts'
import { ask, askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'
import { askNext } from './draft-next.ts'
import { withDraft } from './draft-of-writer.ts'
import { recipientsOf } from './draft-preview.ts'
import { awaiting, draftChoice } from './draft-questions.ts'
import { record } from './record-act.ts'

export const askTime = (turn: PersonTurn, id: number): Promise<void> =>
  withDraft(turn, id, async (draft) => {
    if (draft.title === null || draft.body === null || draft.audience.length === 0)
      return askNext(turn, draft)
    await askInPlace(turn, timeQuestion(turn, id, 'announcement.ask.time'))
  })

const timeQuestion = (
  turn: PersonTurn,
  id: number,
  words: 'announcement.ask.time' | 'announcement.ask.timeUnclear' | 'announcement.ask.timePast',
) => ({
  text: turn.t(words),
  choices: [[draftChoice(turn, 'preview', 'go-on', id)]],
  awaits: awaiting('time', id),
})

export async function takeTime(turn: PersonTurn, draft: Announcement, text: string): Promise<void> {
  const { tx, t, now, settings } = turn
  const zoned = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(settings.timezone)
  const moment = readMoment(text, zoned.toPlainDateTime())
  if (moment === 'past') return ask(turn, timeQuestion(turn, draft.id, 'announcement.ask.timePast'))
  if (moment === 'unclear') return ask(turn, timeQuestion(turn, draft.id, 'announcement.ask.timeUnclear'))
  const at = new Date(moment.toZonedDateTime(settings.timezone).epochMilliseconds)
  const { id, title } = draft
  const { units } = await recipientsOf(turn, draft)
  await setAnnouncement(tx, id, { state: 'scheduled', scheduledAt: at })
  await record(turn, id, 'scheduled', { units: units.length, at: at.toISOString() })
  await ask(turn, {
    text: t('announcement.scheduled', { title: title ?? '', time: momentText(at, turn), n: units.length }),
    choices: [
      [choiceOf('now', id, t), choiceOf('change', id, t)],
      [choiceOf('withdraw', id, t, 'unschedule')],
    ],
  })
}
