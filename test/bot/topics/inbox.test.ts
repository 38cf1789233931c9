/** What the bot could not place reaches the office, and a colleague reads it, answers it, or takes it as a result. */
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { contacts } from '../../../db/schema/index.ts'
import { tellOfficeOfNotes } from '../../../jobs/tell-office-of-notes.ts'
import { openOffice } from './deciding.ts'

/** A unit head has written something that is no report, and the office has it on the phone. */
async function written(words = 'Phòng cho hỏi mẫu số 3 lấy ở đâu') {
  const office = await openOffice()
  const { db, clock, head, ha, mai } = office
  const tell = async () => {
    await tellOfficeOfNotes({ db, clock, log: () => {} })
    await ha.receives()
    await mai.receives()
  }
  await head.types(words)
  await tell()
  const [note] = await notesOf(db)
  return { ...office, tell, id: Number(note!.note_id) }
}

const notesOf = (db: Awaited<ReturnType<typeof openOffice>>['db']) =>
  db.execute(sql`select note_id, reason, handled_by, outcome, task_code from summary.office_inbox`)

test('each colleague gets the words once, with who and where from', async () => {
  const { ha, mai, tell } = await written()
  await tell()
  for (const chat of [ha, mai]) {
    expect(chat.screen).toHaveLength(1)
    expect(chat.last()).toContain('Nguyễn Thị Hương Giang, Trường Tiểu học số 1, 0912 345 678')
    expect(chat.last()).toContain('“Phòng cho hỏi mẫu số 3 lấy ở đâu”')
  }
})

test('an answer goes to the person in the office’s name; a colleague who answers too hears who did', async () => {
  const { db, head, ha, mai } = await written()
  await ha.presses('Trả lời')
  await mai.presses('Trả lời')
  await ha.types('Mẫu số 3 ở phụ lục của Kế hoạch.')
  expect(ha.last()).toContain('Đã gửi trả lời tới Nguyễn Thị Hương Giang')
  await head.receives()
  expect(head.last()).toBe('Phòng trả lời tin đồng chí gửi ngày 17/12:\nMẫu số 3 ở phụ lục của Kế hoạch.')
  await mai.types('Ở phụ lục nhé')
  expect(mai.last()).toContain('Đồng chí Trần Thu Hà đã trả lời tin này')
  await head.receives()
  expect(head.screen).toHaveLength(2)
  expect(await notesOf(db)).toMatchObject([{ handled_by: 'Trần Thu Hà', outcome: 'answered' }])
})

test('whom no message reaches is to be called, and the message stays open', async () => {
  const { db, unit, ha } = await written()
  await ha.presses('Trả lời')
  await db.update(contacts).set({ state: 'unreachable' }).where(eq(contacts.personId, unit.head.id))
  await ha.types('Mẫu số 3 ở phụ lục')
  expect(ha.last()).toContain('Đề nghị đồng chí gọi 0912 345 678')
  expect(await notesOf(db)).toMatchObject([{ outcome: null }])
})

test('"hủy" sends no answer, and what is typed after that is none', async () => {
  const { db, head, ha } = await written()
  await ha.presses('Trả lời')
  await ha.types('hủy')
  await ha.types('Mẫu số 3 ở phụ lục')
  await head.receives()
  expect(head.screen).toHaveLength(1)
  expect(await notesOf(db)).toMatchObject([{ outcome: null }])
})

