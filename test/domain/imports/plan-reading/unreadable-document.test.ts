// Files that are no plan: each is refused with what to do, and none hurts whoever opens it.
import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readPlanDocument } from '../../../../domain/imports/plan-reading/read-plan-document.ts'

async function complaint(bytes: Uint8Array): Promise<string> {
  const { problems } = await readPlanDocument(bytes)
  return problems.map(({ problem }) => problem).join(' ')
}

const word = (body: string) => zipSync({ 'word/document.xml': strToU8(body) })

test('an old Word file is to be saved as .docx', async () => {
  const { problems } = await readPlanDocument(
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  )
  expect(problems[0]?.problem).toContain('old Word')
  expect(problems[0]?.mend).toContain('.docx')
})

test('a PDF, a picture and an old code page are refused', async () => {
  expect(await complaint(Buffer.from('%PDF-1.4'))).toContain('PDF')
  expect(await complaint(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toContain('not a text')
})

test('a zip bomb is refused before it is unpacked', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(50_000_000) })
  expect(bomb.length).toBeLessThan(100_000)
  expect(await complaint(bomb)).toContain('unpacks to far more')
})

test('a zip that lies about its size gives no more than it claimed', async () => {
  const honest = zipSync({ 'word/document.xml': new Uint8Array(20_000_000) })
  const lying = Buffer.from(honest)
  for (let at = 0; at < lying.length - 4; at++)
    if (lying.readUInt32LE(at) === 20_000_000) lying.writeUInt32LE(10, at)
  expect(await complaint(lying)).not.toBe('')
})

test('entities that grow are not expanded', async () => {
  const laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><document><body/></document>'
  expect(await complaint(word(laughs))).toContain('damaged')
})

test('elements within elements without end are told as damage', async () => {
  const deep = `<document><body>${'<p>'.repeat(50_000)}${'</p>'.repeat(50_000)}</body></document>`
  expect(await complaint(word(deep))).not.toBe('')
})

test('a text of megabytes is refused at once', async () => {
  expect(await complaint(Buffer.from('KẾ HOẠCH năm 2026 '.repeat(100_000)))).toContain(
    'more text than a plan',
  )
})

test.each([
  ['a zip of something else', zipSync({ 'photo.txt': strToU8('x') })],
  ['a cut zip', word('<document/>').slice(0, 60)],
  ['XML that is none', word('no xml')],
  ['an empty file', new Uint8Array()],
  ['raw noise', deflateRawSync(Buffer.from('noise'.repeat(100)))],
  ['a workbook without sheets', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
])('%s is refused with a way out', async (_, bytes) => {
  const { problems } = await readPlanDocument(bytes)
  expect(problems[0]).toMatchObject({ severity: 'error' })
  expect(problems[0]?.mend).not.toBe('')
})
