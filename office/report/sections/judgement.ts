/** Section III: judgement, which is the writer's: drafts with the figures that speak for them. */
import type { Paragraph } from 'docx'
import type { Translate } from '../../../locales/i18n.ts'
import { part, saidAndDraft } from '../paragraphs.ts'
import { tracedCounts } from '../traced-counts.ts'
import { figure, unitRows, type Writing } from '../writing.ts'
import { kindsTold } from './kinds-told.ts'

export function judgement(writing: Writing): Paragraph[] {
  const { facts, t } = writing
  const counts = tracedCounts(writing, 'III', facts.answers)
  const weak = weaknesses(writing, counts.overdue)
  const kinds = kindsTold(writing, 'III causes')
  return [
    part(t('report.judgement.title')),
    saidAndDraft(t('report.judgement.good'), good(counts, t)),
    saidAndDraft(
      t('report.judgement.weak'),
      weak.length === 0
        ? t('report.judgement.weakUnknown')
        : t('report.judgement.weakDraft', { weak: weak.join('; ') }),
    ),
    saidAndDraft(
      t('report.judgement.causes'),
      kinds === '' ? t('report.judgement.causesUnknown') : t('report.judgement.causesDraft', { kinds }),
    ),
  ]
}

function good(counts: ReturnType<typeof tracedCounts>, t: Translate): string {
  const { done } = counts
  if (done === '0') return t('report.judgement.goodUnknown')
  return t('report.judgement.goodDraft', { done, asked: counts.asked, percent: counts.percent })
}

function weaknesses({ facts, t, tracer }: Writing, overdue: string): string[] {
  const silent = facts.units.filter((unit) => unit.silent > 0).map(({ code }) => code)
  return [
    ...(silent.length > 0
      ? [
          t('report.judgement.silent', {
            units: figure(tracer.note('III silent units', silent.length, unitRows(silent))),
          }),
        ]
      : []),
    ...(overdue === '0' ? [] : [t('report.judgement.overdue', { overdue })]),
  ]
}
