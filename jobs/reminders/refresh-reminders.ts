/** A reminder that waited may have been answered meanwhile: it is worded anew on the moment it leaves. */
import { isDeepStrictEqual } from 'node:util'
import { readCalendar } from '../../db/calendar/calendar.ts'
import type { Db } from '../../db/client.ts'
import { cancel } from '../../db/messages/outbox.ts'
import type { Claimed } from '../../db/messages/outbox-sending.ts'
import { putBack, queuedReminders, rewordClaimed, type Worded } from '../../db/reminders/queued.ts'
import { reminderTasks } from '../../db/reminders/tasks.ts'
import { readSettings } from '../../db/settings.ts'
import type { OutgoingMessage } from '../../domain/message.ts'
import { officeDay } from '../../domain/office-day.ts'
import { type QueuedReminder, stillToSay } from '../../domain/reminders/refresh.ts'
import { nextSendingMoment } from '../../domain/reminders/sending-hours.ts'
import { reminderMessage } from '../../locales/reminder-message.ts'
import { officeWords } from '../office-words.ts'

/** What becomes of a claimed message; `worded` is set for reminders. */
type Verdict =
  | { fate: 'leaves'; row: Claimed; worded?: Worded }
  | { fate: 'waits' | 'pointless'; row: Claimed }

/**
 * The claimed messages that are to leave, in their order. Reminders say what is true now; one with nothing left to say,
 * or whose recipient holds no post any more, is cancelled; one that missed its sending hours waits for the next.
 */
export async function freshReminders(db: Db, claimed: Claimed[], now: Date): Promise<Claimed[]> {
  const ids = claimed.filter(({ kind }) => kind === 'reminder').map(({ id }) => id)
  if (ids.length === 0) return claimed
  const { judge, nextHours } = await judgeOf(db, ids, now)
  const verdicts = claimed.map(judge)
  const idsWith = (fate: Verdict['fate']) =>
    verdicts.filter((verdict) => verdict.fate === fate).map(({ row }) => row.id)
  await cancel(db, idsWith('pointless'))
  await putBack(db, idsWith('waits'), nextHours)

  const leaving = verdicts.filter((verdict) => verdict.fate === 'leaves')
  const worded = leaving.flatMap((verdict) => verdict.worded ?? [])
  const before = new Map(claimed.map(({ id, message }) => [id, message]))
  const changed = worded.filter(({ outboxId, message }) => !isDeepStrictEqual(message, before.get(outboxId)))
  await rewordClaimed(db, changed)
  return leaving.map(({ row }) => row)
}

/** Reads what is true now of some reminders, once for all of them. */
async function judgeOf(db: Db, ids: number[], now: Date) {
  const settings = await readSettings(db)
  const { sending_hours, timezone } = settings
  const calendar = await readCalendar(db)
  const t = await officeWords(db, settings)
  const today = officeDay(now, timezone)
  const queued = new Map((await queuedReminders(db, ids, today)).map((each) => [each.outboxId, each]))
  const spokenOf = [...queued.values()].flatMap(({ reasons }) => [...reasons.keys()])
  const tasks = await reminderTasks(db, { ids: [...new Set(spokenOf)] }, timezone)

  const sends = (moment: Date) => nextSendingMoment(moment, sending_hours, calendar, timezone)
  const within = (moment: Date) => sends(moment).getTime() === moment.getTime()

  function wordingOf(reminder: QueuedReminder, { message }: Claimed): OutgoingMessage | null {
    if (reminder.reasons.size > 0) {
      const content = stillToSay(reminder, tasks, today)
      return content && reminderMessage(content, t)
    }
    // It said that there is nothing to do, which is still so.
    return reminder.units.length > 0 ? message : null
  }

  function judge(row: Claimed): Verdict {
    const reminder = queued.get(row.id)
    if (!reminder) return { fate: 'leaves', row }
    const message = wordingOf(reminder, row)
    if (!message) return { fate: 'pointless', row }
    // The office may order a reminder at any hour; one that was meant for its hours keeps to them.
    if (!within(now) && within(reminder.notBefore)) return { fate: 'waits', row }
    const worded = { outboxId: row.id, personId: reminder.personId, message }
    return {
      fate: 'leaves',
      row: isDeepStrictEqual(message, row.message) ? row : { ...row, message, already: [] },
      worded,
    }
  }
  return { judge, nextHours: sends(now) }
}
