/** The simulator's phones over HTTP: joining, answering by press, word and photo, and moving to an app without buttons. */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { enqueue } from '../../../db/messages/outbox.ts'
import { jpeg } from '../../sample-files.ts'
import { type OpenSimulator, openSimulator } from './open-simulator.ts'

const statusOf = async ({ db }: OpenSimulator, unit: string, task: string) => {
  const [row] = await db.execute<{ status: string; reported_via: string; evidence_count: number }>(sql`
    select status, reported_via, evidence_count::int from summary.status
    where unit_code = ${unit} and task_code = ${task} and quarter = 4`)
  return row
}

test('any unit head can be picked up, and joins through the real conversation', async () => {
  const simulator = await openSimulator()
  const before = await simulator.head('CH06')
  expect(before.bot).toBeNull()
  expect(await simulator.screen(before)).toMatchObject({ bot: null, bubbles: [] })
  const head = await simulator.joined('CH06')
  await simulator.sees(head, 'Đã đăng ký Thôn Văn Phong')
  expect((await simulator.screen(head)).bubbles[0]).toMatchObject({ isNotice: true, time: '7h00' })
  const everybody = await simulator.get<unknown[]>('/simulator/people')
  expect(everybody).toHaveLength(63)
})

test('a press edits the message in place, and a word is an answer', async () => {
  const simulator = await openSimulator('2026-12-10T08:00')
  const head = await simulator.joined('CB03')
  const { id } = head
  await simulator.post('/simulator/clock', { to: '2026-12-17' })
  const reminder = await simulator.sees(head, 'Còn 14 ngày')
  const done = reminder.rows.flat().find(({ label }) => label === '1. Đã xong')
  await simulator.post(`/simulator/people/${id}/press`, {
    messageId: reminder.id,
    choice: done?.value,
    label: done?.label,
  })
  const edited = await simulator.sees(head, 'Vừa ghi nhận')
  expect(edited).toMatchObject({ id: reminder.id, isEdited: true })
  expect(await statusOf(simulator, 'CB03', 'Q4-b')).toMatchObject({
    status: 'done',
    reported_via: 'simulator',
  })
  await simulator.post(`/simulator/people/${id}/text`, { text: 'viec 2 dang lam' })
  await expect.poll(() => statusOf(simulator, 'CB03', 'Q4-c')).toMatchObject({ status: 'in_progress' })
})

test('photos sent together are one bubble and evidence, and can be looked at', async () => {
  const simulator = await openSimulator('2026-12-10T08:00')
  const head = await simulator.joined('MN01')
  const { id } = head
  await simulator.post('/simulator/clock', { to: '2026-12-17' })
  const reminder = await simulator.sees(head, 'Còn 14 ngày')
  const done = reminder.rows.flat().find(({ label }) => label === '1. Đã xong')
  await simulator.post(`/simulator/people/${id}/press`, {
    messageId: reminder.id,
    choice: done?.value,
    label: '',
  })
  await simulator.sees(head, 'Vừa ghi nhận')
  const form = new FormData()
  for (const width of [8, 9])
    form.append('file', new File([Buffer.from(jpeg(width, 6))], `${width}.jpg`, { type: 'image/jpeg' }))
  form.append('caption', 'Hội nghị')
  expect(await simulator.post(`/simulator/people/${id}/files`, form)).toMatchObject({ status: 204 })
  await simulator.sees(head, 'Đã nhận 2 tệp')
  await expect.poll(() => statusOf(simulator, 'MN01', 'Q4-b')).toMatchObject({ evidence_count: 2 })
  const { bubbles } = await simulator.screen(head)
  const album = bubbles.find(({ files }) => files.length > 0)
  expect(album).toMatchObject({ from: 'phone', parts: [{ text: 'Hội nghị' }] })
  expect(album?.files.map(({ name, isPicture }) => ({ name, isPicture }))).toEqual([
    { name: '8.jpg', isPicture: true },
    { name: '9.jpg', isPicture: true },
  ])
})

test('a phone moved to the app without buttons is reminded there, with numbers, and "2" records', async () => {
  const simulator = await openSimulator('2026-12-10T08:00')
  const { id } = await simulator.joined('CB03')
  await simulator.post(`/simulator/people/${id}/bot`, { bot: 'numbers' })
  await expect.poll(async () => (await simulator.head('CB03')).bot).toBe('numbers')
  const head = await simulator.head('CB03')
  await simulator.post('/simulator/clock', { to: '2026-12-17' })
  const reminder = await simulator.sees(head, 'Còn 14 ngày')
  expect(reminder.rows).toEqual([])
  await simulator.post(`/simulator/people/${id}/text`, { text: '1' })
  await simulator.sees(head, '2. Đang làm')
  await simulator.post(`/simulator/people/${id}/text`, { text: '2' })
  await expect.poll(() => statusOf(simulator, 'CB03', 'Q4-b')).toMatchObject({ status: 'in_progress' })
  await simulator.post(`/simulator/people/${id}/bot`, { bot: 'buttons' })
  await expect.poll(async () => (await simulator.head('CB03')).bot).toBe('buttons')
})

