/** Sends the announcements whose time has come: at the very hour the office said, whatever hour that is. */
import { dueAnnouncements, lockAnnouncement } from '../../db/announcements/announcements.ts'
import type { Minute } from '../minute.ts'
import { queueNow } from './queue-announcement.ts'

export async function sendAnnouncements({ db, clock, log }: Minute): Promise<void> {
  const now = clock()
  for (const id of await dueAnnouncements(db, now)) {
    try {
      await db.transaction(async (tx) => {
        const announcement = await lockAnnouncement(tx, id)
        if (announcement?.state !== 'scheduled') return
        const units = await queueNow(tx, announcement, 'program', now)
        log('announcement_queued', { announcement: id, units: units.length })
      })
    } catch (error) {
      log('announcement_not_queued', { announcement: id, error })
    }
  }
}
