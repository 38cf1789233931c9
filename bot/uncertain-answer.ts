/** A typed answer that would mean something else under a message of which nobody knows whether it arrived: asked back. */
import { uncertainNumbers } from '../db/messages/offer-by-number.ts'
import { typedChoices } from '../domain/typed/choices.ts'
import { chosen } from './asked.ts'
import type { PersonTurn } from './turn.ts'

/** `choice`: what the words mean by what was surely asked. False when there is no doubt. */
export async function askBack(turn: PersonTurn, text: string, choice: string | null): Promise<boolean> {
  const uncertain = await uncertainNumbers(turn.tx, turn.contact.id, turn.abilities)
  if (!uncertain) return false
  const { message, repeats } = uncertain
  const offered = typedChoices(message)
  const other = chosen(text, offered)
  if (other === null || other === choice) return false
  await turn.say({ text: turn.t('talk.mayNotHaveArrived', { said: text }) })
  if (repeats) return true
  const { replaces: _, removes: __, ...again } = message
  await turn.say(again)
  turn.asked = { ...turn.asked, offered }
  return true
}
