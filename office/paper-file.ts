/** Writes a paper to a file, and never over one that somebody has worked on since it was made. */
import { hash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { parse } from 'node:path'
import type { Db } from '../db/client.ts'
import { keepPaperMade, wasMadeByUs } from '../db/papers/made.ts'
import { CommandError } from '../domain/command.ts'

type Made = { period: string; format: string; now: Date }

/** More files of one name beside each other than anybody keeps. */
const MOST_BESIDE = 99

/** Resolves with the path it was written to: another one beside it where the file was edited, or is not ours. */
export async function writePaper(db: Db, path: string, bytes: Uint8Array, made: Made): Promise<string> {
  const { dir, name, ext } = parse(path)
  for (let n = 1; n <= MOST_BESIDE; n++) {
    const candidate = n === 1 ? path : `${dir === '' ? '' : `${dir}/`}${name} (${n})${ext}`
    const there = await readFile(candidate).catch(nothingThere)
    if (there !== null && !(await wasMadeByUs(db, sha256(there)))) continue
    // First known as ours, then written: a file that is there is never taken for somebody's work.
    await keepPaperMade(db, { sha256: sha256(bytes), ...made })
    await writeFile(candidate, bytes)
    return candidate
  }
  throw new CommandError(
    'too_many_files',
    `There are ${MOST_BESIDE} edited files of this name already.`,
    'Name another file: --out FILE',
  )
}

const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes)

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw new CommandError(
    'unreadable_file',
    `${error.path ?? 'The file'} cannot be read: ${error.code}.`,
    'Name another file: --out FILE',
  )
}
