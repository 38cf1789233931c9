/** Something kept about a person is wrong: they say what, and the office mends its list. */
import { keepNote } from '../../../db/messages/notes.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { ask } from '../../ask.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import type { PersonTurn } from '../../turn.ts'

export async function askCorrection(turn: PersonTurn): Promise<void> {
  await ask(turn, {
    text: turn.t('data.askCorrection'),
    choices: [[{ label: turn.t('data.leave'), value: topicValue('data', 'keep') }]],
    awaits: { topic: 'data', question: 'correction', id: 0 },
  })
}

export async function takeCorrection(turn: PersonTurn, words: string): Promise<void> {
  const { tx, t, inboxId, contact, person, now } = turn
  await keepNote(tx, {
    inboxId,
    contactId: contact.id,
    personId: person.id,
    unitId: person.unitIds[0],
    reason: 'unplaced',
    text: t('data.correctionNote', { words }),
    receivedAt: now,
  })
  turn.asked = NOTHING_ASKED
  await turn.say({ text: t('data.correctionTaken') })
}
