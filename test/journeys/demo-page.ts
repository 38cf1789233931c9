/** The phones on the demo's page, as a test handles them. */
import type { Locator, Page } from 'playwright-core'

export const phone = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: `Điện thoại của ${name}` })

/** Types into a phone and sends. */
export async function says(of: Locator, words: string): Promise<void> {
  await of.getByLabel('Tin nhắn', { exact: true }).fill(words)
  await of.getByLabel('Tin nhắn', { exact: true }).press('Enter')
}

/** Presses the newest button that begins so. */
export const taps = (of: Locator, label: string): Promise<void> =>
  of.locator('.row').getByRole('button', { name: label }).last().click()
