/** Sends an announcement: all its messages, or none, are in the outbox when this is over. */

import type { Announcement } from '../../../db/announcements/announcements.ts'
import { announcementFiles } from '../../../db/announcements/files.ts'
import { queueAnnouncement } from '../../../db/announcements/rounds.ts'
import { announcementMessage } from '../../../locales/announcement-message.ts'
import type { PersonTurn } from '../../turn.ts'
import { askNext } from './draft-next.ts'
import { withDraft } from './draft-of-writer.ts'
import { recipientsOf } from './draft-preview.ts'
import { record } from './record-act.ts'
import { withSent } from './sent-of-office.ts'
import { openSent, showLive } from './sent-status.ts'

/** "Gửi n đơn vị". What changed since the preview, so that it would reach nobody, leads back to it. */
export const sendDraft = (turn: PersonTurn, id: number): Promise<void> =>
  withDraft(turn, id, async (draft) => {
    const { units } = await recipientsOf(turn, draft)
    const isReady = draft.title !== null && draft.body !== null
    if (isReady && units.some(({ reach }) => reach === 'reached')) await sendNow(turn, draft)
    else await askNext(turn, draft)
  })

/** "Gửi ngay" for one that waits for its time. */
export const sendScheduled = (turn: PersonTurn, id: number): Promise<void> =>
  withSent(turn, id, (sent) => (sent.state === 'scheduled' ? sendNow(turn, sent) : openSent(turn, id)))

async function sendNow(turn: PersonTurn, announcement: Announcement): Promise<void> {
  const { tx, now, today } = turn
  const { id, title, body, urgent } = announcement
  const text = { id, title: title ?? '', body: body ?? '', urgent, sentAt: now }
  const message = announcementMessage(text, turn, { files: await announcementFiles(tx, id) })
  const units = await queueAnnouncement(tx, announcement, message, { today, now })
  await record(turn, id, 'queued', { units: units.length })
  await showLive(turn, id)
}
