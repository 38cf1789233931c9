/** What a typed number means under a message: first the numbered lines of its text, then the choices below it. */
import type { Choice, OutgoingMessage } from '../message.ts'

/** A button that speaks of a line of the text: "2. Đã xong". */
const OF_A_LINE = /^\d+\. /

/** In the order of their numbers, whether or not a platform shows them. */
export const typedChoices = ({ lines = [], choices = [] }: OutgoingMessage): Choice[] => [
  ...lines,
  ...choicesAfterLines({ lines, choices }),
]

/** The choices that have a number of their own, after the lines: not those that repeat a line. */
export function choicesAfterLines({
  lines = [],
  choices = [],
}: Pick<OutgoingMessage, 'lines' | 'choices'>): Choice[] {
  if (lines.length === 0) return choices.flat()
  const said = new Set(lines.map(({ value }) => value))
  return choices.flat().filter(({ label, value }) => !OF_A_LINE.test(label) && !said.has(value))
}
