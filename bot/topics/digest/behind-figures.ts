/** What stands behind a digest's figures: each block, and each difficulty that waits for a word. */
import { type DigestFigures, percentDone } from '../../../domain/digests/digest-figures.ts'
import type { Translate } from '../../../locales/i18n.ts'
import { requestLine } from '../../../locales/leader-digest.ts'

const MOST_LINES = 12

export function blocksText({ blocks, quarter, year }: DigestFigures, t: Translate): string {
  const head = t('digest.blocksHead', { quarter: t(`opening.quarter.${quarter}`), year })
  const lines = blocks.map((block) =>
    t('digest.blockLine', { ...block, percent: percentDone(block.done, block.asked) }),
  )
  return [head, ...lines].join('\n')
}

export function difficultiesText({ requests }: DigestFigures, t: Translate): string {
  if (requests.length === 0) return t('digest.noDifficulties')
  const lines = requests.slice(0, MOST_LINES).map((request) => `- ${requestLine(request, t)}`)
  const rest = requests.length - lines.length
  const more = rest > 0 ? [t('digest.moreLines', { n: rest })] : []
  return [t('digest.difficultiesHead', { n: requests.length }), ...lines, ...more].join('\n')
}
