/** The office asks for the papers of a period in the chat; they are made outside of it and come as files. */
import { expect, test } from 'vitest'
import type { Db } from '../../../db/client.ts'
import { makePapers, type Paper } from '../../../jobs/files/make-papers.ts'
import { freshDatabase } from '../../database.ts'
import { addStaff, seedOffice } from '../../seed.ts'
import { openChat } from '../chat.ts'

const clock = () => new Date('2026-12-20T03:00:00Z')

const WORD: Paper = {
  name: 'bao-cao.docx',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: new TextEncoder().encode('a report'),
}

async function* word() {
  yield WORD
}

/** Runs the job once; resolves with the periods that were made. */
async function makes(db: Db, make: (period: string) => AsyncIterable<Paper> = word) {
  const made: string[] = []
  const noting = (period: string) => {
    made.push(period)
    return make(period)
  }
  await makePapers({ db, clock, log: () => {}, wake: () => {}, make: noting })
  return made
}

async function office() {
  const { db } = await freshDatabase()
  const [unit] = await seedOffice(db)
  const hoa = await addStaff(db, 'Trần Thị Hoa', 'office')
  return { db, hoa: openChat(db, hoa, clock), head: openChat(db, unit?.head ?? hoa, clock) }
}

test('/tonghop offers the periods an office reports on, and brings the files', async () => {
  const { db, hoa } = await office()
  const [asked] = await hoa.types('/tonghop')
  expect(asked?.choices?.flat().map(({ label }) => label)).toEqual([
    'quý IV năm 2026',
    'quý III năm 2026',
    'năm 2026',
  ])
  await hoa.types('1')
  expect(hoa.last()).toContain('đang lập báo cáo quý IV năm 2026')
  expect(await makes(db)).toEqual(['2026-Q4'])
  const [came] = await hoa.receives()
  expect(came?.text).toContain('Báo cáo quý IV năm 2026')
  expect(came?.files).toMatchObject([{ name: 'bao-cao.docx' }])
})

test('the period may be typed with the word, without tone marks', async () => {
  const { db, hoa } = await office()
  await hoa.types('tong hop 6 thang')
  expect(await makes(db)).toEqual(['2026-H1'])
})

test('asked twice, they are made once', async () => {
  const { db, hoa } = await office()
  await hoa.types('/tonghop quý 4')
  await hoa.types('/tonghop quý 4')
  expect(hoa.last()).toContain('đang được lập')
  expect(await makes(db)).toEqual(['2026-Q4'])
  expect(await hoa.receives()).toHaveLength(1)
})

test('papers that cannot be made are told of, and may be asked for again', async () => {
  const { db, hoa } = await office()
  await hoa.types('/tonghop quý 4')
  await makes(db, async function* () {
    yield WORD
    throw new Error('no template')
  })
  const [came] = await hoa.receives()
  expect(came?.text).toContain('Chưa lập được')
  expect(came?.files).toBeUndefined()
  await hoa.types('/tonghop quý 4')
  expect(await makes(db)).toEqual(['2026-Q4'])
})

test('words that are no period are no order', async () => {
  const { hoa } = await office()
  await hoa.types('/tonghop')
  await hoa.types('để tôi xem đã')
  expect(hoa.last()).not.toContain('đang lập')
})

test('a unit head cannot ask for them, nor press another’s button', async () => {
  const { db, head } = await office()
  await head.types('/tonghop')
  expect(head.last()).not.toContain('báo cáo của kỳ')
  await head.pressesValue('papers.make:0:2026-Q4')
  expect(head.last()).toContain('thuộc đơn vị khác')
  expect([...(await db.execute('select * from paper_requests'))]).toEqual([])
})
