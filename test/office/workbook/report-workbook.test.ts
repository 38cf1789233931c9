/** The Excel file of a period: what stands in its cells, and that nothing in it is ever calculated. */
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { ReplyRow } from '../../../db/papers/report-rows.ts'
import type { PeriodFacts } from '../../../domain/papers/period-facts.ts'
import { translator } from '../../../locales/i18n.ts'
import { reportWorkbook, type WorkbookRows } from '../../../office/workbook/report-workbook.ts'
import { whole } from '../../../office/zip.ts'
import { sampleFacts } from '../report/sample-facts.ts'

const t = translator('vi')
const HOSTILE = '=HYPERLINK("http://x","bấm")'

const reply: ReplyRow = {
  reportId: 1,
  supersedesId: null,
  taskCode: 'Q4-b',
  task: 'Báo cáo tổng kết',
  unitCode: 'U001',
  unit: 'Trường Mầm non <Hoa> & "Phượng"',
  status: 'in_progress',
  percent: 60,
  note: HOSTILE,
  difficulty: null,
  by: '+84 912',
  recordedBy: null,
  via: 'telegram',
  at: new Date('2026-12-17T02:30:00Z'),
  late: true,
}

const noRows = { replies: [], deliveries: [], photo: async () => null, timeZone: 'Asia/Ho_Chi_Minh' }

/** In one piece. */
const made = async (
  rows: Partial<WorkbookRows> = { replies: [reply] },
  facts: PeriodFacts = sampleFacts({ units: 3 }),
) => whole((await reportWorkbook(facts, { ...noRows, ...rows }, t))())

const sheet = async (bytes: Uint8Array, name: string) => {
  const sheets = await readExcelFile(Buffer.from(bytes))
  return sheets.find((one) => one.sheet === name)?.data ?? []
}

const parts = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).map(([name, part]) => ({ name, xml: strFromU8(part) }))

test('one line a unit and one column a task that units are asked, as many as the facts have', async () => {
  const facts = sampleFacts({ units: 3 })
  const [header = [], ...rows] = await sheet(await made(), 'Tiến độ')
  expect(rows.filter(([code]) => code !== null)).toHaveLength(facts.units.length)
  const columns = 5 + facts.tasks.filter(({ asked }) => asked > 0).length
  expect(header.filter((title) => title !== null)).toHaveLength(columns)
  const beside = rows.map((row) => row[columns + 1])
  expect(beside).toEqual(['Chú giải màu', 'Đã xong', 'Đang làm', 'Chưa làm', 'Có vướng mắc', 'Chưa trả lời'])
})

test('words that look like a formula are words, and times are those of the office’s clock', async () => {
  const bytes = await made()
  const [, row = []] = await sheet(bytes, 'Trả lời')
  // Excel keeps times as fractions of a day.
  expect(Number(row[1]) / 60_000).toBeCloseTo(Date.parse('2026-12-17T09:30:00Z') / 60_000, 3)
  expect(row[3]).toBe('Trường Mầm non <Hoa> & "Phượng"')
  expect(row[7]).toBe(HOSTILE)
  expect(row[9]).toBe('+84 912')
  expect(row[13]).toBe('có')
  expect(parts(bytes).some(({ xml }) => /<f[ >]/.test(xml))).toBe(false)
})

test('every sheet has a filter, a header that stays and prints on each page, and fits the paper’s width', async () => {
  const all = parts(await made())
  const sheets = all.filter(({ name }) => /worksheets\/sheet\d+\.xml$/.test(name))
  expect(sheets).toHaveLength(5)
  for (const { xml } of sheets) {
    expect(xml).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+\d+"\/>/)
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain('fitToWidth="1" fitToHeight="0"')
  }
  const names = all.find(({ name }) => name === 'xl/workbook.xml')?.xml ?? ''
  expect(names.match(/Print_Titles/g)).toHaveLength(5)
})

