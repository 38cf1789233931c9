/** The pack of exemplary people: what consent allows, and what was left out and why. */
import { setTimeout } from 'node:timers/promises'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { ExemplarFacts } from '../../../domain/papers/period-facts.ts'
import { translator } from '../../../locales/i18n.ts'
import { exemplarPack } from '../../../office/exemplar-pack/pack.ts'
import { reportDocx } from '../../../office/report/report-docx.ts'
import { reportWorkbook } from '../../../office/workbook/report-workbook.ts'
import { whole } from '../../../office/zip.ts'
import { PIXEL, sampleFacts, samplePaper } from '../report/sample-facts.ts'

const t = translator('vi')
const photo = async () => ({ bytes: async () => PIXEL, type: 'image/png', width: 1, height: 1 })

async function packOf(change: (one: ExemplarFacts) => ExemplarFacts = (one) => one) {
  const facts = sampleFacts({ units: 4 })
  const exemplars = facts.exemplars.map(change)
  const pack = await exemplarPack({ ...facts, exemplars }, { ...samplePaper, photo }, t)
  const files = unzipSync(await whole(pack.chunks()))
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  return { ...pack, names: Object.keys(files).sort(), text, list: text('2026-Q4_DanhSach.csv') }
}

test('those who are approved and agreed to it are in it, with photos that can be recognised', async () => {
  const { names, people, photos, list } = await packOf()
  expect({ people, photos }).toEqual({ people: 2, photos: 2 })
  expect(names).toEqual([
    '2026-Q4_DanhSach.csv',
    '2026-Q4_KhongDua.csv',
    '2026-Q4_PhuLuc.docx',
    '2026-Q4_TruongTieuHocVaTrungHocCoSoSo1_TranThiGuong1_1.png',
    '2026-Q4_TruongTieuHocVaTrungHocCoSoSo3_TranThiGuong3_1.png',
  ])
  expect(list).toContain('Trần Thị Gương 1')
})

test('what was left out is told with its reason, and without a name', async () => {
  const { text, leftOut, list } = await packOf()
  expect(leftOut).toBe(2)
  const left = text('2026-Q4_KhongDua.csv')
  expect(left).toContain('G2,Trường Tiểu học và Trung học cơ sở số 2')
  expect(left).toContain('chưa được duyệt')
  expect(left).toContain('chưa đồng ý công bố tên')
  expect(left).not.toContain('Gương')
  expect(list).not.toContain('Trần Thị Gương 2')
})

test('who took back the consent to photos is named without them', async () => {
  const { names, text, photos } = await packOf((one) => (one.id === 1 ? { ...one, mayPhoto: false } : one))
  expect(photos).toBe(1)
  expect(names.some((name) => name.includes('Guong1'))).toBe(false)
  expect(text('2026-Q4_KhongDua.csv')).toContain('chưa đồng ý công bố ảnh')
})

test('a name that a spreadsheet would calculate is shown as it is written', async () => {
  const { list } = await packOf((one) => (one.id === 1 ? { ...one, name: '=cmd|calc' } : one))
  expect(list).toContain("G1,'=cmd|calc")
})

test('two of one name in one unit, however long, keep each their own picture', async () => {
  const twin = { name: 'Tổ liên gia tự quản '.repeat(8), unit: 'Thôn Đôn Lương' }
  const { names, photos } = await packOf((one) => ({ ...one, ...twin, mayName: true, mayPhoto: true }))
  expect(photos).toBe(3)
  expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(3)
})

test('the same facts make the same files, to the byte, whenever they are made', async () => {
  const facts = sampleFacts({ units: 4 })
  const rows = { replies: [], deliveries: [], photo, timeZone: 'Asia/Ho_Chi_Minh' }
  const all = async () => [
    await reportDocx(facts, samplePaper),
    await whole((await reportWorkbook(facts, rows, t))()),
    await whole((await exemplarPack(facts, { ...samplePaper, photo }, t)).chunks()),
  ]
  const first = await all()
  // The times in a zip go by two seconds.
  await setTimeout(2_100)
  const second = await all()
  expect(first.map((file, at) => Buffer.compare(file, second[at] ?? new Uint8Array()))).toEqual([0, 0, 0])
})