test('a thumb is a kind word that was received, and nothing for the office to read', async () => {
  const simulator = await openSimulator('2026-12-10T08:00')
  const { id, ...head } = await simulator.joined('CB03')
  await simulator.post('/simulator/clock', { to: '2026-12-17' })
  await simulator.sees({ id, ...head }, 'Còn 14 ngày')
  await simulator.post(`/simulator/people/${id}/text`, { text: '👍' })
  await simulator.sees({ id, ...head }, 'Cảm ơn đồng chí')
  expect(await simulator.db.execute(sql`select from notes`)).toHaveLength(0)
})

test('a file that is refused is shown as refused, with its name, and does not seem to be on its way for ever', async () => {
  const simulator = await openSimulator('2026-12-10T08:00')
  const head = await simulator.joined('CB03')
  const send = (name: string, type: string) => {
    const form = new FormData()
    form.append('file', new File(['not what it says'], name, { type }))
    return simulator.post(`/simulator/people/${head.id}/files`, form)
  }
  const shown = async () =>
    (await simulator.screen(head)).bubbles.flatMap(({ files }) =>
      files.map(({ name, fate }) => `${name}: ${fate}`),
    )
  await send('phim.mp4', 'video/mp4')
  await simulator.sees(head, 'Chưa nhận được loại tin này')
  await send('ảnh.jpg', 'image/jpeg')
  await expect.poll(shown, { timeout: 20_000 }).toEqual(['phim.mp4: refused', 'ảnh.jpg: refused'])
  await simulator.post(`/simulator/people/${head.id}/bot`, { bot: 'numbers' })
  await expect.poll(async () => (await simulator.head('CB03')).bot).toBe('numbers')
  await send('báo cáo.pdf', 'application/pdf')
  await expect.poll(shown).toEqual(['báo cáo.pdf: refused'])
  const [notice] = (await simulator.screen(head)).bubbles
  expect(notice?.parts[0]?.text).toContain('cuộc trò chuyện mới')
})

test('what the page may not send is refused in the words of the office', async () => {
  const { joined, post } = await openSimulator()
  const { id } = await joined('CB03')
  const form = new FormData()
  for (let nth = 0; nth < 11; nth++) form.append('file', new File(['x'], `${nth}.txt`))
  expect(await post(`/simulator/people/${id}/files`, form)).toEqual({
    status: 400,
    text: 'Mỗi lần gửi được nhiều nhất 10 tệp.',
  })
  expect(await post(`/simulator/people/${id}/text`, { text: 'a'.repeat(5_000) })).toEqual({
    status: 400,
    text: 'Tin dài 5000 ký tự, quá mức 4096. Xin chia làm nhiều tin.',
  })
  expect(await post(`/simulator/people/${id}/text`, { word: 'a' })).toEqual({
    status: 400,
    text: 'Chương trình chưa hiểu trang này. Xin tải lại trang.',
  })
})

test('only this machine gets an answer, whatever name leads here', async () => {
  const { app } = await openSimulator()
  const statusOf = async (url: string) => (await app.request(url)).status
  expect(await statusOf('http://elsewhere.example:8080/')).toBe(403)
  expect(await statusOf('http://127.0.0.1.elsewhere.example/simulator/people')).toBe(403)
  for (const name of ['127.0.0.1', 'localhost', '[::1]'])
    expect(await statusOf(`http://${name}:8080/`)).toBe(200)
})

test('what was on its way to the app that a phone has left does not get there', async () => {
  const simulator = await openSimulator('2026-12-10T08:00')
  const { db, ...phones } = simulator
  const { id } = await phones.joined('CB03')
  const [left] = await db.execute<{ id: string }>(sql`select id from contacts where person_id = ${id}`)
  await phones.post(`/simulator/people/${id}/bot`, { bot: 'numbers' })
  await enqueue(db, {
    contactId: Number(left?.id),
    key: 'late',
    kind: 'answer',
    message: { text: 'muộn' },
    now: new Date('2026-12-10T01:00:00Z'),
  })
  const failure = () => db.execute(sql`select state, failure from outbox where key = 'late'`)
  await expect.poll(failure).toEqual([{ state: 'failed', failure: 'blocked' }])
})
