/** Reads a day as buttons carry it, 2027-01-15; null for anything else, for a button's value may be forged. */
export function writtenDay(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
}
