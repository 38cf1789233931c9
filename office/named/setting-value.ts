/** Settings as people type and read them: 07:30-11:00, 13:30-16:30 for hours, 14,7,3,1,0 for lists. */

/** Every way in which a text could be meant, the most literal last; which of them fits, the setting's shape decides. */
export function readingsOf(text: string): unknown[] {
  const parts = text.split(/[\s,;]+/).filter(Boolean)
  const spans = parts.map((part) => part.split(/[-–]/))
  const readings: unknown[] = []
  if (spans.length > 0 && spans.every((span) => span.length === 2)) readings.push(spans)
  if (parts.length > 0 && parts.every((part) => /^\d+$/.test(part))) readings.push(parts.map(Number))
  return [...json(text), ...readings, text]
}

function json(text: string): unknown[] {
  try {
    return [JSON.parse(text)]
  } catch {
    return []
  }
}

/** The value in the form in which it may be typed again. */
export function writeValue(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : JSON.stringify(value)
  const parts = value.map((part) => (Array.isArray(part) ? part.join('-') : String(part)))
  return parts.join(value.some(Array.isArray) ? ', ' : ',')
}
