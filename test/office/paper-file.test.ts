/** A paper on the disk: made anew in its place, but never over what somebody has worked on. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writePaper } from '../../office/paper-file.ts'
import { freshDatabase } from '../database.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const now = new Date('2026-12-20T02:00:00Z')

async function desk() {
  const { db } = await freshDatabase()
  const path = join(await mkdtemp(join(tmpdir(), 'dondoc-paper-')), 'bao-cao.docx')
  const writes = (text: string) =>
    writePaper(db, path, [bytes(text)], { period: '2026-Q4', format: 'docx', now })
  return { path, writes, beside: (n: number) => path.replace('.docx', ` (${n}).docx`) }
}

test('a report that nobody touched is made anew in its place', async () => {
  const { path, writes } = await desk()
  expect(await writes('first')).toBe(path)
  expect(await writes('second')).toBe(path)
  expect(await readFile(path, 'utf8')).toBe('second')
})

test('one that the office has edited stays, and the new one lies beside it', async () => {
  const { path, writes, beside } = await desk()
  await writes('first')
  await writeFile(path, 'first, with our judgement')
  expect(await writes('second')).toBe(beside(2))
  expect(await readFile(path, 'utf8')).toBe('first, with our judgement')
  expect(await writes('third')).toBe(beside(2))
  expect(await readFile(beside(2), 'utf8')).toBe('third')
})

test('a file of somebody else’s is never written over', async () => {
  const { path, writes, beside } = await desk()
  await writeFile(path, 'a letter')
  expect(await writes('first')).toBe(beside(2))
  expect(await readFile(path, 'utf8')).toBe('a letter')
})
