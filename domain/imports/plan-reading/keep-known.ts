/** Fills what a document leaves unsaid with what is known of the same plan, so that reading it again undoes nothing. */
import { z } from 'zod'
import { fold } from '../../vietnamese.ts'
import type { PlanFile, PlanTask } from '../plans/file.ts'
import { areLike } from './known-tasks.ts'

type Facts = Record<string, unknown>

/** `tasks` are those that stand in the plan now; `facts` what is kept of the plan itself. */
export function keepKnown(file: PlanFile, known: { facts: Facts; tasks: readonly PlanTask[] }): PlanFile {
  const tasks = new Map(known.tasks.map((task) => [task.code, task]))
  return {
    plan: { ...file.plan, facts: filledFacts(file.plan.facts, known.facts) },
    tasks: file.tasks.map((task) => filledTask(task, tasks.get(task.code))),
  }
}

/** A document has no short titles and no kinds of evidence, and seldom says who acts or on which day. */
function filledTask(read: PlanTask, known: PlanTask | undefined): PlanTask {
  if (!known || !isSameTask(read, known)) return read
  const { shortTitle, titleBasis, evidence, evidenceBasis, audience, audienceBasis, asksUnitHeads } = known
  const { quarter, dueOn, dueBasis } = known
  return {
    ...read,
    ...{ shortTitle, titleBasis, evidence, evidenceBasis },
    ...(read.audienceBasis === 'inferred' || isWithin(read.audience, audience)
      ? { audience, audienceBasis, asksUnitHeads }
      : {}),
    ...(read.dueBasis === known.dueBasis && read.dueBasis !== 'stated' ? { quarter, dueOn, dueBasis } : {}),
    note: read.note ?? known.note,
  }
}

/** Where the words are others, what was known of the task need not hold. */
const isSameTask = (read: PlanTask, known: PlanTask) =>
  areLike(fold(read.fullText), fold(known.fullText), 1 / 4)

const isWithin = (some: readonly string[], all: readonly string[]) => some.every((each) => all.includes(each))

function filledFacts(read: Facts, known: Facts): Facts {
  const areSame = textsOf(read.standingDuties) === textsOf(known.standingDuties)
  const { vocabulary = read.vocabulary, standingDuties } = known
  return { ...known, ...read, vocabulary, ...(areSame ? { standingDuties } : {}) }
}

const duties = z.array(z.object({ code: z.string(), fullText: z.string() })).catch([])

const textsOf = (kept: unknown): string =>
  duties
    .parse(kept)
    .map(({ code, fullText }) => `${code} ${fold(fullText)}`)
    .join('\n')
