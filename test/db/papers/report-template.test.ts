/** The office's own template of the report: the newest counts, and one with a fault never takes its place. */
import { expect, test } from 'vitest'
import { keepTemplate, readTemplate } from '../../../db/papers/report-template.ts'
import { freshDatabase } from '../../database.ts'

const now = new Date('2026-11-23T09:00:00+07:00')
const bytes = (...all: number[]) => new Uint8Array(all)

test('an office that has set no template has none of its own', async () => {
  expect(await readTemplate((await freshDatabase()).db)).toBeNull()
})

test('the template set last is the one that counts, whatever the clock said', async () => {
  const { db } = await freshDatabase()
  await keepTemplate(db, { bytes: bytes(1, 0, 255), name: 'mau-1.docx', now })
  await keepTemplate(db, { bytes: bytes(2, 0, 254), name: 'mau-2.docx', now: new Date(0) })
  const kept = await readTemplate(db)
  expect(kept?.name).toBe('mau-2.docx')
  expect(new Uint8Array(kept?.bytes ?? [])).toEqual(bytes(2, 0, 254))
})
