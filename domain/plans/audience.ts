/** Whom a task of the plan concerns, and which units are asked about it by message. */

/** The groups that a plan names, in its own words. */
export const AUDIENCES = [
  'all_units',
  'blocks',
  'schools',
  'propaganda',
  'office',
  'leaders',
  'council',
] as const

export type Audience = (typeof AUDIENCES)[number]

export type UnitForAudience = {
  unitType: string
  isBlockLead: boolean
  /** Named by the office as one that spreads the word. */
  isPropaganda: boolean
  isCoordinatingOffice: boolean
}

const BELONGS: Record<Audience, (unit: UnitForAudience) => boolean> = {
  all_units: () => true,
  blocks: (unit) => unit.isBlockLead,
  schools: (unit) => unit.unitType === 'truong_hoc',
  propaganda: (unit) => unit.isPropaganda,
  // See UNASKED.
  office: () => false,
  leaders: () => false,
  council: () => false,
}

/** These work with the plan in the office's own rooms and meetings, not by message. */
const UNASKED: readonly Audience[] = ['office', 'leaders', 'council']

/** Whether a message can ask this group. */
export const asksUnits = (group: Audience): boolean => !UNASKED.includes(group)

/** The units whose heads are asked, each once, in the order given. The office that asks never asks itself. */
export function unitsAsked<Unit extends UnitForAudience>(
  task: { audience: readonly Audience[]; asksUnitHeads: boolean },
  units: readonly Unit[],
): Unit[] {
  if (!task.asksUnitHeads) return []
  return units.filter(
    (unit) => !unit.isCoordinatingOffice && task.audience.some((group) => BELONGS[group](unit)),
  )
}
