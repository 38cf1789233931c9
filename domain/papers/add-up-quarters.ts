/** Adds quarters up to what a longer period reports: nothing is counted twice that is the same unit or plan. */
import type { Counts, PeriodFacts, UnitFacts } from './period-facts.ts'
import type { ExemplarFigures, QuarterFigures } from './quarter-figures.ts'

export type AddedUp = Pick<PeriodFacts, 'plans' | 'tasks' | 'units' | 'announcements' | 'urging'> &
  Pick<QuarterFigures, 'answers' | 'exemplars'>

export function addUpQuarters(quarters: QuarterFigures[]): AddedUp {
  const reached = new Set(quarters.flatMap(({ urging }) => urging.reached))
  const unreached = new Set(quarters.flatMap(({ urging }) => urging.unreached))
  return {
    plans: oncePer(
      quarters.flatMap(({ plans }) => plans),
      ({ code }) => code,
    ),
    tasks: quarters.flatMap(ofPlan(({ tasks }) => tasks)),
    answers: quarters.flatMap(ofPlan(({ answers }) => answers)),
    units: unitsOf(quarters.flatMap(({ units }) => units)),
    exemplars: exemplarsOf(quarters.flatMap(({ exemplars }) => exemplars)),
    announcements: quarters.flatMap(({ announcements }) => announcements),
    urging: {
      reminders: sum(quarters.map(({ urging }) => urging.reminders)),
      calls: sum(quarters.map(({ urging }) => urging.calls)),
      unitsReminded: reached.size,
      unreached: [...unreached].filter((code) => !reached.has(code)).length,
    },
  }
}

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
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
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