test('taken as a task’s result: recorded as the sender’s, by the colleague; the sender hears it and may correct', async () => {
  const { db, unit, head, ha } = await written('Cô Lan cầm bản giấy lên Phòng sáng nay')
  await ha.presses('Gán vào việc')
  await ha.presses('Việc 1')
  await ha.presses('Đã xong')
  expect(ha.last()).toContain('Đã ghi nhận “Báo cáo tổng kết năm 2026” của TH số 1: Đã xong')
  const [report] = await db.execute(sql`
    select status, note, reported_by, reported_via, recorded_by from summary.reports`)
  expect(report).toEqual({
    status: 'done',
    note: 'Cô Lan cầm bản giấy lên Phòng sáng nay',
    reported_by: 'Nguyễn Thị Hương Giang',
    reported_via: 'telegram',
    recorded_by: 'Trần Thu Hà',
  })
  await head.receives()
  expect(head.last()).toContain('đã ghi nhận tin của đồng chí vào việc “Báo cáo tổng kết năm 2026”: Đã xong')
  await head.presses('Sửa lại')
  await head.presses('Đang làm')
  const [row] = await db.execute(sql`
    select status from summary.status where assignment_id = ${unit.owes['Q4-b']!}`)
  expect(row).toEqual({ status: 'in_progress' })
  expect(await notesOf(db)).toMatchObject([{ outcome: 'assigned', task_code: 'Q4-b' }])
})

test('taken as a difficulty, it waits for a decision like any other', async () => {
  const { ha, mai } = await written('Phòng xem giúp bản cô Lan mang lên sáng nay')
  await ha.presses('Gán vào việc')
  await ha.types('1')
  await ha.types('co vuong mac')
  await mai.receives()
  expect(mai.last()).toContain('báo có vướng mắc')
})

test('read, and nothing to do; the list shows the rest, oldest first, five at a time', async () => {
  const { head, ha, mai, id } = await written()
  for (const n of [2, 3, 4, 5, 6, 7]) await head.types(`Câu hỏi thứ ${n} về mẫu biểu gửi ở đâu`)
  await ha.types('hop thu')
  expect(ha.last()).toContain('Tin chờ cán bộ đọc (7):')
  expect(ha.last()).toContain('5. Nguyễn Thị Hương Giang')
  expect(ha.last()).not.toContain('6. ')
  await ha.presses('Xem tiếp')
  expect(ha.last()).toContain('Câu hỏi thứ 7')
  await ha.types('1')
  expect(ha.last()).toContain('Câu hỏi thứ 6')
  await ha.presses('Đã đọc')
  await mai.pressesValue(`inbox.read:${id}:`)
  await mai.pressesValue(`inbox.assign:${id}:`)
  expect(mai.last()).toContain('Đồng chí Vũ Thị Mai đã đọc tin này')
  await mai.types('hộp thư')
  expect(mai.last()).toContain('(5)')
})

test('photos for the office are counted and go along, and become the task’s when they are assigned', async () => {
  const { db, head, ha, unit, tell } = await written()
  await head.sendsPhotos(2)
  await head.presses('Không thuộc việc nào')
  await tell()
  expect(ha.last()).toContain('Kèm 2 tệp.')
  expect(ha.screen.at(-1)!.files).toHaveLength(2)
  await ha.presses('Gán vào việc')
  await ha.presses('Việc 1')
  await ha.presses('Đang làm')
  const [row] = await db.execute(sql`
    select status, evidence_count from summary.status where assignment_id = ${unit.owes['Q4-b']!}`)
  expect(row).toEqual({ status: 'in_progress', evidence_count: 2 })
})

test('heads, leaders and forged buttons get nowhere', async () => {
  const { db, unit, head, otherHead, leader, ha, id } = await written()
  for (const chat of [head, otherHead, leader]) {
    for (const act of ['show', 'read', 'reply', 'assign']) {
      await chat.pressesValue(`inbox.${act}:${id}:`)
      expect(chat.last()).toContain('thuộc đơn vị khác')
    }
  }
  const [others] = await db.execute(sql`
    select assignment_id from summary.status where unit_code = 'U02'`)
  await ha.pressesValue(`inbox.status:${id}:${others!.assignment_id}.done`)
  expect(ha.last()).toContain('Không có việc nào của người gửi')
  await ha.pressesValue(`inbox.status:${id}:${unit.owes['Q4-b']}.sure`)
  expect(ha.last()).toContain('Lựa chọn này đã cũ')
  await ha.pressesValue('inbox.read:999:')
  expect(ha.last()).toContain('Không còn tin này')
  expect(await notesOf(db)).toMatchObject([{ outcome: null }])
})
