/** Who gets the message of an announcement: everybody who answers for a unit, each once, and no unit without a row. */

export type PostHolder = {
  personId: number
  /** The chat that reaches them; null when there is none. */
  contactId: number | null
}

export type Delivery = {
  unitId: number
  /** Null where nobody holds a post of the unit. */
  personId: number | null
  /** Null: kept as the proof that nobody of the unit could be reached. */
  contactId: number | null
  /** The person has the message for another of their units already: this unit fares as that message does. */
  follows: boolean
}

/** `units` with those who hold their posts, heads first. A person of several units gets one message, for the first. */
export function planDeliveries(units: readonly { id: number; holders: readonly PostHolder[] }[]): Delivery[] {
  const written = new Set<number>()
  return units.flatMap(({ id: unitId, holders }): Delivery[] => {
    const reached = new Map(
      holders.flatMap((holder) => (holder.contactId ? [[holder.personId, holder]] : [])),
    )
    if (reached.size === 0) {
      return [{ unitId, personId: holders[0]?.personId ?? null, contactId: null, follows: false }]
    }
    return [...reached.values()].map(({ personId, contactId }) => {
      const follows = written.has(personId)
      written.add(personId)
      return { unitId, personId, contactId, follows }
    })
  })
}
