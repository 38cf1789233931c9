/** How a message of ours looks on a phone of the simulator. */
import type { Choice, OutgoingMessage } from '../../domain/message.ts'
import { numbered } from '../numbered.ts'
import { splitText } from '../split-text.ts'
import { ABILITIES, type SimulatorBot } from './bots.ts'
import { type MarkedPart, markedParts } from './marked-parts.ts'

export type Look = { parts: MarkedPart[]; rows: Choice[][] }

/** Several where it is too long for one bubble; the buttons stand below the last. */
export function looksOf(message: OutgoingMessage, bot: SimulatorBot): Look[] {
  const { buttons, maxTextLength } = ABILITIES[bot]
  const words = (buttons ? message.text : numbered(message)).normalize('NFC')
  const split = splitText(words, buttons ? (message.marks ?? []) : [], maxTextLength)
  return split.map(({ text, marks }, index) => ({
    parts: markedParts(text, marks),
    rows: buttons && index === split.length - 1 ? (message.choices ?? []) : [],
  }))
}
