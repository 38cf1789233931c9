/** The demo's page as a visitor meets it in a browser. */
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { noChromium, openPage, screenshot, startBrowser, titled } from './browser.ts'
import { phone, says } from './demo-page.ts'
import { type Demo, startDemo } from './demo-program.ts'
import { seriousIssues } from './page-issues.ts'
import { conference, schoolYard } from './scenes.ts'

const SECONDS = 1_000

describe.skipIf(noChromium)(titled('in a browser'), () => {
  let demo: Demo
  let browser: Browser
  beforeAll(async () => {
    ;[demo, browser] = await Promise.all([startDemo(), startBrowser()])
    return async () => {
      await browser.close()
      await demo.interrupt()
    }
  }, 120_000)

  /** The clock stands there, and time does not pass any more. */
  const arrives = async (page: Page, day: string) => {
    await page.locator('.clock .date', { hasText: day }).waitFor({ timeout: 240 * SECONDS })
    await page.locator('.clock[aria-busy=false]').waitFor({ timeout: 240 * SECONDS })
  }

  test('four phones have joined, and one without buttons is reminded with numbers', async () => {
    const page = await openPage(browser, demo.url)
    for (const name of ['Nguyễn Thị Hương Giang', 'Vũ Văn Nhiên', 'Đặng Thùy Linh', 'Lương Quốc Bình'])
      await phone(page, name).getByText('Đã đăng ký').waitFor()
    const head = phone(page, 'Vũ Văn Nhiên')
    await head.getByLabel('Không nút (như Zalo)').check()
    await head.getByText('cuộc trò chuyện mới').waitFor()
    expect(await seriousIssues(page)).toEqual([])
  }, 120_000)

  test('the clock jumps to the end of the quarter, and each reminder tells why it went out', async () => {
    const page = await openPage(browser, demo.url)
    await page.getByLabel('Đến ngày').fill('31-12')
    await page.getByRole('button', { name: 'Đi', exact: true }).click()
    await arrives(page, '31/12/2026')
    const timeline = page.locator('.timeline')
    for (const wave of ['T-14', 'T-7', 'T-3', 'T-1', 'T-0'])
      await timeline.getByText(`${wave} · CN-a, CN-b, CN-c, Q4-b, Q4-c · 31/12 là thứ Năm`).waitFor()
    const days = await timeline.locator('h3').allTextContents()
    for (const day of ['17/12', '24/12', '28/12', '30/12', '31/12'])
      expect(days.some((heading) => heading.includes(day))).toBe(true)
    await phone(page, 'Vũ Văn Nhiên').getByText('Đến hạn hôm nay').waitFor()
    await screenshot(page, 'quarter')
    expect(await seriousIssues(page)).toEqual([])
  }, 500_000)

  test('a unit head answers with a tap, with words and with photos', async () => {
    const page = await openPage(browser, demo.url)
    const head = phone(page, 'Nguyễn Thị Hương Giang')
    await head.getByRole('button', { name: '1. Đã xong' }).last().click()
    await head.getByText('đang soạn tin').waitFor()
    await head.getByText('Vừa ghi nhận').waitFor()
    await head.getByLabel('Gửi ảnh hoặc tệp').setInputFiles([
      { name: 'hội nghị.png', mimeType: 'image/png', buffer: conference() },
      { name: 'sân trường.png', mimeType: 'image/png', buffer: schoolYard() },
    ])
    await head.getByText('Đã nhận 2 tệp').waitFor()
    await head.getByRole('button', { name: 'Xem ảnh hội nghị.png' }).click()
    await page.getByRole('dialog', { name: 'hội nghị.png' }).waitFor()
    await page.keyboard.press('Escape')
    // These two stand in the README.
    await screenshot(page, 'demo')
    await page.setViewportSize({ width: 390, height: 844 })
    await screenshot(page, 'demo-phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await says(head, 'viec 2 dang lam')
    await head.getByText('Đã ghi nhận “Đơn vị, khối tổng kết').waitFor()
  }, 120_000)

  test('without buttons "1" and then "2" record that the task is in progress', async () => {
    const page = await openPage(browser, demo.url)
    const head = phone(page, 'Vũ Văn Nhiên')
    await says(head, '1')
    await head.getByText('2. Đang làm').last().waitFor()
    await says(head, '2')
    await head.getByText('Đã ghi nhận “Báo cáo tổng kết năm 2026').waitFor()
    await screenshot(page, 'numbers')
  }, 120_000)

  test('another unit is picked up and joins, with the keyboard alone', async () => {
    const page = await openPage(browser, demo.url)
    const before = page.locator('.phone').first()
    await before.getByLabel('Đổi người cầm máy này').focus()
    await page.keyboard.type('TDP Bến Gót')
    const head = phone(page, 'Phạm Thị Mùi')
    await head.getByText('Đã đăng ký').waitFor()
    // Past the switch, the chat and the files.
    for (let step = 0; step < 4; step++) await page.keyboard.press('Tab')
    await page.keyboard.type('việc')
    await page.keyboard.press('Enter')
    await head.getByText('Các việc của đơn vị').waitFor()
    // Backwards past the files to the last button of the chat.
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await head.getByText('đúng không').waitFor()
    const names = ['Phạm Thị Mùi', 'Vũ Văn Nhiên', 'Đặng Thùy Linh', 'Lương Quốc Bình']
    expect(await page.locator('.phone h2').allTextContents()).toEqual(names)
    // Whoever stands on one phone cannot be picked on another, and a page that is loaded again shows the same.
    expect(await head.locator('option:disabled').count()).toBe(3)
    await page.reload()
    await head.getByText('đúng không').waitFor()
    expect(await page.locator('.phone h2').allTextContents()).toEqual(names)
  }, 120_000)

  test('the keyboard stops at what the newest message offers, and goes to older buttons with the arrows', async () => {
    const page = await openPage(browser, demo.url)
    const head = phone(page, 'Nguyễn Thị Hương Giang')
    await head.locator('.row').first().waitFor()
    const focused = () => page.evaluate<string>('document.activeElement.textContent')
    const stops = head.locator('.list button:not([tabindex="-1"])')
    const [all, reached] = [await head.locator('.list button').count(), await stops.count()]
    expect(reached).toBeGreaterThan(0)
    expect(all).toBeGreaterThan(reached)
    await stops.first().focus()
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe(
      await head
        .locator('.list button')
        .nth(all - reached - 1)
        .textContent(),
    )
    await head.getByRole('link', { name: 'Tới ô nhắn tin' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('trợ giúp')
    expect(await head.getByLabel('Tin nhắn', { exact: true }).inputValue()).toBe('trợ giúp')
  }, 120_000)

  test('what could not be sent stays in the line, and what is too much is refused before it is sent', async () => {
    const page = await openPage(browser, demo.url, /ERR_FAILED/)
    const head = phone(page, 'Nguyễn Thị Hương Giang')
    const line = head.getByLabel('Tin nhắn', { exact: true })
    await page.route('**/text', (route) => route.abort())
    await says(head, 'việc 1 đã xong')
    await head.getByText('Không thực hiện được').waitFor()
    expect(await line.inputValue()).toBe('việc 1 đã xong')
    await says(head, 'a'.repeat(4_100))
    await head.getByText('Tin dài 4100 ký tự').waitFor()
    const files = Array.from({ length: 11 }, (_, nth) => ({
      name: `${nth}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from('x'),
    }))
    await line.fill('')
    await head.getByLabel('Gửi ảnh hoặc tệp').setInputFiles(files)
    await head.getByText('nhiều nhất 10 tệp').waitFor()
    await page.getByLabel('Đến ngày').fill('32/13')
    await page.getByRole('button', { name: 'Đi', exact: true }).click()
    await page.getByText('Xin gõ ngày dạng 31/12').waitFor()
  }, 120_000)

  test('a narrow screen shows one phone at a time, and nothing stands beyond its edge', async () => {
    const page = await openPage(browser, demo.url)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.locator('.bubble').first().waitFor()
    expect(await page.locator('.phone:visible').count()).toBe(1)
    await screenshot(page, 'narrow')
    // The clock's next step is at hand beside every phone, and a tab tells that its phone got something.
    expect(await page.getByLabel('Đến ngày').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Việc kế tiếp' }).click()
    await page
      .getByRole('button', { name: /có tin mới/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Đồng hồ' }).click()
    expect(await page.locator('.phone:visible').count()).toBe(0)
    await page.getByLabel('Đến ngày').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await screenshot(page, 'narrow-clock')
    expect(await seriousIssues(page)).toEqual([])
  }, 120_000)

  test('a middling screen shows all four phones, and the clock stays where it is', async () => {
    const page = await openPage(browser, demo.url)
    for (const [width, height] of [
      [1280, 720],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.locator('.phone').last().scrollIntoViewIfNeeded()
      for (const part of [page.locator('.phone').last(), page.getByRole('button', { name: 'Việc kế tiếp' })])
        expect(await part.evaluate((it) => it.getBoundingClientRect().bottom)).toBeLessThanOrEqual(height)
      expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(height)
    }
  }, 120_000)
})
