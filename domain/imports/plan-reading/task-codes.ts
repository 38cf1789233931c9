/** Gives tasks their codes, the same ones again when the same plan comes again: Q4-b, CN-a, T3-1, II.2.b. */
import type { PlanItem } from './plan-item.ts'

const LONGEST = 20

/** In the order of the items. Under a heading of time the code tells the time, elsewhere the place in the plan. */
export function taskCodes(items: readonly PlanItem[]): { code: string; isTaken: boolean }[] {
  const given = new Set<string>()
  return items.map((item) => {
    const code = freeCode(wishOf(item), given)
    given.add(code)
    return { code, isTaken: code !== wishOf(item) }
  })
}

function wishOf({ period, label, clause }: PlanItem): string {
  const wish = period === null ? clause : `${period}-${label}`
  const clean = wish.replace(/[^\p{L}\d._-]/gu, '').slice(0, LONGEST)
  // A number alone says nothing to those who type it.
  return /^\d*$/.test(clean) ? `NV-${clean || 1}` : clean
}

/** The wish itself, or with the first number behind it that nobody has. */
export function freeCode(wish: string, given: ReadonlySet<string>): string {
  if (!given.has(wish)) return wish
  for (let count = 2; ; count++) {
    const code = `${wish.slice(0, LONGEST - 4)}-${count}`
    if (!given.has(code)) return code
  }
}
