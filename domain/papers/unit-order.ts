/** The order in which papers list units: block by block, and by their names as Vietnamese sorts them; never by a code, which no reader sees. */
import type { UnitFacts } from './period-facts.ts'

type Listed = Pick<UnitFacts, 'block' | 'unit'>

const { compare } = new Intl.Collator('vi', { numeric: true })

/** Units without a block come last. */
export function byBlockAndName(a: Listed, b: Listed): number {
  if (a.block !== b.block) {
    if (a.block === null) return 1
    if (b.block === null) return -1
    const blocks = compare(a.block, b.block)
    if (blocks !== 0) return blocks
  }
  return compare(a.unit, b.unit)
}
