/** Erasing on request: asked back once; the person's own goes at once, the office's list is the office's to change. */
import { erasePerson, type PersonErased } from '../../../db/forgetting/erase-person.ts'
import { keepNote } from '../../../db/messages/notes.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { clockTime } from '../../../locales/dates.ts'
import { askInPlace } from '../../ask.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { answerInPlace } from '../../in-place.ts'
import type { PersonTurn } from '../../turn.ts'

/** Within which the law has an erasure done where another, such as the platform, processes the data too. */
const DAYS_TO_CARRY_OUT = 20

export async function askErasing(turn: PersonTurn): Promise<void> {
  const { t, person, today } = turn
  await askInPlace(turn, {
    text: t('data.askErasing'),
    choices: [
      [{ label: t('data.eraseNow'), value: topicValue('data', 'erase', person.id, today.toString()) }],
      [{ label: t('data.leave'), value: topicValue('data', 'keep') }],
    ],
  })
}

export async function eraseMine(turn: PersonTurn): Promise<void> {
  const { tx, t, inboxId, contact, person, now, today, settings } = turn
  const removed = await erasePerson(tx, person.id, {
    personId: person.id,
    through: 'chat',
    now,
    today,
    nameless: t('data.nameless'),
    answering: contact.id,
  })
  await keepNote(tx, {
    inboxId,
    personId: person.id,
    unitId: person.unitIds[0],
    reason: 'unplaced',
    text: t('data.eraseNote'),
    receivedAt: now,
  })
  turn.asked = NOTHING_ASKED
  const time = clockTime(now, settings.timezone, settings.language)
  await answerInPlace(turn, {
    text: [
      t('data.erased', { list: inWords(turn, removed) }),
      t('data.remains', { time, days: DAYS_TO_CARRY_OUT }),
    ].join('\n\n'),
  })
}

/** "12 tin đồng chí nhắn, 30 tin đã gửi đồng chí, …", without what there was none of. */
function inWords({ t }: PersonTurn, removed: PersonErased): string {
  const kinds = ['updates', 'messages', 'notes', 'drafts', 'files', 'chats'] as const
  return kinds
    .flatMap((kind) => (removed[kind] > 0 ? t(`data.removed.${kind}`, { n: removed[kind] }) : []))
    .join(', ')
}
