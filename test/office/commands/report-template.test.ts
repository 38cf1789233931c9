/** `report template get` and `set`: what the office takes out, changes and gives back. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readTemplate } from '../../../db/papers/report-template.ts'
import { templateGet, templateSet } from '../../../office/commands/report-template.ts'
import { freshDatabase } from '../../database.ts'
import { changeText, editedTemplate, paragraphOf } from '../report/template/word-edits.ts'

const now = new Date('2026-11-23T09:00:00+07:00')

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'template-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

test('a template that was taken out can be given back, and is then the one that is handed out', async () => {
  const { db } = await freshDatabase()
  const out = await folder()
  await templateGet(db, join(out, 'mau.docx'))
  const bytes = await readFile(join(out, 'mau.docx'))
  expect((await templateSet(db, { bytes, name: 'mau.docx', now })).refused).toBeUndefined()
  const again = await templateGet(db, join(out, 'again.docx'))
  expect(again.lines[0]).toContain("the office's own template (mau.docx)")
  expect(await readFile(join(out, 'again.docx'))).toEqual(bytes)
})

test('a file that is there already is left alone', async () => {
  const { db } = await freshDatabase()
  const out = join(await folder(), 'mau.docx')
  await templateGet(db, out)
  await expect(templateGet(db, out)).rejects.toThrow('is there already')
})

test('a template without a place it needs is refused by name, and the one in use stays', async () => {
  const { db } = await freshDatabase()
  await templateSet(db, { bytes: await editedTemplate(() => {}), name: 'good.docx', now })
  const bad = await editedTemplate((parts) => changeText(parts, paragraphOf('photos'), ''))
  const { refused, lines } = await templateSet(db, { bytes: bad, name: 'bad.docx', now })
  expect(refused).toBe(true)
  expect(lines.join('\n')).toContain('{{photos}}')
  expect((await readTemplate(db))?.name).toBe('good.docx')
})
