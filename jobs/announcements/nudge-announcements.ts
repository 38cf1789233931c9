/** Asks the units that have not confirmed an announcement, once, when the office's patience is over. */

import { lockAnnouncement, notYetNudged, setAnnouncement } from '../../db/announcements/announcements.ts'
import { putMessage } from '../../db/announcements/messages.ts'
import { unconfirmedPeople } from '../../db/announcements/nudges.ts'
import { readCalendar } from '../../db/calendar/calendar.ts'
import { readSettings } from '../../db/settings.ts'
import { addWorkingDays } from '../../domain/calendar.ts'
import { isAfter } from '../../domain/day-order.ts'
import { officeDay } from '../../domain/office-day.ts'
import { nextSendingMoment } from '../../domain/reminders/sending-hours.ts'
import { nudgeMessage } from '../../locales/announcement-message.ts'
import type { Minute } from '../minute.ts'
import { officeWords } from '../office-words.ts'

export async function nudgeAnnouncements({ db, clock, log }: Minute): Promise<void> {
  const now = clock()
  const settings = await readSettings(db)
  const { timezone, sending_hours, announcement_nudge_days } = settings
  const calendar = await readCalendar(db)
  if (nextSendingMoment(now, sending_hours, calendar, timezone).getTime() !== now.getTime()) return
  const today = officeDay(now, timezone)
  const voice = { settings, t: await officeWords(db, settings) }
  for (const { id, queuedAt } of await notYetNudged(db, now)) {
    const sentOn = officeDay(queuedAt ?? now, timezone)
    if (isAfter(addWorkingDays(calendar, sentOn, announcement_nudge_days), today)) continue
    const asked = await db.transaction(async (tx) => {
      const announcement = await lockAnnouncement(tx, id)
      if (announcement?.state !== 'queued' || announcement.nudgedAt) return 0
      const people = await unconfirmedPeople(tx, id, today)
      for (const person of people) {
        const text = { id, title: announcement.title ?? '', sentAt: queuedAt ?? now }
        await putMessage(tx, {
          announcementId: id,
          round: 'nudge',
          key: `announcement-nudge:${id}:${person.personId}`,
          delivery: { ...person, follows: false },
          message: nudgeMessage(text, person, voice),
          now,
        })
      }
      await setAnnouncement(tx, id, { nudgedAt: now })
      return people.length
    })
    log('announcement_nudged', { announcement: id, messages: asked })
  }
}
