/** Who is reminded of what on a day: one message a person, with everything in it that their units owe. */

import type { Calendar } from '../calendar.ts'
import { isBefore } from '../day-order.ts'
import { quarterOf } from '../quarter.ts'
import {
  type Cadence,
  DEFAULT_CADENCE,
  isPutOff,
  type UrgedAssignment,
  type WaveDue,
  waveDue,
} from './cadence.ts'
import type { PostHolder, ReminderFacts, ReminderTask, ReminderUnit } from './facts.ts'
import { type Opening, openingDue } from './opening.ts'

/** `unit` is the unit's short name, there only when the person answers for several. */
export type PlannedTask = ReminderTask & { unit?: string }

type PlannedItem = PlannedTask & Pick<WaveDue, 'waves' | 'late' | 'daysLeft'>

export type PlannedMessage = {
  date: Temporal.PlainDate
  personId: number
  recipient: string
  /** Null: nobody of the unit can be reached, and the ledger will say so. */
  contactId: number | null
  units: ReminderUnit[]
  /** What is urged, the earliest due first. */
  items: PlannedItem[]
  /** The quarter's tasks that are not done, those among `items` too; none when the units are asked for nothing. */
  opening: (Opening & { tasks: PlannedTask[] }) | null
  /** `opening`, then the labels of the waves from the earliest to the latest: for the ledger. */
  why: string[]
  /** Nothing in it fell today: the service was down on the days of all its waves. */
  old: boolean
}

/** What one unit is to hear today. */
type UnitDue = { unit: ReminderUnit; items: PlannedItem[]; opening: PlannedMessage['opening'] }

/**
 * The messages of a day, in the order of the units. Everybody who holds a post of a unit and can be reached gets one;
 * where nobody can, the head stands in. A unit waits for the next working day when one of its people has had their
 * message of this day already, so that all of them hear the same.
 */
export function planReminders(
  facts: ReminderFacts,
  on: Temporal.PlainDate,
  calendar: Calendar,
  cadence: Cadence = DEFAULT_CADENCE,
): PlannedMessage[] {
  const tasksOf = Map.groupBy(facts.tasks, ({ unitId }) => unitId)
  const holdersOf = Map.groupBy(facts.holders, ({ unitId }) => unitId)
  const unitsHeld = Map.groupBy(facts.holders, ({ personId }) => personId)
  const dueOf = rememberingWaves(on, calendar, cadence)
  const toTell = new Map<number, { holder: PostHolder; dues: UnitDue[] }>()

  for (const unit of facts.units) {
    const recipients = recipientsAmong(holdersOf.get(unit.id) ?? [])
    if (recipients.some(({ personId }) => facts.written.has(personId))) continue
    const tasks = tasksOf.get(unit.id) ?? []
    const items = itemsAmong(tasks, dueOf)
    const opening = openingOf(tasks, facts.plans, on, calendar)
    const rests = facts.pausedUntil?.get(unit.id)
    // In a storm it is no news that there is nothing to do.
    const isNews = opening !== null && (opening.tasks.length > 0 || !rests || !isBefore(on, rests))
    if (items.length === 0 && !isNews) continue
    for (const holder of recipients) {
      const { dues } = toTell.get(holder.personId) ?? { dues: [] }
      toTell.set(holder.personId, { holder, dues: [...dues, { unit, items, opening }] })
    }
  }
  return [...toTell.values()].map(({ holder, dues }) => {
    const several = new Set(unitsHeld.get(holder.personId)?.map(({ unitId }) => unitId)).size > 1
    return messageTo(holder, several ? dues.map(namingUnit) : dues, on)
  })
}

/** Each person once, however many posts they hold in the unit. */
function recipientsAmong(holders: readonly PostHolder[]): PostHolder[] {
  const people = [...new Map(holders.map((holder) => [holder.personId, holder])).values()]
  const reached = people.filter(({ contactId }) => contactId !== null)
  return reached.length > 0 ? reached : people.slice(0, 1)
}

const itemsAmong = (tasks: readonly ReminderTask[], dueOf: (task: UrgedAssignment) => WaveDue | null) =>
  tasks.flatMap((task): PlannedItem[] => {
    const due = dueOf(task)
    return due ? [{ ...task, waves: due.waves, late: due.late, daysLeft: due.daysLeft }] : []
  })

