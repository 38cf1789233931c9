/** Answers where the finger is: the pressed message changes, where the platform can change messages. */
import type { OutgoingMessage } from '../domain/message.ts'
import type { PersonTurn } from './turn.ts'

/** Can the answer stand where the question stood? Only if a button was pressed. */
export const canEdit = (turn: PersonTurn): boolean =>
  turn.message.choice !== undefined && turn.abilities.editing && turn.pressed !== null

export async function answerInPlace(turn: PersonTurn, message: OutgoingMessage): Promise<void> {
  await turn.say(canEdit(turn) ? { ...message, replaces: turn.message.messageId } : message)
}
