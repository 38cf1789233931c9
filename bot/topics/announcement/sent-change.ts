/** "Sửa" of what was sent: new words take the place of the old ones in every chat, after a yes. */

import { type Announcement, setAnnouncement } from '../../../db/announcements/announcements.ts'
import { announcementFiles } from '../../../db/announcements/files.ts'
import { rewordWaiting } from '../../../db/announcements/messages.ts'
import { changeSent } from '../../../db/announcements/rounds.ts'
import { lengthOf, MOST_BODY, tidyBody } from '../../../domain/announcements/limits.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { announcementMessage } from '../../../locales/announcement-message.ts'
import { ask } from '../../ask.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { answerInPlace, canEdit } from '../../in-place.ts'
import type { PersonTurn } from '../../turn.ts'
import { awaiting } from './draft-questions.ts'
import { record } from './record-act.ts'
import { withSent } from './sent-of-office.ts'
import { openSent } from './sent-status.ts'

export const askChange = (turn: PersonTurn, id: number): Promise<void> =>
  withSent(turn, id, async (sent) => {
    if (isOver(sent)) return openSent(turn, id, turn.t('announcement.done.over'))
    const text = turn.t('announcement.ask.change', { title: sent.title ?? '', most: MOST_BODY })
    await ask(turn, { text, choices: [[backChoice(turn, id)]], awaits: awaiting('change', id) })
  })

const isOver = ({ state }: Announcement) => state !== 'queued' && state !== 'scheduled'

const backChoice = ({ t }: PersonTurn, id: number) => ({
  label: t('announcement.label.no'),
  value: topicValue('announcement', 'open', id),
})

/** The new words, shown once more before they go out. */
export async function takeChange(turn: PersonTurn, id: number, text: string): Promise<boolean> {
  const { t } = turn
  await withSent(turn, id, async ({ title }) => {
    const body = tidyBody(text)
    const n = lengthOf(body)
    if (n > MOST_BODY) {
      const words = t('announcement.ask.bodyLong', { n, most: MOST_BODY })
      return ask(turn, { text: words, choices: [[backChoice(turn, id)]], awaits: awaiting('change', id) })
    }
    const yes = { label: t('announcement.label.rewrite'), value: topicValue('announcement', 'rewrite', id) }
    const choices = [[yes, backChoice(turn, id)]]
    await turn.say({ text: t('announcement.ask.rewrite', { title: title ?? '', body }), choices })
    turn.asked = { offered: choices.flat(), awaits: { kind: 'yes', note: body } }
  })
  return true
}

/** The yes. It stands for the words above it, never for others that were typed since. */
export const change = (turn: PersonTurn, id: number): Promise<void> =>
  withSent(turn, id, async (sent) => {
    const { tx, t, now, asked, pressed } = turn
    const body = asked.awaits?.kind === 'yes' ? asked.awaits.note : null
    const isShown = asked.offered.some(({ value }) => value === topicValue('announcement', 'rewrite', id))
    if (isOver(sent)) return openSent(turn, id, t('announcement.done.over'))
    if (body === null || !isShown || (pressed && !pressed.text.includes(body))) return askChange(turn, id)
    turn.asked = NOTHING_ASKED
    const title = sent.title ?? ''
    if (sent.state === 'scheduled') {
      await setAnnouncement(tx, id, { body })
      await record(turn, id, 'changed', { messages: 0 })
      return answerInPlace(turn, { text: t('announcement.done.changedScheduled', { title }) })
    }
    const text = { id, title, body, urgent: sent.urgent, sentAt: sent.queuedAt ?? now }
    await setAnnouncement(tx, id, { body, editedAt: now, settledAt: null })
    const files = await announcementFiles(tx, id)
    await rewordWaiting(tx, id, announcementMessage(text, turn, { files }))
    const message = (acknowledgedAt: Date | null) =>
      announcementMessage({ ...text, editedAt: now }, turn, { acknowledgedAt })
    const n = await changeSent(tx, id, { at: now, rounds: ['first', 'again'], message, now })
    await record(turn, id, 'changed', { messages: n })
    const done = t('announcement.done.changed', { title, n })
    // Where the earlier message keeps its buttons, they go on from there; where nothing has any, they stand here.
    await (canEdit(turn) ? answerInPlace(turn, { text: done }) : openSent(turn, id, done))
  })
