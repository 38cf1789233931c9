/** A text with its marks as a row of pieces, each in one style. */
import type { Mark } from '../../domain/message.ts'

export type MarkedPart = { text: string; style?: Mark['style'] }

/** Marks do not overlap; what lies outside of them has no style. */
export function markedParts(text: string, marks: readonly Mark[]): MarkedPart[] {
  const parts: MarkedPart[] = []
  let at = 0
  for (const { start, length, style } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start > at) parts.push({ text: text.slice(at, start) })
    parts.push({ text: text.slice(start, start + length), style })
    at = start + length
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}
