/** The demo's page as a visitor meets it in a browser. */
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { jpeg } from '../sample-files.ts'
import { noChromium, openPage, screenshot, startBrowser, titled } from './browser.ts'
import { phone, says } from './demo-page.ts'
import { type Demo, startDemo } from './demo-program.ts'
import { seriousIssues } from './page-issues.ts'

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
  }, 60_000)

  /** The clock stands there, and time does not pass any more. */
  const arrives = async (page: Page, day: string) => {
    await page.locator('.clock .date', { hasText: day }).waitFor({ timeout: 60 * SECONDS })
    await page.locator('.clock[aria-busy=false]').waitFor({ timeout: 60 * SECONDS })
  }

  test('four phones have joined, and one without buttons is reminded with numbers', async () => {
    const page = await openPage(browser, demo.url)
    for (const name of ['Nguyễn Thị Hương Giang', 'Vũ Văn Nhiên', 'Đặng Thùy Linh', 'Lương Quốc Bình'])
      await phone(page, name).getByText('Đã đăng ký').waitFor()
    const head = phone(page, 'Vũ Văn Nhiên')
    await head.getByLabel('Không nút (như Zalo)').check()
    await head.getByText('Đã mở liên kết mời').waitFor()
    expect(await seriousIssues(page)).toEqual([])
  }, 60_000)

  test('the clock jumps to the end of the quarter, and each reminder tells why it went out', async () => {
    const page = await openPage(browser, demo.url)
    await page.getByLabel('Đến ngày').fill('2026-12-31')
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
  }, 120_000)

  test('a unit head answers with a tap, with words and with photos', async () => {
    const page = await openPage(browser, demo.url)
    const head = phone(page, 'Nguyễn Thị Hương Giang')
    await head.getByRole('button', { name: '1. Đã xong' }).last().click()
    await head.getByText('đang soạn tin').waitFor()
    await head.getByText('Vừa ghi nhận').waitFor()
    const file = { mimeType: 'image/jpeg', buffer: jpeg(40, 30) }
    await head.getByLabel('Gửi ảnh hoặc tệp').setInputFiles([
      { name: 'hội nghị 1.jpg', ...file },
      { name: 'hội nghị 2.jpg', ...file, buffer: jpeg(30, 40) },
    ])
    await head.getByText('Đã nhận 2 tệp').waitFor()
    await head.getByRole('button', { name: 'Xem ảnh hội nghị 1.jpg' }).click()
    await page.getByRole('dialog', { name: 'hội nghị 1.jpg' }).waitFor()
    await page.keyboard.press('Escape')
    await says(head, 'viec 2 dang lam')
    await head.getByText('Đã ghi nhận “Đơn vị, khối tổng kết').waitFor()
    await screenshot(page, 'answers')
  }, 60_000)

  test('without buttons "1" and then "2" record that the task is in progress', async () => {
    const page = await openPage(browser, demo.url)
    const head = phone(page, 'Vũ Văn Nhiên')
    await says(head, '1')
    await head.getByText('2. Đang làm').last().waitFor()
    await says(head, '2')
    await head.getByText('Đã ghi nhận “Báo cáo tổng kết năm 2026').waitFor()
    await screenshot(page, 'numbers')
  }, 60_000)

  test('another unit is picked up and joins, with the keyboard alone', async () => {
    const page = await openPage(browser, demo.url)
    const before = page.locator('.phone').first()
    await before.getByLabel('Cầm điện thoại của').focus()
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
    const tabs = await page.locator('.phone h2').allTextContents()
    expect(tabs).toEqual(['Phạm Thị Mùi', 'Vũ Văn Nhiên', 'Đặng Thùy Linh', 'Lương Quốc Bình'])
  }, 60_000)

  test('a narrow screen shows one phone at a time, and nothing stands beyond its edge', async () => {
    const page = await openPage(browser, demo.url)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.locator('.bubble').first().waitFor()
    expect(await page.locator('.phone:visible').count()).toBe(1)
    await screenshot(page, 'narrow')
    await page.getByRole('button', { name: 'Đồng hồ' }).click()
    expect(await page.locator('.phone:visible').count()).toBe(0)
    await page.getByRole('button', { name: 'Việc kế tiếp' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await screenshot(page, 'narrow-clock')
    expect(await seriousIssues(page)).toEqual([])
  }, 60_000)
})
