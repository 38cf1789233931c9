/** What a unit said by telephone or on paper is recorded for it, with where it came from; the unit hears it. */
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { posts } from '../../../db/schema/index.ts'
import { addPerson, YEAR_REPORT } from '../../seed.ts'
import { openChat } from '../chat.ts'
import { openOffice } from './deciding.ts'

type Office = Awaited<ReturnType<typeof openOffice>>

/** What the office pulls of every report. */
const reportsOf = ({ db }: Office) =>
  db.execute(sql`
    select unit_code, status, note, reported_by, reported_via, recorded_by from summary.reports order by report_id`)

async function toldByPhone(chat: Office['ha'], status: string): Promise<void> {
  await chat.presses('Ghi nhận thay')
  await chat.presses(status)
  await chat.presses('Qua điện thoại')
  await chat.presses('Bỏ qua')
}

test('what the unit said on the telephone is recorded in four taps; the unit hears it, and may correct it', async () => {
  const office = await openOffice()
  const { db, unit, head, ha } = office
  await ha.types('/donvi U01')
  const screens = ha.screen.length
  await toldByPhone(ha, 'Đã xong')
  expect(ha.screen).toHaveLength(screens)
  expect(ha.last()).toContain('✅ Đã ghi nhận thay đơn vị “Báo cáo tổng kết năm 2026”: Đã xong.')
  expect(ha.last()).toContain(
    'Đ/c Nguyễn Thị Hương Giang báo qua điện thoại, 9h00 ngày 17/12, do đ/c Trần Thu Hà ghi.',
  )
  expect(await reportsOf(office)).toEqual([
    {
      unit_code: 'U01',
      status: 'done',
      note: null,
      reported_by: 'Nguyễn Thị Hương Giang',
      reported_via: 'phone',
      recorded_by: 'Trần Thu Hà',
    },
  ])
  const [entry] = await db.execute(sql`select action, done_by, facts from summary.audit`)
  expect(entry).toMatchObject({ action: 'report.recorded', done_by: 'Trần Thu Hà', facts: { via: 'phone' } })
  await head.receives()
  expect(head.last()).toContain('Phòng đã ghi nhận qua điện thoại: “Báo cáo tổng kết năm 2026”: Đã xong.')
  await head.pressesValue(`enough:${unit.owes['Q4-b']}`)
  expect(head.last()).toContain('Phòng ghi nhận qua điện thoại.')
  await head.pressesValue(`correct:${unit.owes['Q4-b']}`)
  await head.presses('Đang làm')
  await head.presses('Bỏ qua')
  expect(head.last()).not.toContain('Phòng ghi nhận')
  await ha.types('/donvi U01')
  expect(ha.last()).toContain('Đang làm\nĐ/c Nguyễn Thị Hương Giang báo qua Telegram')
})

test('a paper is recorded with a note; "hủy" at the note records nothing', async () => {
  const office = await openOffice()
  const { head, ha } = office
  const begin = async () => {
    await ha.types('/donvi U01')
    await ha.presses('Ghi nhận thay')
    await ha.presses('Đang làm')
    await ha.types('bang van ban')
  }
  await begin()
  await ha.types('hủy')
  await ha.types('Công văn 12')
  expect(await reportsOf(office)).toEqual([])
  await begin()
  await ha.types('Đơn vị gửi Công văn 12/CV ngày 16/12')
  expect(ha.last()).toContain('✅ Đã ghi nhận thay đơn vị')
  expect(await reportsOf(office)).toMatchObject([
    { status: 'in_progress', note: 'Đơn vị gửi Công văn 12/CV ngày 16/12', reported_via: 'paper' },
  ])
  await head.receives()
  expect(head.last()).toContain('Phòng đã ghi nhận theo văn bản')
})

