/** Says something that may be answered: by a press, by its number, by its label, and where `awaits` says so by words. */
import type { OutgoingMessage } from '../domain/message.ts'
import { typedChoices } from '../domain/typed/choices.ts'
import { answerInPlace } from './in-place.ts'
import type { Awaited } from './topic.ts'
import type { PersonTurn } from './turn.ts'

export type Question = OutgoingMessage & {
  /** The topic's question that the next words or files answer. */
  awaits?: Awaited & { topic: string }
}

/** Asks in a message of its own. Whatever was asked before is over. */
export async function ask(turn: PersonTurn, { awaits, ...message }: Question): Promise<void> {
  bind(turn, { awaits, ...message })
  await turn.say(message)
}

/** Asks where the finger is: the pressed message becomes the question. */
export async function askInPlace(turn: PersonTurn, { awaits, ...message }: Question): Promise<void> {
  bind(turn, { awaits, ...message })
  await answerInPlace(turn, message)
}

function bind(turn: PersonTurn, { awaits, ...message }: Question): void {
  turn.asked = { offered: typedChoices(message), awaits: awaits ? { kind: 'topic', ...awaits } : null }
}
