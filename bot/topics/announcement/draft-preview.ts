/** The announcement exactly as it will look, and below it whom it reaches and whom not. */

import type { Announcement } from '../../../db/announcements/announcements.ts'
import { audienceFacts, type ReachedUnit, reachOf } from '../../../db/announcements/audience.ts'
import { announcementFiles } from '../../../db/announcements/files.ts'
import { type AudienceFacts, type AudienceGroup, audienceOf } from '../../../domain/announcements/audience.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { announcementMessage } from '../../../locales/announcement-message.ts'
import type { Translate } from '../../../locales/i18n.ts'
import { someUnits } from '../../../locales/some-names.ts'
import { ask } from '../../ask.ts'
import { answerInPlace } from '../../in-place.ts'
import type { PersonTurn } from '../../turn.ts'
import { awaiting } from './draft-questions.ts'

const MOST_NAMES = 5
const MOST_GROUPS = 3

/** For a draft that lacks nothing. */
export async function showPreview(turn: PersonTurn, draft: Announcement): Promise<void> {
  const { tx, t, now } = turn
  const { id, title, body, urgent } = draft
  const files = await announcementFiles(tx, id)
  const text = { id, title: title ?? '', body: body ?? '', urgent, sentAt: now }
  const message = announcementMessage(text, turn, { files, preview: true })
  // Files cannot come where a text stood.
  await (files.length > 0 ? turn.say(message) : answerInPlace(turn, message))

  const { label, units } = await recipientsOf(turn, draft)
  const reached = units.filter(({ reach }) => reach === 'reached').length
  const choice = (act: 'time' | 'edit' | 'drop') => ({
    label: t(`announcement.label.${act}`),
    value: topicValue('announcement', act, id),
  })
  const send = {
    label: t('announcement.label.send', { n: reached }),
    value: topicValue('announcement', 'send', id),
  }
  const mark = {
    label: `${urgent ? '☑' : '☐'} ${t('announcement.label.urgent')}`,
    value: topicValue('announcement', 'urgent', id, urgent ? 'no' : 'yes'),
  }
  const counts = reached > 0 ? 'announcement.preview.reached' : 'announcement.preview.nobody'
  const lines = [
    t('announcement.preview.head'),
    t(counts, { n: reached, audience: label }),
    ...missedLine('not joined', units, t),
    ...missedLine('unreachable', units, t),
    ...(urgent ? [t('announcement.preview.urgent')] : []),
    ...(reached > 0 ? [t('announcement.preview.now')] : []),
  ]
  await ask(turn, {
    text: lines.join('\n'),
    choices: [...(reached > 0 ? [[send]] : []), [choice('time'), choice('edit')], [mark, choice('drop')]],
    awaits: awaiting('preview', id),
  })
}

/** The units of its audience as that is today, and how to call them. */
export async function recipientsOf(
  { tx, t, today }: PersonTurn,
  { audience }: Announcement,
): Promise<{ label: string; units: ReachedUnit[] }> {
  const facts = await audienceFacts(tx, today)
  const { groups, units } = audienceOf(audience, facts)
  const labels = groups.map((group) => labelOf(group, facts, t))
  const more = labels.length > MOST_GROUPS ? ', …' : ''
  const ids = units.map((unit) => unit.id)
  return { label: labels.slice(0, MOST_GROUPS).join(', ') + more, units: await reachOf(tx, ids, today) }
}

function labelOf({ kind, code }: AudienceGroup, { units, blocks }: AudienceFacts, t: Translate): string {
  if (kind === 'all') return t('announcement.audience.all')
  if (kind === 'unanswered') return t('announcement.audience.unanswered', { task: code })
  const named = kind === 'block' ? blocks : units.map((unit) => ({ code: unit.code, name: unit.shortName }))
  return named.find((one) => one.code === code)?.name ?? code
}

function missedLine(reach: 'not joined' | 'unreachable', units: ReachedUnit[], t: Translate): string[] {
  const names = units.filter((unit) => unit.reach === reach).map(({ shortName }) => shortName)
  const key = reach === 'not joined' ? 'announcement.preview.notJoined' : 'announcement.preview.unreachable'
  return names.length > 0 ? [t(key, { n: names.length, names: someUnits(names, MOST_NAMES, t) })] : []
}
