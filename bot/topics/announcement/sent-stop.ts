/** "Dừng gửi phần còn lại": what waits does not go out; what is under way cannot be held. */

import { setAnnouncement } from '../../../db/announcements/announcements.ts'
import { holdBack } from '../../../db/announcements/messages.ts'
import type { PersonTurn } from '../../turn.ts'
import { record, saidWithWho } from './record-act.ts'
import { withSent } from './sent-of-office.ts'
import { openSent, showLive } from './sent-status.ts'

export const stopSending = (turn: PersonTurn, id: number): Promise<void> =>
  withSent(turn, id, async (sent) => {
    const messages = sent.state === 'queued' ? await holdBack(turn.tx, id) : 0
    if (messages === 0) {
      const nothing = turn.t('announcement.done.nothingToStop')
      return openSent(turn, id, sent.stoppedAt ? await saidWithWho(turn, id, 'stopped', nothing) : nothing)
    }
    await setAnnouncement(turn.tx, id, { stoppedAt: turn.now, settledAt: null })
    await record(turn, id, 'stopped', { messages })
    await showLive(turn, id)
  })
