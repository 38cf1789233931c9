/** Who may decide what a unit asks for: the office, and the leader it was passed to; never the unit itself. */

/** `own`: it is their own unit's. `not_theirs`: a leader's to whom it was not passed. */
type Refusal = 'own' | 'not_theirs'

/** Null: they may. */
export function refusedToDecide(
  person: { id: number; unitIds: readonly number[]; is: { office: boolean; leader: boolean } },
  request: { unitId: number; passedToId: number | null },
): Refusal | null {
  if (person.unitIds.includes(request.unitId)) return 'own'
  if (person.is.office || (person.is.leader && request.passedToId === person.id)) return null
  return 'not_theirs'
}
