/** Section III: judgement, which is the writer's: drafts with the figures that speak for them. */
import type { Paragraph } from 'docx'
import { clause, draft, part } from '../paragraphs.ts'
import { tracedCounts } from '../traced-counts.ts'
import type { Writing } from '../writing.ts'
import { difficultiesByKind } from './difficulties.ts'

export function judgement(writing: Writing): Paragraph[] {
  const { facts, t, tracer } = writing
  const counts = tracedCounts(writing, 'III', facts.answers)
  const silent = facts.units.filter((unit) => unit.silent > 0)
  const units = tracer.note(
    'III silent units',
    silent.length,
    silent.map(({ code }) => `unit ${code}`),
  )
  const kinds = difficultiesByKind(facts.answers).map(({ kind }) => lowered(t(`report.difficulty.${kind}`)))
  return [
    part(t('report.judgement.title')),
    clause(t('report.judgement.good')),
    draft(t('report.judgement.goodDraft', counts)),
    clause(t('report.judgement.weak')),
    draft(t('report.judgement.weakDraft', { ...counts, units })),
    clause(t('report.judgement.causes')),
    draft(
      kinds.length === 0
        ? t('report.judgement.causesUnknown')
        : t('report.judgement.causesDraft', { kinds: kinds.join('; ') }),
    ),
  ]
}

export const lowered = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
