/** A typed answer is taken only when all that the phone may show gives it the same meaning; else it is asked back. */
import { numbersShown } from '../db/messages/offer-by-number.ts'
import type { OutgoingMessage } from '../domain/message.ts'
import { typedChoices } from '../domain/typed/choices.ts'
import { chosen } from './asked.ts'
import type { PersonTurn } from './turn.ts'

/**
 * `choice`: what the words mean by what was asked last. Another message may have left without anybody knowing whether it
 * arrived; and our own last answer may not have left, so that the phone still shows the question before it. False when
 * there is no doubt.
 */
export async function askBack(turn: PersonTurn, text: string, choice: string | null): Promise<boolean> {
  const { sent, doubtful } = await numbersShown(turn.tx, turn.contact.id, turn.abilities)
  const [newest] = doubtful
  if (!newest) return false
  const meaning = (message: OutgoingMessage | null) => chosen(text, message ? typedChoices(message) : [])
  const isBehind = doubtful.some(({ fate }) => fate === 'unsent') && meaning(sent) !== choice
  const mayBeNewer = doubtful.some(({ fate, message }) => {
    const other = meaning(message)
    return fate !== 'unsent' && other !== null && other !== choice
  })
  if (!isBehind && !mayBeNewer) return false
  await turn.say({ text: turn.t('talk.mayNotHaveArrived', { said: text }) })
  if (newest.fate !== 'unknown') return true
  const { replaces: _, removes: __, ...again } = newest.message
  await turn.say(again)
  turn.asked = { ...turn.asked, offered: typedChoices(again) }
  return true
}
