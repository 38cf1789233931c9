/** Shows Word files as LibreOffice prints them; a machine without it, or without poppler, skips what needs them, and says so. */
import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'

const run = promisify(execFile)

/** LibreOffice needs seconds to start with a new profile. */
export const SLOW = 120_000

const missing = ['soffice', 'pdftotext', 'pdffonts'].find((program) => !isThere(program))

/** For `test.skipIf`, and for a title that says why. */
export const cannotRender = missing !== undefined
export const titled = (title: string) =>
  missing === undefined ? title : `${title} (skipped: ${missing} is not installed)`

function isThere(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The file as LibreOffice saves it in another format, in a profile of its own: another LibreOffice may be running. */
async function converted(docx: Uint8Array, to: 'docx' | 'pdf'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rendered-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'report.docx')
  const out = join(folder, 'out')
  await writeFile(file, docx)
  await run('soffice', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    ...['--headless', '--convert-to', to, '--outdir', out, file],
  ])
  return join(out, `report.${to}`)
}

export const savedByLibreOffice = async (docx: Uint8Array): Promise<Uint8Array> =>
  readFile(await converted(docx, 'docx'))

/** The text of each page, line by line as it stands there, and the names of the fonts. */
export async function printed(docx: Uint8Array): Promise<{ pages: string[]; fonts: string[] }> {
  const pdf = await converted(docx, 'pdf')
  const { stdout: text } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 50_000_000 })
  const { stdout: table } = await run('pdffonts', [pdf])
  const [, , ...rows] = table.trim().split('\n')
  return { pages: text.split('\f').slice(0, -1), fonts: rows.map((row) => row.split(/\s/)[0] ?? '') }
}
