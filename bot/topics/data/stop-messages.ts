/** No more messages: asked back once, then the office telephones until the person writes again. */
import { dataKept } from '../../../db/forgetting/data-kept.ts'
import { closeChats } from '../../../db/forgetting/forget-chats.ts'
import { showPhone } from '../../../domain/phone.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { askInPlace } from '../../ask.ts'
import { NOTHING_ASKED } from '../../asked.ts'
import { answerInPlace } from '../../in-place.ts'
import type { PersonTurn } from '../../turn.ts'

export async function askStopping(turn: PersonTurn): Promise<void> {
  const { t, person, today } = turn
  await askInPlace(turn, {
    text: t('data.askStopping'),
    choices: [
      [{ label: t('data.stopNow'), value: topicValue('data', 'stop', person.id, today.toString()) }],
      [{ label: t('data.keepMessages'), value: topicValue('data', 'keep') }],
    ],
  })
}

export async function stopMessages(turn: PersonTurn): Promise<void> {
  const { tx, t, person } = turn
  await closeChats(tx, person.id)
  const { phone } = await dataKept(tx, person.id)
  turn.asked = NOTHING_ASKED
  const calls = phone ? t('data.callsPhone', { phone: showPhone(phone) }) : t('data.calls')
  await answerInPlace(turn, { text: t('data.stopped', { calls }) })
}
