/** A message for a platform without buttons: its choices stand below the text, to be typed. */
import type { OutgoingMessage } from '../domain/message.ts'
import { choicesAfterLines } from '../domain/typed-choices.ts'

/** Text first, then the choices, numbered as a typed number counts them: after the numbered lines of the text. */
export function numbered(message: OutgoingMessage): string {
  const choices = choicesAfterLines(message)
  if (choices.length === 0) return message.text
  const first = (message.lines?.length ?? 0) + 1
  return [message.text, '', ...choices.map(({ label }, index) => `${first + index}. ${label}`)].join('\n')
}
