/** A week of the office on Telegram: a difficulty decided, an announcement watched, the Monday digest. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { jpeg } from '../sample-files.ts'
import { openWorld } from './world.ts'

test('a difficulty goes to the leader, who agrees with one tap, and the reminders follow the new date', async () => {
  const world = await openWorld('2026-12-17 07:00')
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const leader = await world.joinedStaff('Bùi Tuấn Mạnh', 'leader')
  const head = await world.joined('MN01', 'Giang')
  head.types('báo cáo năm bị vướng, xin lùi hạn đến 15/1')
  await head.waitFor('15/01')
  const request = await office.waitFor('xin lùi hạn')
  await office.answeredTap('Chuyển lãnh đạo', request)
  const passed = await leader.waitFor('xin lùi hạn')
  await leader.answeredTap('Đồng ý', passed)
  await head.waitFor('đồng ý lùi hạn')
  const [view] = await world.db.execute(sql`select due_on::text from summary.status
    where unit_code = 'MN01' and task_code = 'Q4-b'`)
  expect(view).toEqual({ due_on: '2027-01-15' })

  const urged = async () =>
    (
      await world.db.execute<{ why: string }>(sql`select m.on_day || ' ' || m.why as why from reminders m
        join assignments a on a.id = m.assignment_id join tasks t on t.id = a.task_id
        join units u on u.id = a.unit_id where u.code = 'MN01' and t.code = 'Q4-b' order by m.on_day`)
    ).map(({ why }) => why)
  for (const day of ['2026-12-31', '2027-01-04', '2027-01-08', '2027-01-12']) await world.goTo(`${day} 08:00`)
  expect(await urged()).toEqual(['2026-12-31 T-14', '2027-01-08 T-7', '2027-01-12 T-3'])
})

test('on Monday the leader reads one screen with a picture, on Friday a head reads of their own work', async () => {
  const world = await openWorld('2026-12-04 08:00')
  const leader = await world.joinedStaff('Bùi Tuấn Mạnh', 'leader')
  const head = await world.joined('MN01', 'Giang')
  await world.goTo('2026-12-07 08:00')
  const digest = await leader.waitFor('Báo cáo đồng chí Bùi Tuấn Mạnh')
  const [sums] = await world.db.execute(sql`select sum(asked) as asked, sum(silent) as silent
    from summary.unit_progress where year = 2026 and quarter = 4`)
  expect(digest.caption).toContain(`Việc trong kỳ: ${sums?.asked}.`)
  expect(digest.caption).toContain(`chưa trả lời ${sums?.silent}.`)
  const [picture] = leader.files()
  expect(picture?.bytes.subarray(1, 4).toString()).toBe('PNG')
  await world.goTo('2026-12-11 15:00')
  const own = await head.waitFor('Đang chờ:')
  expect(own.text).toContain('Trường Mầm non')
  expect(own.text).not.toMatch(/Tiểu học|Công an/)
})

test('an announcement runs before the eyes of who sent it, and names whom it did not reach', async () => {
  const world = await openWorld('2026-12-10 08:00')
  const office = await world.joinedStaff('Trần Thu Hà', 'office')
  const [first, second] = [await world.joined('MN01', 'Giang'), await world.joined('CB03', 'Nhiên')]
  second.blocks()
  office.types('/thongbao')
  await office.waitFor('tiêu đề')
  office.types('Họp tổng kết năm')
  await office.waitFor('nội dung')
  office.types('8 giờ ngày 28/12 tại hội trường. Đề nghị các đồng chí có mặt đúng giờ.')
  await office.waitFor('kèm theo')
  office.sendsPhoto(jpeg(640, 480))
  await office.waitFor('Đã kèm 1 tệp')
  await office.answeredTap('Xong')
  await office.waitFor('tới đơn vị nào')
  await office.answeredTap('Theo đơn vị')
  await office.waitFor('mã hoặc một phần tên')
  office.types('MN01, CB03')
  await office.waitFor('Sẽ gửi tới')
  await office.answeredTap('Gửi ')
  const got = await first.waitFor('Họp tổng kết năm')
  expect(first.files()).toHaveLength(1)
  await first.answeredTap('Đã nhận', got)
  await first.waitFor('Đã ghi nhận lúc')
  const final = await office.waitFor(({ text = '' }) => text.includes('1/2') && !text.includes('Đang gửi'))
  expect(final.text).toContain('đã gửi 1/2, 1 không tới:')
  const [view] = await world.db.execute(
    sql`select recipients, sent, failed, acknowledged from summary.announcements`,
  )
  expect(view).toEqual({ recipients: 2, sent: 1, failed: 1, acknowledged: 1 })
})
