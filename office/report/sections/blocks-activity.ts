/** In section II: how the units of each block stand. */
import type { Paragraph } from 'docx'
import { listed, said } from '../paragraphs.ts'
import { figure, share, type Writing } from '../writing.ts'

export function blocksActivity({ facts, t, tracer }: Writing): Paragraph[] {
  const blocks = Map.groupBy(
    facts.units.filter(({ block, asked }) => block !== null && asked > 0),
    ({ block }) => block ?? '',
  )
  if (blocks.size === 0) return [said(t('report.results.noBlocks'))]
  return listed(
    [...blocks].map(([block, units]) => {
      const sum = (name: 'asked' | 'done' | 'silent') => units.reduce((all, unit) => all + unit[name], 0)
      const words = t('report.results.block', {
        block,
        units: figure(units.length),
        asked: figure(sum('asked')),
        done: figure(sum('done')),
        percent: share(sum('done'), sum('asked')),
        silent: sum('silent') === 0 ? '' : t('report.results.blockSilent', { n: figure(sum('silent')) }),
      })
      return tracer.note(
        'II blocks',
        words,
        units.map(({ code }) => `unit ${code}`),
      )
    }),
  )
}
