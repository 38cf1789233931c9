/** What an import would do: the items of a file held against the items already known, by their codes. */

type FieldChange = { field: string; from: unknown; to: unknown }

export type Change = { code: string; fields: FieldChange[] }

export type Changes<Item> = {
  added: Item[]
  changed: Change[]
  /** Codes. */
  unchanged: string[]
  /** Known, but not in the file. */
  gone: Item[]
}

/**
 * A field that the file leaves undefined is one it says nothing about, and never counts as changed; nor does one of
 * those that are `noNews`.
 */
export function compareByCode<Item extends { code: string }>(
  known: readonly Item[],
  incoming: readonly Item[],
  noNews: readonly (keyof Item)[] = [],
): Changes<Item> {
  const before = new Map(known.map((item) => [item.code, item]))
  const now = new Set(incoming.map((item) => item.code))
  const met = incoming.flatMap((item) => {
    const old = before.get(item.code)
    return old ? [{ code: item.code, fields: changedFields(old, item, noNews) }] : []
  })
  return {
    added: incoming.filter((item) => !before.has(item.code)),
    changed: met.filter(({ fields }) => fields.length > 0),
    unchanged: met.filter(({ fields }) => fields.length === 0).map(({ code }) => code),
    gone: known.filter((item) => !now.has(item.code)),
  }
}

function changedFields(known: object, incoming: object, noNews: readonly PropertyKey[]): FieldChange[] {
  const before = new Map<string, unknown>(Object.entries(known))
  return Object.entries(incoming)
    .filter(([field, to]) => to !== undefined && !noNews.includes(field) && !isSame(before.get(field), to))
    .map(([field, to]) => ({ field, from: before.get(field), to }))
}

/** Lists and dates are the same when they are written the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
