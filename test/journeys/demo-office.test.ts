/** The office's half on the demo's page: a proposal goes to the office and back, and an announcement is watched. */
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { jpeg } from '../sample-files.ts'
import { noChromium, openPage, screenshot, startBrowser, titled } from './browser.ts'
import { phone, says, taps } from './demo-page.ts'
import { type Demo, startDemo } from './demo-program.ts'

const HEAD = 'Nguyễn Thị Hương Giang'
const OFFICE = 'Đặng Thùy Linh'

describe.skipIf(noChromium)(titled('the office in a browser'), () => {
  let demo: Demo
  let browser: Browser
  beforeAll(async () => {
    ;[demo, browser] = await Promise.all([startDemo(), startBrowser()])
    return async () => {
      await browser.close()
      await demo.interrupt()
    }
  }, 120_000)

  test('a unit head proposes an exemplar, and the office sees it with its photo and approves it', async () => {
    const page = await openPage(browser, demo.url)
    const [head, office] = [phone(page, HEAD), phone(page, OFFICE)]
    const sends = (name: string, width: number) =>
      head
        .getByLabel('Gửi ảnh hoặc tệp')
        .setInputFiles([{ name, mimeType: 'image/jpeg', buffer: jpeg(width, 30) }])
    await says(head, 'gioi thieu')
    await taps(head, 'Cá nhân')
    await head.getByText('Họ và tên đầy đủ').waitFor()
    await says(head, 'Nguyễn Thị Lan, giáo viên, Trường Mầm non Hoa Phượng')
    await taps(head, 'Giáo dục')
    await head.getByText('1 đến 3 ảnh').waitFor()
    await sends('chi-lan.jpg', 40)
    await head.getByText('Đã nhận 1/3 ảnh').waitFor()
    await says(head, 'Chị Lan đã vận động 30 hộ dân làm đường hoa trong năm 2026, được bà con quý mến.')
    await taps(head, 'Cả ba mục trên')
    await head.getByText('☑ 3').waitFor()
    await taps(head, 'Tin nhắn')
    await head.getByText('ảnh chụp tin nhắn').waitFor()
    await sends('tin-nhan.jpg', 50)
    await head.getByText('kiểm tra lại').waitFor()
    await taps(head, 'Gửi')
    await head.getByText('mã G1').waitFor()

    await office.getByText('Hồ sơ mới G1').waitFor()
    await office.locator('.bubble img').last().waitFor()
    await screenshot(page, 'exemplar')
    await taps(office, 'Duyệt')
    await head.getByText('đã nhận và đưa Nguyễn Thị Lan').waitFor()
  }, 90_000)

  test('the office announces and watches it arrive, and a head confirms it', async () => {
    const page = await openPage(browser, demo.url)
    const [head, office] = [phone(page, HEAD), phone(page, OFFICE)]
    await says(office, 'thông báo')
    await office.getByText('gõ tiêu đề').waitFor()
    await says(office, 'Họp tổng kết năm')
    await office.getByText('gõ nội dung').waitFor()
    await says(office, '8 giờ ngày 28/12 tại hội trường. Đề nghị các đồng chí có mặt đúng giờ.')
    await taps(office, 'Bỏ qua')
    await taps(office, 'Tất cả')
    await taps(office, 'Gửi 2 đơn vị')
    await office.getByText('đã gửi 2/60').waitFor()
    await head.getByText('Họp tổng kết năm').waitFor()
    await screenshot(page, 'announcement')
    await taps(head, 'Đã nhận')
    await head.getByText('Đã ghi nhận lúc').waitFor()
    expect(await office.getByText('Đang gửi').count()).toBe(0)
  }, 90_000)

  test('the office asks for its papers, and can save them', async () => {
    const page = await openPage(browser, demo.url)
    const office = phone(page, OFFICE)
    await says(office, '/tonghop quý 4')
    const link = office.getByRole('link', { name: 'bao-cao-2026-Q4.docx' })
    const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(saved.suggestedFilename()).toBe('bao-cao-2026-Q4.docx')
    await office.getByRole('link', { name: 'bao-cao-2026-Q4.xlsx' }).waitFor()
  }, 90_000)
})
