/** Cuts a long text into messages of the size a platform takes, between lines if it can. */
import type { Mark } from '../domain/message.ts'

export type TextPart = { text: string; marks: Mark[] }

/** `most` in UTF-16 units. A text that fits comes back whole. */
export function splitText(text: string, marks: Mark[], most: number): TextPart[] {
  const parts: TextPart[] = []
  let start = 0
  while (text.length - start > most) {
    const end = cutBefore(text, start, start + most)
    parts.push({ text: text.slice(start, end), marks: marksWithin(marks, start, end) })
    start = end
    // The line break we cut at would be an empty line at the head of the next message.
    while (text[start] === '\n' || text[start] === ' ') start++
  }
  if (start < text.length || parts.length === 0) {
    parts.push({ text: text.slice(start), marks: marksWithin(marks, start, text.length) })
  }
  return parts
}

/** The last line break before `limit`, else the last space, else `limit` itself, but never inside a character. */
function cutBefore(text: string, start: number, limit: number): number {
  for (const between of ['\n', ' ']) {
    const at = text.lastIndexOf(between, limit)
    if (at > start) return at
  }
  const first = text.charCodeAt(limit - 1)
  const insidePair = first >= 0xd800 && first <= 0xdbff
  return insidePair ? limit - 1 : limit
}

/** What of the marks lies in this stretch, counted from its start. */
function marksWithin(marks: Mark[], start: number, end: number): Mark[] {
  return marks.flatMap((mark) => {
    const from = Math.max(mark.start, start)
    const to = Math.min(mark.start + mark.length, end)
    return to > from ? [{ ...mark, start: from - start, length: to - from }] : []
  })
}
