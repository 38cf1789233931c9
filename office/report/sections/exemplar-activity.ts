/** In section II: exemplary people, collectives and households by the four stages. */
import type { Paragraph } from 'docx'
import type { ExemplarFacts } from '../../../domain/papers/period-facts.ts'
import { said } from '../paragraphs.ts'
import { figure, type Writing } from '../writing.ts'

export function exemplarActivity({ facts, t, tracer }: Writing): Paragraph[] {
  const all = facts.exemplars
  if (all.length === 0) return [said(t('report.results.noExemplars'))]
  const count = (name: string, which: (exemplar: ExemplarFacts) => boolean) => {
    const counted = all.filter(which)
    return figure(
      tracer.note(
        `II exemplars ${name}`,
        counted.length,
        counted.map(({ id }) => `exemplar ${id}`),
      ),
    )
  }
  const ofKind = (kind: ExemplarFacts['kind']) => count(kind, (one) => one.kind === kind)
  const atStage = (stage: ExemplarFacts['stage']) => count(stage, (one) => one.stage === stage)
  return [
    said(
      t('report.results.exemplarCounts', {
        all: count('all', () => true),
        person: ofKind('person'),
        collective: ofKind('collective'),
        household: ofKind('household'),
        approved: count('approved', ({ review }) => review === 'approved'),
        review: count('in review', ({ review }) => review !== 'approved'),
      }),
    ),
    said(
      t('report.results.stages', {
        discovered: atStage('discovered'),
        fostered: atStage('fostered'),
        summed_up: atStage('summed_up'),
        spread: atStage('spread'),
      }),
    ),
    said(t('report.results.exemplarDetail')),
  ]
}
