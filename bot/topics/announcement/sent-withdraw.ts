/** "Thu hồi": an announcement is taken back from those who have it, and goes to nobody else. After a yes. */

import { type Announcement, setAnnouncement } from '../../../db/announcements/announcements.ts'
import { announcementFigures } from '../../../db/announcements/figures.ts'
import { holdBack, type Round } from '../../../db/announcements/messages.ts'
import { changeSent } from '../../../db/announcements/rounds.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { withdrawnMessage } from '../../../locales/announcement-message.ts'
import { askInPlace } from '../../ask.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { answerInPlace } from '../../in-place.ts'
import type { PersonTurn } from '../../turn.ts'
import { record, saidWithWho } from './record-act.ts'
import { withSent } from './sent-of-office.ts'

/** One that waits for its time has reached nobody: no question is needed. */
export const askWithdraw = (turn: PersonTurn, id: number): Promise<void> =>
  withSent(turn, id, async (announcement) => {
    const { tx, t } = turn
    if (announcement.state !== 'queued') return takeBack(turn, announcement)
    const [figures] = await announcementFigures(tx, [id])
    const values = { title: announcement.title ?? '', sent: figures?.sent ?? 0 }
    const yes = {
      label: t('announcement.label.withdrawYes'),
      value: topicValue('announcement', 'withdraw-yes', id),
    }
    const no = { label: t('announcement.label.no'), value: topicValue('announcement', 'open', id) }
    await askInPlace(turn, { text: t('announcement.ask.withdraw', values), choices: [[yes, no]] })
  })

export const withdraw = (turn: PersonTurn, id: number): Promise<void> =>
  withSent(turn, id, (announcement) => takeBack(turn, announcement))

async function takeBack(turn: PersonTurn, { id, state, title: named }: Announcement): Promise<void> {
  const { tx, t, now } = turn
  const title = named ?? ''
  turn.asked = NOTHING_ASKED
  if (state === 'withdrawn' || state === 'cancelled') {
    return turn.say({ text: await saidWithWho(turn, id, state, t('announcement.done.over')) })
  }
  if (state === 'scheduled') {
    await setAnnouncement(tx, id, { state: 'cancelled' })
    await record(turn, id, 'cancelled')
    return answerInPlace(turn, { text: t('announcement.done.cancelled', { title }) })
  }
  await setAnnouncement(tx, id, { state: 'withdrawn', withdrawnAt: now, settledAt: null })
  await holdBack(tx, id)
  const message = () => withdrawnMessage(title, now, turn)
  const rounds: Round[] = ['first', 'again', 'nudge']
  const n = await changeSent(tx, id, { at: now, rounds, takesBack: true, message, now })
  await record(turn, id, 'withdrawn', { messages: n })
  await answerInPlace(turn, { text: t('announcement.done.withdrawn', { title, n }) })
}
