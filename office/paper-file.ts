/** Writes a paper to a file, and never over one that somebody has worked on since it was made. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { parse } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Db } from '../db/client.ts'
import { keepPaperMade, wasMadeByUs } from '../db/papers/made.ts'
import { CommandError } from '../domain/command.ts'

type Made = { period: string; format: string; now: Date }

/** More files of one name beside each other than anybody keeps. */
const MOST_BESIDE = 99

/**
 * Resolves with the path it was written to: another one beside it where the file was edited, or is not ours. Until it is
 * whole it stands there under a name of its own.
 */
export async function writePaper(
  db: Db,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  made: Made,
): Promise<string> {
  const half = `${path}.${process.pid}.part`
  try {
    const sha256 = await written(half, chunks)
    const candidate = await freePath(db, path)
    // First known as ours, then in its place: a file that is there is never taken for somebody's work.
    await keepPaperMade(db, { sha256, ...made })
    await rename(half, candidate)
    return candidate
  } finally {
    await rm(half, { force: true })
  }
}

/** Resolves with the SHA-256 of what was written, in hex. */
async function written(path: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  const hashed = async function* () {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(hashed, createWriteStream(path, { flags: 'wx' }))
  return hash.digest('hex')
}

async function freePath(db: Db, path: string): Promise<string> {
  const { dir, name, ext } = parse(path)
  for (let n = 1; n <= MOST_BESIDE; n++) {
    const candidate = n === 1 ? path : `${dir === '' ? '' : `${dir}/`}${name} (${n})${ext}`
    const there = await hashOf(candidate).catch(nothingThere)
    if (there === null || (await wasMadeByUs(db, there))) return candidate
  }
  throw new CommandError(
    'too_many_files',
    `There are ${MOST_BESIDE} edited files of this name already.`,
    'Name another file: --out FILE',
  )
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function nothingThere(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw new CommandError(
    'unreadable_file',
    `${error.path ?? 'The file'} cannot be read: ${error.code}.`,
    'Name another file: --out FILE',
  )
}
