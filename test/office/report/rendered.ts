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

const missing = ['soffice', 'pdftotext', 'pdffonts', 'pdftoppm'].find((program) => !isThere(program))

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

type Span = { left: number; right: number }

/** The lines that are drawn across the first page, from its top, and how far given words reach; in points. */
export async function firstPage(docx: Uint8Array) {
  const pdf = await converted(docx, 'pdf')
  const one = ['-f', '1', '-l', '1']
  const { stdout: boxes } = await run('pdftotext', [...one, '-bbox', pdf, '-'], { maxBuffer: 50_000_000 })
  const words = [...boxes.matchAll(/<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>([^<]*)/g)].map(
    ([, left, right, text]) => ({ left: Number(left), right: Number(right), text }),
  )
  const textOf = (some: typeof words) =>
    some
      .map(({ text }) => text)
      .join(' ')
      .replaceAll('\u00A0', ' ')
  const { stdout: picture } = await run('pdftoppm', [...one, '-r', String(DPI), '-gray', pdf], {
    maxBuffer: 50_000_000,
    encoding: 'buffer',
  })
  return {
    lines: linesIn(picture),
    spanOf(line: string): Span {
      const ends = (from: number) => words.findIndex((_, to) => line === textOf(words.slice(from, to + 1)))
      const at = words.findIndex((_, from) => ends(from) >= from)
      return { left: words[at]?.left ?? 0, right: words[ends(at)]?.right ?? 0 }
    },
  }
}

export const widthOf = ({ left, right }: Span): number => right - left

const DPI = 144
const SHORTEST = 15

/** Rows of dark points longer than any stroke of a letter; a line of several rows counts once. By the format of netpbm, P5. */
function linesIn(picture: Buffer): Span[] {
  const [head = '', width = 0, height = 0] =
    /^P5\s(\d+)\s(\d+)\s\d+\s/
      .exec(picture.toString('latin1', 0, 50))
      ?.map((n, at) => (at ? Number(n) : n)) ?? []
  const columns = Number(width)
  const pixels = picture.subarray(String(head).length)
  const found: (Span & { row: number })[] = []
  for (let row = 0; row < Number(height); row++) {
    let from = -1
    for (let column = 0; column <= columns; column++) {
      const isDark = column < columns && (pixels[row * columns + column] ?? 255) < 160
      if (isDark && from < 0) from = column
      if (isDark || from < 0) continue
      const span = { left: (from * 72) / DPI, right: (column * 72) / DPI, row }
      from = -1
      const isSame = found.some((one) => row - one.row < 6 && Math.abs(one.left - span.left) < 2)
      if (widthOf(span) > SHORTEST && !isSame) found.push(span)
    }
  }
  return found
}
