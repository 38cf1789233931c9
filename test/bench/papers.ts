/** The commands that make papers, whole processes on a real database: of 60 units, then of 1,000 with 300 photos of 300 kB. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBigOffice } from './big-office.ts'
import { atMost, type Figure, report } from './figures.ts'
import { wholeCommand } from './whole-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'dondoc-papers-'))
const figures: Figure[] = []

const few = await openBigOffice({ units: 60, photos: 4 })
const shown = await wholeCommand(few.url, 'plan', 'show', '--json')
const made = await wholeCommand(few.url, 'report', '2026-Q4', '--out', join(folder, '60.docx'))
figures.push(atMost('60 units: report 2026-Q4', made.seconds, 2, ' s', 1))
// A busy machine slows both alike.
figures.push(atMost('the same, in times of what `plan show` takes', made.seconds / shown.seconds, 3, '', 1))
await few.close()

const many = await openBigOffice({ units: 1_000, photos: 300 })
for (const words of [
  ['report', '2026-Q4'],
  ['report', '2026'],
  ['report', '2026-Q4', '--format', 'xlsx'],
  ['report', '2026', '--format', 'xlsx'],
  ['exemplars', 'export', '2026-Q4'],
]) {
  const { seconds, megabytes } = await wholeCommand(
    many.url,
    ...words,
    '--out',
    join(folder, words.join(' ')),
  )
  figures.push(atMost(`1,000 units: ${words.join(' ')}`, seconds, 30, ' s', 1))
  figures.push(atMost('its peak memory', megabytes, 450, ' MB'))
}
await many.close()
rmSync(folder, { recursive: true, force: true })
report(figures)
