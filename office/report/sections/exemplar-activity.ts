/** In section II: exemplary people, collectives and households by the four stages. */
import type { Paragraph } from 'docx'
import { EXEMPLAR_KINDS, EXEMPLAR_STAGES } from '../../../domain/exemplars/exemplar.ts'
import type { ExemplarFacts } from '../../../domain/papers/period-facts.ts'
import { said } from '../paragraphs.ts'
import { figure, type Writing } from '../writing.ts'

export function exemplarActivity(writing: Writing): Paragraph[] {
  const { facts, t } = writing
  const proposed = facts.exemplars.filter(({ earlier }) => earlier === null)
  const told = [
    ...(proposed.length === 0 ? [t('report.results.noExemplars')] : proposedOnes(writing, proposed)),
    ...earlierOnes(writing),
    ...(facts.exemplars.length === 0 ? [] : [t('report.results.exemplarDetail')]),
  ]
  return [said(told.join(' '))]
}

/** What is none is not said. */
function proposedOnes(writing: Writing, proposed: readonly ExemplarFacts[]): string[] {
  const { t } = writing
  const count = counter(writing, proposed)
  const parts = <Name extends string>(
    names: readonly Name[],
    isOf: (one: ExemplarFacts, name: Name) => boolean,
    words: (name: Name, n: string) => string,
  ) =>
    names.flatMap((name) => {
      const isIt = (one: ExemplarFacts) => isOf(one, name)
      return proposed.some(isIt) ? [words(name, count(name, isIt))] : []
    })
  const kinds = parts(
    EXEMPLAR_KINDS,
    ({ kind }, name) => kind === name,
    (name, n) => t(`report.results.ofKind.${name}`, { n }),
  )
  const states = parts(
    ['approved', 'review', 'dropped'] as const,
    (one, name) => stateOf(one) === name,
    (name, n) => t(`report.results.inState.${name}`, { n }),
  )
  const stages = parts(
    EXEMPLAR_STAGES,
    (one, name) => one.stage === name && stateOf(one) !== 'dropped',
    (name, n) => t(`report.results.atStage.${name}`, { n }),
  )
  return [
    t('report.results.exemplarCounts', {
      all: count('all', () => true),
      kinds: kinds.join(', '),
      states: states.join(', '),
    }),
    ...(stages.length === 0 ? [] : [t('report.results.stages', { stages: stages.join('; ') })]),
  ]
}

function stateOf({ review }: ExemplarFacts): 'approved' | 'review' | 'dropped' {
  if (review === 'approved') return 'approved'
  return review === 'withdrawn' || review === 'same' ? 'dropped' : 'review'
}

/** What became, in the period, of what was proposed before it. */
function earlierOnes(writing: Writing): string[] {
  const { facts, t } = writing
  const count = counter(writing, facts.exemplars)
  return (['approved', 'moved'] as const).flatMap((way) => {
    const isSo = ({ earlier }: ExemplarFacts) => earlier === way
    return facts.exemplars.some(isSo)
      ? [t(`report.results.earlier.${way}`, { n: count(`earlier ${way}`, isSo) })]
      : []
  })
}

const counter =
  ({ tracer }: Writing, all: readonly ExemplarFacts[]) =>
  (name: string, which: (exemplar: ExemplarFacts) => boolean): string => {
    const counted = all.filter(which)
    const rows = counted.map(({ id }) => `exemplar ${id}`)
    return figure(tracer.note(`II exemplars ${name}`, counted.length, rows))
  }