test('of several open tasks one is chosen, by a button or by its number on the unit’s screen', async () => {
  const other = {
    code: 'Q4-a',
    quarter: 4,
    dueOn: '2026-12-20',
    shortTitle: 'Gửi hồ sơ khen thưởng',
  } as const
  const office = await openOffice({ tasks: [YEAR_REPORT, other] })
  const { ha, mai } = office
  await ha.types('/donvi U01')
  await ha.presses('Ghi nhận thay')
  expect(ha.last()).toContain(
    '1. Gửi hồ sơ khen thưởng (hạn 20/12)\n2. Báo cáo tổng kết năm 2026 (hạn 31/12)',
  )
  await ha.presses('Việc 2')
  expect(ha.last()).toContain('“Báo cáo tổng kết năm 2026” của TH số 1 đến nay thế nào?')
  await ha.presses('‹ Quay lại')
  await ha.types('1')
  expect(ha.last()).toContain('“Gửi hồ sơ khen thưởng” của TH số 1')
  await ha.presses('Có vướng mắc')
  await ha.presses('Qua điện thoại')
  await ha.presses('Bỏ qua')
  expect(ha.last()).toContain('Vướng mắc đang chờ ý kiến.')
  await mai.receives()
  expect(mai.last()).toContain('báo có vướng mắc: “Gửi hồ sơ khen thưởng”')
})

test('two colleagues take the same call: the second hears that there is nothing new to record', async () => {
  const office = await openOffice()
  const { head, ha, mai } = office
  for (const chat of [ha, mai]) {
    await chat.types('/donvi U01')
    for (const label of ['Ghi nhận thay', 'Đã xong', 'Qua điện thoại']) await chat.presses(label)
  }
  await Promise.all([ha.presses('Bỏ qua'), mai.presses('Bỏ qua')])
  expect(await reportsOf(office)).toHaveLength(1)
  const said = [ha.last(), mai.last()].filter((text) => text.includes('Không có gì mới để ghi'))
  expect(said).toHaveLength(1)
  await head.receives()
  expect(head.screen).toHaveLength(1)
  await ha.pressesValue(`desk.save:${office.unit.owes['Q4-b']}:0.done.phone`)
  expect(await reportsOf(office)).toHaveLength(1)
})

test('an answer that came while the office was asking is not overwritten unseen', async () => {
  const office = await openOffice()
  const { head, ha } = office
  await ha.types('/donvi U01')
  await ha.presses('Ghi nhận thay')
  await ha.presses('Chưa làm')
  await ha.presses('Qua điện thoại')
  await head.types('đã xong')
  await ha.types('Cô Lan báo chưa làm')
  expect(ha.last()).toContain('vừa có người khác báo việc này')
  expect(ha.last()).toContain('✅ Đã xong')
  expect(await reportsOf(office)).toMatchObject([{ status: 'done', reported_via: 'telegram' }])
})

test('where a unit has no head, the answer is the colleague’s own', async () => {
  const office = await openOffice()
  await office.db
    .update(posts)
    .set({ toDay: Temporal.PlainDate.from('2026-12-01') })
    .where(eq(posts.unitId, office.unit.id))
  await office.ha.types('/donvi U01')
  expect(office.ha.last()).toContain('Chưa có người phụ trách')
  await toldByPhone(office.ha, 'Đã xong')
  expect(office.ha.last()).toContain('Đơn vị báo qua điện thoại, 9h00 ngày 17/12, do đ/c Trần Thu Hà ghi.')
  expect(await reportsOf(office)).toMatchObject([{ reported_by: 'Trần Thu Hà', recorded_by: 'Trần Thu Hà' }])
})

test('everybody of the unit whom a message reaches hears it; where all is done, the record can be put right', async () => {
  const office = await openOffice()
  const { db, unit, ha, clock } = office
  const deputy = openChat(
    db,
    await addPerson(db, { unitIds: [unit.id], name: 'Lý An', role: 'deputy' }),
    clock,
  )
  await addPerson(db, { unitIds: [unit.id], name: 'Bùi Nga', role: 'clerk', joined: false })
  await ha.types('/donvi U01')
  await toldByPhone(ha, 'Đã xong')
  await deputy.receives()
  expect(deputy.last()).toContain('Phòng đã ghi nhận qua điện thoại')
  await toldByPhone(ha, 'Đang làm')
  expect(await reportsOf(office)).toMatchObject([{ status: 'done' }, { status: 'in_progress' }])
  await deputy.receives()
  expect(deputy.screen).toHaveLength(2)
})
