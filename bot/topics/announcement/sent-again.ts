/** "Gửi lại": only to the units that it did not reach, as far as somebody of them can be reached now. */

import { announcementFigures } from '../../../db/announcements/figures.ts'
import { announcementFiles } from '../../../db/announcements/files.ts'
import { queueAgain } from '../../../db/announcements/rounds.ts'
import { announcementMessage } from '../../../locales/announcement-message.ts'
import type { PersonTurn } from '../../turn.ts'
import { record } from './record-act.ts'
import { withSent } from './sent-of-office.ts'
import { openSent, showLive } from './sent-status.ts'

export const sendAgain = (turn: PersonTurn, id: number): Promise<void> =>
  withSent(turn, id, async (sent) => {
    const { tx, t, now, today } = turn
    if (sent.state !== 'queued') return openSent(turn, id, t('announcement.done.over'))
    const text = {
      id,
      title: sent.title ?? '',
      body: sent.body ?? '',
      urgent: sent.urgent,
      sentAt: sent.queuedAt ?? now,
    }
    const message = announcementMessage(text, turn, { files: await announcementFiles(tx, id) })
    const units = await queueAgain(tx, sent, message, { today, now })
    if (units > 0) {
      await record(turn, id, 'sent_again', { units })
      return showLive(turn, id)
    }
    const [figures] = await announcementFigures(tx, [id])
    const { sent: reached = 0, waiting = 0, recipients = 0 } = figures ?? {}
    const isMissing = reached + waiting < recipients
    await openSent(turn, id, t(isMissing ? 'announcement.done.nobodyAgain' : 'announcement.done.allReached'))
  })
