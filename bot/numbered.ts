/** A message for a platform without buttons: its choices stand below the text, to be typed. */
import type { OutgoingMessage } from '../domain/message.ts'
import { choicesAfterLines } from '../domain/typed/choices.ts'

/**
 * Text first, then the choices, numbered as a typed number counts them: after the numbered lines of the text. What the
 * text itself lists with its number is not said twice.
 */
export function numbered(message: OutgoingMessage): string {
  const first = (message.lines?.length ?? 0) + 1
  const said = new Set(message.text.split('\n'))
  const choices = choicesAfterLines(message).map(({ label }, index) => `${first + index}. ${label}`)
  const unsaid = choices.filter((line) => !said.has(line))
  return unsaid.length === 0 ? message.text : [message.text, '', ...unsaid].join('\n')
}