test('every photo that may be used stands in a cell of its own, as it was taken', async () => {
  const facts = sampleFacts({ units: 3 })
  const exemplars = facts.exemplars.slice(0, 1).map((one) => ({ ...one, photoIds: [7, 8] }))
  const photo = async (id: number) => ({
    bytes: async () => Uint8Array.of(0xff, 0xd8, id),
    ...{ type: 'image/jpeg', width: 4, height: 3 },
  })
  const bytes = await made({ photo }, { ...facts, exemplars })
  const [header = []] = await sheet(bytes, 'Gương điển hình')
  expect(header.slice(-2)).toEqual(['Ảnh 1', 'Ảnh 2'])
  const pictures = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/media/'))
  expect(pictures.map(([, picture]) => picture.at(-1)).toSorted()).toEqual([7, 8])
})

test('a photo that the camera turned is turned in its cell', async () => {
  const facts = sampleFacts({ units: 3 })
  const turn = { mirrored: false, degrees: 90 as const }
  const photo = async () => ({
    bytes: async () => Uint8Array.of(0xff, 0xd8),
    ...{ type: 'image/jpeg', width: 960, height: 1280, turn },
  })
  const xml = parts(await made({ photo }, { ...facts, exemplars: facts.exemplars.slice(0, 1) })).find(
    ({ name }) => /drawings\/drawing\d\.xml$/.test(name),
  )?.xml
  expect(xml).toContain('<xdr:ext cx="914400" cy="914400"/>')
  expect(xml).toContain('<a:srcRect t="-16667" b="-16667"/><a:stretch>')
  expect(xml).toContain('<xdr:spPr><a:xfrm rot="5400000">')
})

test('what did not arrive is told in words', async () => {
  const delivery = {
    ...{ kind: 'reminder' as const, unitCode: 'U001', recipient: 'Lan', channel: 'zalo' as const },
    ...{ state: 'failed', failure: 'blocked', queuedAt: reply.at, sentAt: null, acknowledgedAt: null },
  }
  const bytes = await made({ deliveries: [delivery] })
  const [, row = []] = await sheet(bytes, 'Sổ đôn đốc')
  expect(row.slice(4, 7)).toEqual(['Zalo', 'không tới', 'đã chặn kênh'])
})

const heightsIn = async (bytes: Uint8Array, id: number) => {
  const xml = parts(bytes).find(({ name }) => name === `xl/worksheets/sheet${id}.xml`)?.xml ?? ''
  return [...xml.matchAll(/<row [^>]*?ht="([\d.]+)"/g)].map(([, height]) => Number(height)).slice(1)
}

test('a row is as high as the words in it need, and a time is one line', async () => {
  const short = { ...reply, unit: 'Trường Mầm non', note: null, task: 'Việc', by: 'Lan' }
  expect(await heightsIn(await made({ replies: [short] }), 2)).toEqual([16])
  const facts = sampleFacts({ units: 3 })
  const [one] = facts.exemplars
  const told = (deed: string) => made({}, { ...facts, exemplars: one ? [{ ...one, deed }] : [] })
  expect(await heightsIn(await told('Dạy giỏi.'), 4)).toEqual([78])
  expect(await heightsIn(await told('Dạy giỏi nhiều năm. '.repeat(30)), 4)).toEqual([160])
})

test('what looks like a formula stays words when somebody edits the cell', async () => {
  const all = parts(await made({ replies: [{ ...reply, by: 'Lan' }] }))
  const xmlOf = (path: string) => all.find(({ name }) => name === path)?.xml ?? ''
  const styles = xmlOf('xl/styles.xml')
  const [, text] = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(styles) ?? []
  const looks = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf ([^>]*)>/g)].map(
    ([, look]) => look,
  )
  const sheet2 = xmlOf('xl/worksheets/sheet2.xml')
  const lookOf = (cell: string) => looks[Number(new RegExp(`r="${cell}"[^>]*? s="(\\d+)"`).exec(sheet2)?.[1])]
  expect(lookOf('H2')).toContain(`numFmtId="${text}" applyNumberFormat="1"`)
  expect(lookOf('J2')).not.toContain('numFmtId')
})
