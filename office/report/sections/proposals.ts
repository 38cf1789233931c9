/** Section V: proposals, a draft from the difficulties that only superiors can clear away, and the end of the report. */
import type { Paragraph } from 'docx'
import { draft, lastWords, part } from '../paragraphs.ts'
import { periodName } from '../period-name.ts'
import type { Writing } from '../writing.ts'
import { kindsTold } from './kinds-told.ts'

export function proposals(writing: Writing): Paragraph[] {
  const { facts, paper, t } = writing
  const kinds = kindsTold(writing, 'V proposals', ['money', 'guidance', 'superior'])
  return [
    part(t('report.proposals.title')),
    draft(kinds === '' ? t('report.proposals.draft') : t('report.proposals.draftFrom', { kinds })),
    lastWords(t('report.proposals.close', { period: periodName(facts, t), issuer: paper.issuerName })),
  ]
}
