/** The office looks a unit up by what it can type, sees it on one screen, and nobody else does. */
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { units } from '../../../db/schema/index.ts'
import { BOT } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { openOffice } from './deciding.ts'

const reportsOf = ({ db }: Awaited<ReturnType<typeof openOffice>>) =>
  db.execute(sql`select report_id from summary.reports`)

async function withNames() {
  const office = await openOffice({ units: 3 })
  const names = [
    ['U01', 'Trường Mầm non Hoa Phượng', 'MN Hoa Phượng'],
    ['U02', 'Trường Mầm non Hoa Đào', 'MN Hoa Đào'],
    ['U03', 'Trường Tiểu học Đôn Lương', 'TH Đôn Lương'],
  ]
  for (const [code = '', name, shortName] of names)
    await office.db.update(units).set({ name, shortName }).where(eq(units.code, code))
  return office
}

test('a unit is found by its code or a part of its name without tone marks, and stands on one screen', async () => {
  const { ha, head } = await withNames()
  await head.types('đang làm được 60%')
  for (const typed of ['/donvi u01', 'đơn vị hoa phượng', 'don vi hoa phuong', '/donvi@bot HOA PHUONG']) {
    await ha.types(typed)
    expect(ha.last()).toBe(
      [
        '📋 Trường Mầm non Hoa Phượng (U01)\nNguyễn Thị Hương Giang, 0912 345 678, đã kết nối.',
        '1. Báo cáo tổng kết năm 2026 (hạn 31/12): Đang làm, 60%\nĐ/c Nguyễn Thị Hương Giang báo qua Telegram, 9h00 ngày 17/12.',
      ].join('\n\n'),
    )
  }
})

test('the word alone asks which unit; words that fit several offer them; none says so; "hủy" ends it', async () => {
  const { ha } = await withNames()
  await ha.types('đơn vị')
  await ha.types('hoa')
  expect(ha.last()).toContain('Có 2 đơn vị khớp với “hoa”')
  await ha.types('2')
  expect(ha.last()).toContain('Trường Mầm non Hoa Đào')
  await ha.types('/donvi hoa')
  await ha.types('hoa sen')
  expect(ha.last()).toContain('Không có đơn vị nào khớp với “hoa sen”')
  await ha.types('don luong')
  expect(ha.last()).toContain('Trường Tiểu học Đôn Lương (U03)')
  await ha.types('donvi')
  await ha.types('hủy')
  await ha.types('hoa phuong')
  expect(ha.last()).toContain('Đồng chí có thể gõ')
})

test('when more units fit than a screen takes, the first are offered and more of the name is asked for', async () => {
  const { ha } = await openOffice({ units: 11 })
  await ha.types('/donvi truong tieu hoc')
  expect(ha.last()).toContain('Có 11 đơn vị')
  expect(ha.last()).toContain('gõ rõ hơn')
  expect(ha.screen.at(-1)!.choices).toHaveLength(8)
})

test('another unit’s head, a leader and a stranger see nothing of a unit and record nothing', async () => {
  const office = await openOffice()
  const { db, unit, clock, otherHead, leader } = office
  const stranger = openChat(db, { address: { ...BOT, id: '999' } }, clock)
  const task = unit.owes['Q4-b']
  for (const chat of [otherHead, leader, stranger]) {
    await chat.types('/donvi U01')
    await chat.types('đơn vị số 1')
    for (const value of [
      `desk.show:${unit.id}:`,
      `desk.record:${unit.id}:`,
      `desk.task:${task}:`,
      `desk.how:${task}:0.done`,
      `desk.note:${task}:0.done.phone`,
      `desk.save:${task}:0.done.phone`,
    ])
      await chat.pressesValue(value)
    for (const { text } of chat.screen) {
      expect(text).not.toContain('Trường Tiểu học số 1')
      expect(text).not.toContain('Hương Giang')
    }
  }
  expect(await reportsOf(office)).toEqual([])
})

test('forged values are old buttons, and a task or unit that is not there is said to be gone', async () => {
  const office = await openOffice()
  const { ha, unit } = office
  const task = unit.owes['Q4-b']
  for (const value of [
    `desk.save:${task}:0.done.telegram`,
    `desk.save:${task}:0.done`,
    `desk.how:${task}:x.done`,
    'desk.x:1:',
  ]) {
    await ha.pressesValue(value)
    expect(ha.last()).toContain('Lựa chọn này đã cũ')
  }
  await ha.pressesValue('desk.save:999:0.done.phone')
  expect(ha.last()).toContain('không còn phải báo')
  await ha.pressesValue('desk.show:999:')
  expect(ha.last()).toContain('không còn trong danh sách')
  expect(await reportsOf(office)).toEqual([])
})

test('a task of an earlier quarter stays in sight on the day its answer was written down', async () => {
  const { ha, goTo } = await openOffice()
  goTo('2027-01-05T02:00:00Z')
  await ha.types('đơn vị u01')
  await ha.presses('Ghi nhận thay')
  await ha.presses('Đã xong')
  await ha.presses('Qua điện thoại')
  await ha.presses('Bỏ qua')
  await ha.types('đơn vị u01')
  expect(ha.last()).toContain('Báo cáo tổng kết năm 2026 (hạn 31/12): ✅ Đã xong')
  goTo('2027-01-06T02:00:00Z')
  await ha.types('đơn vị u01')
  expect(ha.last()).not.toContain('Báo cáo tổng kết năm 2026')
})
