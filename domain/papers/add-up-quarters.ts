/** Adds quarters up to what a longer period reports: nothing is counted twice that is the same unit or plan. */
import type { Counts, PeriodFacts, UnitFacts } from './period-facts.ts'
import type { AnswerFigures, ExemplarFigures, QuarterFigures } from './quarter-figures.ts'
import { byBlockAndName } from './unit-order.ts'

export type AddedUp = Pick<QuarterFigures, 'plans'> &
  Pick<PeriodFacts, 'tasks' | 'units' | 'announcements' | 'urging'> &
  Pick<QuarterFigures, 'answers' | 'exemplars'>

export function addUpQuarters(quarters: QuarterFigures[]): AddedUp {
  const reached = new Set(quarters.flatMap(({ urging }) => urging.reached))
  const unreached = new Set(quarters.flatMap(({ urging }) => urging.unreached))
  const neverReached = [...unreached].filter((code) => !reached.has(code))
  const units = unitsOf(quarters.flatMap((quarter) => quarter.units))
  return {
    plans: oncePer(
      quarters.flatMap(({ plans }) => plans),
      ({ code }) => code,
    ),
    tasks: quarters.flatMap(ofPlan(({ tasks }) => tasks)),
    answers: inOrder(quarters.flatMap(ofPlan(({ answers }) => answers)).map(withReminders), units),
    units,
    exemplars: exemplarsOf(quarters.flatMap(({ exemplars }) => exemplars)),
    announcements: quarters.flatMap(({ announcements }) => announcements),
    urging: {
      reminders: sum(quarters.map(({ urging }) => urging.reminders)),
      calls: sum(quarters.map(({ urging }) => urging.calls)),
      unitsReminded: reached.size,
      unreached: neverReached.length,
      rows: {
        deliveries: quarters.flatMap(({ urging }) => urging.deliveryIds ?? []),
        calls: quarters.flatMap(({ urging }) => urging.callIds ?? []),
        reached: [...reached],
        unreached: neverReached,
      },
    },
  }
}

/** Those of quarters that were closed before they were kept are not known. */
const withReminders = (answer: AnswerFigures): AnswerFigures => ({
  ...answer,
  reminders: answer.reminders ?? [],
})

/** Quarters that were closed before figures named their plan had one plan. */
const ofPlan =
  <T extends { planCode?: string }>(rows: (quarter: QuarterFigures) => T[]) =>
  (quarter: QuarterFigures): T[] =>
    rows(quarter).map((row) => ({ ...row, planCode: row.planCode ?? quarter.plans[0]?.code ?? '' }))

/** One line a unit, with the counts of its quarters together, and the name and block it had last. */
function unitsOf(all: UnitFacts[]): UnitFacts[] {
  const byCode = new Map<string, UnitFacts>()
  for (const unit of all) {
    const before = byCode.get(unit.code)
    byCode.set(
      unit.code,
      before ? { ...unit, ...together(before, unit), lastSaid: later(before.lastSaid, unit.lastSaid) } : unit,
    )
  }
  return [...byCode.values()].sort(byBlockAndName)
}

/** Each once, as the last quarter knows it that knows it; approved in any of them is approved in the period. */
function exemplarsOf(all: ExemplarFigures[]): ExemplarFigures[] {
  const byId = Map.groupBy(all, ({ id }) => id)
  return [...byId.values()].flatMap((known) => {
    const last = known.at(-1)
    if (!last) return []
    const ways = known.map(({ earlier }) => earlier)
    const approved = ways.includes('approved') && last.earlier !== 'dropped'
    const earlier = ways.includes(undefined) ? undefined : approved ? 'approved' : last.earlier
    return [{ ...last, kind: known[0]?.kind, earlier }]
  })
}

/** Task by task as they come, and in each the units as they are listed. */
function inOrder(answers: AnswerFigures[], units: UnitFacts[]): AnswerFigures[] {
  const places = new Map(units.map(({ code }, at) => [code, at]))
  const placeOf = ({ unitCode }: AnswerFigures) => places.get(unitCode) ?? units.length
  const byTask = Map.groupBy(answers, ({ planCode, taskCode, quarter }) =>
    JSON.stringify([planCode, taskCode, quarter]),
  )
  return [...byTask.values()].flatMap((those) => those.sort((a, b) => placeOf(a) - placeOf(b)))
}

const together = (a: Counts, b: Counts): Counts => ({
  asked: a.asked + b.asked,
  done: a.done + b.done,
  inProgress: a.inProgress + b.inProgress,
  notStarted: a.notStarted + b.notStarted,
  blocked: a.blocked + b.blocked,
  silent: a.silent + b.silent,
  overdue: a.overdue + b.overdue,
})

const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && Date.parse(b) > Date.parse(a)) ? b : a

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0)

/** The first of each. */
function oncePer<T>(all: T[], key: (one: T) => string | number): T[] {
  const seen = new Set<string | number>()
  return all.filter((one) => {
    const known = seen.has(key(one))
    seen.add(key(one))
    return !known
  })
}
