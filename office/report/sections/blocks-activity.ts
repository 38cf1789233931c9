/** In section II: how the units of each block stand. */
import type { Paragraph } from 'docx'
import { listed, said } from '../paragraphs.ts'
import { tracedCounts } from '../traced-counts.ts'
import type { Writing } from '../writing.ts'

export function blocksActivity(writing: Writing): Paragraph[] {
  const { facts, t } = writing
  const blocks = Map.groupBy(
    facts.units.filter(({ block, asked }) => block !== null && asked > 0),
    ({ block }) => block ?? '',
  )
  if (blocks.size === 0) return [said(t('report.results.noBlocks'))]
  const lines = [...blocks].map(([block, units]) => {
    const codes = new Set(units.map(({ code }) => code))
    const answers = facts.answers.filter(({ unitCode }) => codes.has(unitCode))
    const { done, asked, percent } = tracedCounts(writing, `II blocks ${block}`, answers)
    return t('report.results.block', { block, done, asked, percent })
  })
  return listed(lines)
}
