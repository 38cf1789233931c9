/** Section V: proposals, a draft from the difficulties that only superiors can clear away, and the end of the report. */
import type { Paragraph } from 'docx'
import { draft, part, said } from '../paragraphs.ts'
import { periodName } from '../period-name.ts'
import type { Writing } from '../writing.ts'
import { difficultiesByKind } from './difficulties.ts'
import { lowered } from './judgement.ts'

export function proposals({ facts, paper, t }: Writing): Paragraph[] {
  const kinds = difficultiesByKind(facts.answers).filter(({ kind }) =>
    ['money', 'guidance', 'superior'].includes(kind),
  )
  const named = kinds.map(({ kind }) => lowered(t(`report.difficulty.${kind}`))).join('; ')
  return [
    part(t('report.proposals.title')),
    draft(named === '' ? t('report.proposals.draft') : t('report.proposals.draftFrom', { kinds: named })),
    said(t('report.proposals.close', { period: periodName(facts, t), issuer: paper.issuerName })),
  ]
}
