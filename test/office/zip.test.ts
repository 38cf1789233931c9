/** Zip files written part by part: any program opens them, and the same parts make the same bytes on any day. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type Chunks, inOnePiece, whole, type ZipPart, zip } from '../../office/zip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const day = Temporal.PlainDate.from('2026-12-31')
const zipped = (parts: ZipPart[]) => whole(zip(parts, day))

const PIECES: Chunks = () => [bytes('a photo '), bytes('in pieces')]
const PARTS: ZipPart[] = [
  { path: 'word/document.xml', bytes: bytes('đồng chí '.repeat(100)) },
  { path: 'ảnh.jpg', packed: inOnePiece(async () => bytes('a photo')) },
  { path: 'pieces.jpg', packed: PIECES },
  { path: 'nothing', packed: () => [] },
]

test('what was put in comes out, packed or as it is', async () => {
  const files = unzipSync(await zipped(PARTS))
  expect(Object.entries(files).map(([path, content]) => [path, strFromU8(content)])).toEqual([
    ['word/document.xml', 'đồng chí '.repeat(100)],
    ['ảnh.jpg', 'a photo'],
    ['pieces.jpg', 'a photo in pieces'],
    ['nothing', ''],
  ])
})

const noPython = spawnSync('python3', ['--version']).status !== 0

test.skipIf(noPython)('another program finds no fault in it, and the day on every part', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dondoc-zip-')), 'a.zip')
  writeFileSync(file, await zipped(PARTS))
  const script =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print([i.date_time for i in z.infolist()])'
  const python = () => execFileSync('python3', ['-c', script, file], { encoding: 'utf8' })
  expect(python()).toBe(`[${Array(4).fill('(2026, 12, 31, 0, 0, 0)').join(', ')}]\n`)
})

test('a picture is fetched when its turn comes, and once', async () => {
  const fetched: string[] = []
  const photo = (name: string): ZipPart => ({
    path: name,
    packed: inOnePiece(async () => {
      fetched.push(name)
      return bytes(name)
    }),
  })
  const written: string[] = []
  for await (const chunk of zip([photo('first'), photo('second')], day))
    written.push(`${strFromU8(chunk.slice(-6))} after ${fetched.length}`)
  expect(written.slice(0, 4)).toEqual([
    expect.stringContaining('after 1'),
    'first after 1',
    'second after 2',
    'second after 2',
  ])
  expect(fetched).toEqual(['first', 'second'])
})
