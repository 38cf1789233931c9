/** What becomes of the files people send: known by their bytes, and refused when nobody could open them. */
import { expect, test } from 'vitest'
import { inspectFile } from '../../../domain/files/file-content.ts'
import { docx, odt, ole, pdf, pptx, xlsx, zip } from '../../sample-documents.ts'
import { gif, heic, jpeg, png, tiff, turnedJpeg, webp } from '../../sample-files.ts'

const damaged = { ok: false, reason: 'damaged' }
const unsupported = { ok: false, reason: 'unsupported' }
const OFFICE = 'application/vnd.openxmlformats-officedocument'

test.each([
  ['JPEG', jpeg(640, 480), 'image/jpeg', 640, 480],
  ['PNG', png(31, 17), 'image/png', 31, 17],
  ['GIF', gif(), 'image/gif', 1, 1],
  ['WebP', webp(), 'image/webp', 1, 1],
  ['HEIC', heic(4032, 3024), 'image/heic', 4032, 3024],
  ['TIFF', tiff(20, 10), 'image/tiff', 20, 10],
])('a %s picture is taken, with its width and height', async (_, bytes, contentType, width, height) => {
  expect(await inspectFile(bytes)).toEqual({ ok: true, contentType, width, height })
})

test.each([
  [1, 640, 480],
  [3, 640, 480],
  [6, 480, 640],
  [8, 480, 640],
])('a picture that a camera turned by %i is as wide and high as it is shown', async (turn, width, height) => {
  expect(await inspectFile(turnedJpeg(640, 480, turn))).toMatchObject({ ok: true, width, height })
})

test.each([
  ['PDF', pdf(), 'application/pdf'],
  ['Word', docx(), `${OFFICE}.wordprocessingml.document`],
  ['Excel', xlsx(), `${OFFICE}.spreadsheetml.sheet`],
  ['PowerPoint', pptx(), `${OFFICE}.presentationml.presentation`],
  ['OpenDocument', odt(), 'application/vnd.oasis.opendocument.text'],
  ['old Word', ole('WordDocument'), 'application/msword'],
  ['old Excel', ole('Workbook'), 'application/vnd.ms-excel'],
  ['old PowerPoint', ole('PowerPoint Document'), 'application/vnd.ms-powerpoint'],
])('a document of %s is taken', async (_, bytes, contentType) => {
  expect(await inspectFile(bytes)).toEqual({ ok: true, contentType })
})

test.each([
  ['JPEG', jpeg(640, 480)],
  ['JPEG with a thumbnail', jpeg(640, 480, jpeg(160, 120))],
  ['PNG', png(31, 17)],
  ['GIF', gif()],
  ['WebP', webp()],
  ['HEIC', heic(4032, 3024)],
  ['PDF', pdf()],
  ['Word', docx()],
  ['old Word', ole('WordDocument')],
])('a %s that broke off on its way is damaged, wherever it broke off', async (_, bytes) => {
  expect(await inspectFile(bytes)).toMatchObject({ ok: true })
  for (const part of [0.5, 0.75, 0.9]) {
    expect(await inspectFile(bytes.subarray(0, bytes.length * part)), `${part}`).toEqual(damaged)
  }
  expect(await inspectFile(bytes.subarray(0, -2)), 'but two bytes').toEqual(damaged)
})

test('a PNG with one wrong byte in the middle is damaged', async () => {
  const bytes = png(31, 17)
  bytes.writeUInt8(bytes.readUInt8(45) ^ 1, 45)
  expect(await inspectFile(bytes)).toEqual(damaged)
})

test('a JPEG with bytes of a phone’s own behind its end is taken', async () => {
  const bytes = Buffer.concat([jpeg(640, 480), Buffer.from('SEFT and whatever the phone notes')])
  expect(await inspectFile(bytes)).toMatchObject({ ok: true, width: 640 })
})

test('a picture without a width, or of a size that no camera makes, is damaged', async () => {
  expect(await inspectFile(jpeg(0, 480))).toEqual(damaged)
  expect(await inspectFile(png(20, 20, 20_001))).toEqual(damaged)
  expect(await inspectFile(png(20, 20, 20_000))).toMatchObject({ ok: true, width: 20_000 })
})

test.each([
  ['a drawing with script in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['a web page', Buffer.from('<!doctype html><html><script>alert(1)</script></html>')],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  ['an archive', zip({ 'anh.jpg': 'x' })],
  ['an installer in the container of old Word files', ole('Installer')],
  ['plain text', Buffer.from('đã xong')],
])('%s is not taken', async (_, bytes) => {
  expect(await inspectFile(bytes)).toEqual(unsupported)
})

test('a file without a byte is empty', async () => {
  expect(await inspectFile(new Uint8Array())).toEqual({ ok: false, reason: 'empty' })
})

test('bytes that are a part of a larger buffer are read as that part alone', async () => {
  const photo = jpeg(640, 480)
  const larger = Buffer.concat([Buffer.from('%PDF-1.4 '), photo, Buffer.from([0xff, 0xd9])])
  expect(await inspectFile(new Uint8Array(larger.buffer, larger.byteOffset + 9, photo.length))).toMatchObject(
    {
      ok: true,
      width: 640,
    },
  )
})
