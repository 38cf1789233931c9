/** Puts an announcement whose time has come into the outbox, in the office's words. */

import type { Announcement } from '../../db/announcements/announcements.ts'
import type { ReachedUnit } from '../../db/announcements/audience.ts'
import { announcementFiles } from '../../db/announcements/files.ts'
import { queueAnnouncement } from '../../db/announcements/rounds.ts'
import { type AuditEntry, audit } from '../../db/audit.ts'
import type { Tx } from '../../db/client.ts'
import { readSettings } from '../../db/settings.ts'
import { officeDay } from '../../domain/office-day.ts'
import { announcementMessage } from '../../locales/announcement-message.ts'
import { officeWords } from '../office-words.ts'

/** Resolves with the units it is for. */
export async function queueNow(
  tx: Tx,
  announcement: Announcement,
  through: AuditEntry['through'],
  now: Date,
): Promise<ReachedUnit[]> {
  const { id, title, body, urgent } = announcement
  const settings = await readSettings(tx)
  const voice = { settings, t: await officeWords(tx, settings) }
  const text = { id, title: title ?? '', body: body ?? '', urgent, sentAt: now }
  const message = announcementMessage(text, voice, { files: await announcementFiles(tx, id) })
  const units = await queueAnnouncement(tx, announcement, message, {
    today: officeDay(now, settings.timezone),
    now,
  })
  await audit(tx, {
    personId: null,
    through,
    action: 'announcement.queued',
    subject: `announcement:${id}`,
    facts: { units: units.length },
    at: now,
  })
  return units
}
