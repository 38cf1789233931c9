/** Moves the years that a text names along with its plan. */

const YEARS = /(?<!\d)(\d{4})(?!\d)(?:(\s*[-–]\s*)(\d{4})(?!\d))?/g

/**
 * The plan's year, the one before it and the one after it move; so does a school year such as 2025 - 2026. A longer
 * span, such as a term of office, and older years, such as a law's, stay. `from` and `to` are years of plans.
 */
export function moveYears(text: string, from: number, to: number): string {
  const moves = (year: number) => Math.abs(year - from) <= 1
  const moved = (year: string) => String(Number(year) + to - from)
  return text.replace(YEARS, (all, first: string, dash?: string, last?: string) => {
    if (dash === undefined || last === undefined) return moves(Number(first)) ? moved(first) : all
    const isOneYear = Number(last) - Number(first) === 1
    return isOneYear && moves(Number(first)) ? `${moved(first)}${dash}${moved(last)}` : all
  })
}
