/** What an amended file says otherwise of the plan itself: its title, number, signer, vocabulary. */
import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../changes.ts'

type Facts = Record<string, unknown>

/** Field by field. `kept` has been through JSON, which knows no dates and no order of fields. */
export function changedFacts(kept: Facts, said: Facts): Change['fields'] {
  const written: Facts = JSON.parse(JSON.stringify(said))
  return [...new Set([...Object.keys(kept), ...Object.keys(written)])]
    .filter((field) => !isDeepStrictEqual(kept[field], written[field]))
    .map((field) => ({ field, from: kept[field], to: written[field] }))
}
