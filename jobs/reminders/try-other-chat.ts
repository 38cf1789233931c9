/** What stayed unanswered, or did not leave at all, goes once to the other chat of somebody who has two. */
import { readCalendar } from '../../db/calendar/calendar.ts'
import { overdue, sendElsewhere, sendInstead, unanswered } from '../../db/messages/fall-back.ts'
import { readSettings } from '../../db/settings.ts'
import { nextSendingMoment } from '../../domain/reminders/sending-hours.ts'
import type { Minute } from '../minute.ts'

const HOUR_MS = 3_600_000

export async function tryOtherChat({ db, clock, log }: Minute): Promise<void> {
  const now = clock()
  const { other_chat_hours: hours, sending_hours, timezone } = await readSettings(db)
  if (hours === 0) return
  const sends = nextSendingMoment(now, sending_hours, await readCalendar(db), timezone)
  if (sends.getTime() !== now.getTime()) return
  const since = new Date(now.getTime() - hours * HOUR_MS)
  const again = await sendElsewhere(db, await unanswered(db, since), now)
  const instead = await sendInstead(db, await overdue(db, since), { failure: 'not_in_time', now })
  const moved = again + instead
  if (moved > 0) log('sent_to_the_other_chat', { messages: moved })
}
