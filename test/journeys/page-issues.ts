/** What axe-core finds wrong with a page for people who do not see it, or do not use a mouse. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

type Found = { id: string; impact: string; nodes: { html: string }[] }

/** One line each, of what is serious or worse. */
export async function seriousIssues(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate<Found[]>('axe.run().then(({ violations }) => violations)')
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
