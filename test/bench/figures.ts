/** What a benchmark tells: its figures, each beside its goal. */

export type Figure = {
  what: string
  measured: string
  /** Absent where there is none. */
  goal?: string
  met?: boolean
}

/** Hands the figures to `run.ts`, or prints them when the benchmark was started by itself. */
export function report(figures: Figure[]): void {
  if (process.send) process.send(figures)
  else console.table(figures)
}

/** The most memory this process ever had. */
export const memory = (): Figure => ({
  what: 'peak memory',
  measured: `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
})

/** A figure that may not be larger than its goal. */
export const atMost = (what: string, value: number, goal: number, unit = '', digits = 0): Figure => ({
  what,
  measured: `${value.toFixed(digits)}${unit}`,
  goal: `≤ ${goal.toFixed(digits)}${unit}`,
  met: value <= goal,
})

/** A figure that may not be smaller than its goal. */
export const atLeast = (what: string, value: number, goal: number, unit = ''): Figure => ({
  what,
  measured: `${value.toFixed(0)}${unit}`,
  goal: `≥ ${goal}${unit}`,
  met: value >= goal,
})

/** The value below which this share of the values lies; 1 for the largest. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? Number.NaN
}
