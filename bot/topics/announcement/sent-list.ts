/** The announcements of the last days, each with how it fares. */

import { recentAnnouncements } from '../../../db/announcements/announcements.ts'
import { announcementFigures } from '../../../db/announcements/figures.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { momentText } from '../../../locales/announcement-message.ts'
import { askInPlace } from '../../ask.ts'
import type { PersonTurn } from '../../turn.ts'

const DAYS = 7
/** What still fits on a phone. */
const MOST = 8

export const recentSince = (now: Date): Date => new Date(now.getTime() - DAYS * 86_400_000)

export async function showRecent(turn: PersonTurn): Promise<void> {
  const { tx, t, now } = turn
  const recent = await recentAnnouncements(tx, recentSince(now), MOST)
  if (recent.length === 0) return askInPlace(turn, { text: t('announcement.recent.none') })
  const figures = await announcementFigures(
    tx,
    recent.map(({ id }) => id),
  )
  const lines = figures.map((one, index) => {
    const { id, title, state, sent, recipients, acknowledged } = one
    const values = { number: index + 1, title, sent, recipients, acknowledged }
    if (state === 'queued') return t('announcement.recent.line', values)
    if (state !== 'scheduled') {
      return t('announcement.recent.overLine', { ...values, state: t(`announcement.recent.${state}`) })
    }
    const at = recent.find((row) => row.id === id)?.scheduledAt ?? now
    return t('announcement.recent.scheduledLine', { ...values, time: momentText(at, turn) })
  })
  const picks = figures.map(({ id }, index) => ({
    label: String(index + 1),
    value: topicValue('announcement', 'open', id),
  }))
  await askInPlace(turn, {
    text: [t('announcement.recent.head'), ...lines].join('\n'),
    lines: picks,
    choices: [picks.slice(0, 4), picks.slice(4)].filter((row) => row.length > 0),
  })
}
