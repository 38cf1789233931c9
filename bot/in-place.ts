/** Answers where the finger is: the pressed message changes, where the platform can change messages. */
import type { OutgoingMessage } from '../domain/message.ts'
import type { PersonTurn } from './turn.ts'

/** Can the answer stand where the question stood? Only if a button was pressed. */
export const canEdit = (turn: PersonTurn): boolean =>
  turn.message.choice !== undefined && turn.abilities.editing && turn.pressed !== null

/** The files of the pressed message stay with it unless the answer brings its own. */
export async function answerInPlace(turn: PersonTurn, message: OutgoingMessage): Promise<void> {
  if (!canEdit(turn)) return turn.say(message)
  const files = message.files ?? turn.pressed?.files
  await turn.say({ ...message, ...(files && { files }), replaces: turn.message.messageId })
}
