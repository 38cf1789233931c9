/** Debian's Chromium, or whichever CHROMIUM_PATH names; a machine without one skips what needs it, and says so. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

const PATH = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** For `test.skipIf`, and for a title that says why. */
export const noChromium = !existsSync(PATH)
export const titled = (title: string) =>
  noChromium ? `${title} (skipped: there is no Chromium at ${PATH})` : title

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: PATH,
    args: ['--no-sandbox', '--lang=vi-VN', '--disable-gpu', '--no-first-run', ...NO_NETWORK],
    env: { ...process.env, LANGUAGE: 'vi' },
  })

/** It asks nobody but the page under test: elsewhere it would knock in vain, many times a second. */
const NO_NETWORK = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

/** A page of its own for the test, which fails when anything went wrong in it that was not `expected`. */
export async function openPage(browser: Browser, url: string, expected?: RegExp): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })
  const complaints: string[] = []
  page.on('console', (message) => void complaints.push(...complaintOf(message.type(), message.text())))
  page.on('pageerror', (error) => void complaints.push(error.message))
  await page.goto(url)
  onTestFinished(async () => {
    await page.close()
    expect(complaints.filter((complaint) => !expected?.test(complaint))).toEqual([])
  })
  return page
}

const complaintOf = (type: string, text: string): string[] =>
  type === 'error' || type === 'warning' ? [`${type}: ${text}`] : []

/** Kept where SCREENSHOTS says; without it nothing is. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
