/** Quarters of a year, and the periods that an office reports on. */

export type Quarter = 1 | 2 | 3 | 4

export const QUARTERS = [1, 2, 3, 4] as const

/** What a report covers: whole quarters of one year, from the first of its days to the last. */
export type Period = {
  year: number
  quarters: readonly Quarter[]
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** How a period is written after the year; the year alone is all of it. */
const SPANS: Record<string, readonly Quarter[]> = {
  '': QUARTERS,
  '-Q1': [1],
  '-Q2': [2],
  '-Q3': [3],
  '-Q4': [4],
  '-H1': [1, 2],
  '-9M': [1, 2, 3],
}

export function quarterOf(date: Temporal.PlainDate): Quarter {
  return QUARTERS[Math.floor((date.month - 1) / 3)]!
}

export function firstDayOfQuarter(year: number, quarter: Quarter): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month: quarter * 3 - 2, day: 1 })
}

export function lastDayOfQuarter(year: number, quarter: Quarter): Temporal.PlainDate {
  return firstDayOfQuarter(year, quarter).add({ months: 3 }).subtract({ days: 1 })
}

/** Reads `2026-Q2`, `2026-H1`, `2026-9M` or `2026`, in any case. Throws RangeError for anything else. */
export function parsePeriod(text: string): Period {
  const [, year, span = ''] = /^(\d{4})(-\w\w)?$/.exec(text.trim().toUpperCase()) ?? []
  const quarters = year && SPANS[span]
  if (!quarters)
    throw new RangeError(
      `"${text}" is not a period: write a quarter as 2026-Q2, the first half year as 2026-H1, nine months as 2026-9M, or a whole year as 2026.`,
    )
  return {
    year: Number(year),
    quarters,
    from: firstDayOfQuarter(Number(year), quarters[0]!),
    to: lastDayOfQuarter(Number(year), quarters.at(-1)!),
  }
}

/** As `parsePeriod` reads it: `2026-Q4`, `2026-H1`, `2026-9M`, `2026`. */
export function periodName({ year, quarters }: Pick<Period, 'year' | 'quarters'>): string {
  const [span = ''] = Object.entries(SPANS).find(([, those]) => those.join() === quarters.join()) ?? []
  return `${year}${span}`
}