/** Many units owe the same by the same day: what is due is worked out once for all of them (a year of 60 units in 1 s, not 12). */
function rememberingWaves(on: Temporal.PlainDate, calendar: Calendar, cadence: Cadence) {
  const known = new Map<string, WaveDue | null>()
  return (task: UrgedAssignment): WaveDue | null => {
    const { dueOn, status, urgedThrough, urgedFrom, putOffUntil } = task
    const key = `${status === 'done'} ${dueOn} ${urgedThrough} ${urgedFrom} ${putOffUntil}`
    let due = known.get(key)
    if (due === undefined) {
      due = waveDue(task, on, calendar, cadence)
      known.set(key, due)
    }
    return due
  }
}

function openingOf(
  tasks: readonly ReminderTask[],
  plans: ReminderFacts['plans'],
  on: Temporal.PlainDate,
  calendar: Calendar,
): UnitDue['opening'] {
  const asked = tasks.filter(({ year, quarter }) => year === on.year && quarter === quarterOf(on))
  if (asked.length === 0) {
    const plan = plans.find(({ year }) => year === on.year)
    const opening = plan && openingDue({ knownFrom: plan.knownFrom, openedThrough: null }, on, calendar)
    // That there is nothing to do is news on the day alone.
    return opening && !opening.late ? { ...opening, tasks: [] } : null
  }
  const [knownFrom] = asked.map(({ urgedFrom }) => urgedFrom).sort(Temporal.PlainDate.compare)
  const openedThrough = asked.flatMap(({ openedOn }) => openedOn ?? []).sort(Temporal.PlainDate.compare)
  const open = asked.filter(({ status }) => status !== 'done')
  const opening =
    knownFrom &&
    openingDue(
      { knownFrom, openedThrough: openedThrough.at(-1) ?? null, restedUntil: restedUntil(open) },
      on,
      calendar,
    )
  // While reminders rest for a storm, the quarter waits with them.
  if (!opening || open.every((task) => isPutOff(task, on))) return null
  // A unit that has answered already knows its quarter: a missed opening would come after the event.
  if (opening.late && asked.some(({ status }) => status !== 'silent')) return null
  return { ...opening, tasks: open }
}

/** The day on which reminders of the first of these begin again; null where one of them never rested. */
function restedUntil(open: readonly ReminderTask[]): Temporal.PlainDate | null {
  const days = open.flatMap(({ putOffUntil }) => putOffUntil ?? [])
  return days.length < open.length ? null : (days.sort(Temporal.PlainDate.compare)[0] ?? null)
}

function namingUnit({ unit, items, opening }: UnitDue): UnitDue {
  const named = <Task>(task: Task) => ({ ...task, unit: unit.shortName })
  return {
    unit,
    items: items.map(named),
    opening: opening && { ...opening, tasks: opening.tasks.map(named) },
  }
}

function messageTo(holder: PostHolder, dues: UnitDue[], on: Temporal.PlainDate): PlannedMessage {
  const items = dues.flatMap((due) => due.items).sort((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))
  const openings = dues.flatMap((due) => due.opening ?? [])
  const [first] = openings
  const tasks = openings.flatMap((opening) => opening.tasks)
  // "Nothing to report" of one unit is no news beside what another owes.
  const opening = first && (tasks.length > 0 || items.length === 0) ? { ...first, tasks } : null
  const waves = items.flatMap((item) => item.waves).sort((a, b) => a.offset - b.offset)
  const labels = waves.map(({ label }) => label)
  return {
    date: on,
    personId: holder.personId,
    recipient: holder.name,
    contactId: holder.contactId,
    units: dues.filter((due) => opening || due.items.length > 0).map(({ unit }) => unit),
    items,
    opening,
    why: [...new Set(opening ? ['opening', ...labels] : labels)],
    old: items.every(({ late }) => late) && (opening?.late ?? true),
  }
}

/** For the ledger: why the message speaks of each assignment. */
export function reasonsOf({ items, opening }: PlannedMessage): Map<number, string[]> {
  const reasons = new Map<number, string[]>(opening?.tasks.map(({ id }) => [id, ['opening']]))
  for (const { id, waves } of items) {
    reasons.set(id, [...(reasons.get(id) ?? []), ...waves.map(({ label }) => label)])
  }
  return reasons
}
