/** Writes a zip part by part, so that little of it need be held: what stands in it is fetched when its turn comes. */
import { crc32, deflateRawSync } from 'node:zlib'

/** Bytes piece by piece; each call gives the same ones anew. */
export type Chunks = () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** What is packed already, pictures and zips, is kept as it comes. */
export type ZipPart = { path: string; bytes: Uint8Array } | { path: string; packed: Chunks }

const STORED = 0
const DEFLATED = 8
/** Names are UTF-8. */
const UTF_8 = 0x0800
const VERSION = 20
const LARGEST = 0xffff_ffff
const MOST_PARTS = 0xffff

/** By PKWARE's APPNOTE. All parts are of midnight of `day`: the same parts make the same file whenever it is made. */
export async function* zip(parts: Iterable<ZipPart>, day: Temporal.PlainDate): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const path = Buffer.from(part.path)
    const { chunks, ...facts } = await measured(part)
    const told = headOf({ ...facts, path, day })
    yield Buffer.concat([uint32(0x04034b50), told, path])
    yield* chunks()
    directory.push(
      Buffer.concat([uint32(0x02014b50), uint16(VERSION), told, Buffer.alloc(10), uint32(offset), path]),
    )
    offset += 4 + told.length + path.length + facts.packed
    if (offset > LARGEST || directory.length > MOST_PARTS) throw new Error('too much for one zip file')
  }
  const all = Buffer.concat(directory)
  const count = uint16(directory.length)
  yield Buffer.concat([
    all,
    uint32(0x06054b50),
    Buffer.alloc(4),
    count,
    count,
    uint32(all.length),
    uint32(offset),
    uint16(0),
  ])
}

type Measured = { method: number; crc: number; packed: number; size: number }

/** A part's length and checksum stand before it, so that what comes piece by piece comes twice. */
async function measured(part: ZipPart): Promise<Measured & { chunks: Chunks }> {
  if ('bytes' in part) {
    const deflated = deflateRawSync(part.bytes)
    const facts = { packed: deflated.length, size: part.bytes.length, crc: crc32(part.bytes) }
    return { method: DEFLATED, ...facts, chunks: () => [deflated] }
  }
  let [crc, size, pieces] = [0, 0, 0]
  let last: Uint8Array = new Uint8Array()
  for await (const chunk of part.packed()) {
    crc = crc32(chunk, crc)
    size += chunk.length
    pieces += 1
    last = chunk
  }
  const only = last
  return { method: STORED, crc, packed: size, size, chunks: pieces === 1 ? () => [only] : part.packed }
}

/** What a part's own header and its line of the directory have in common. */
const headOf = ({
  method,
  crc,
  packed,
  size,
  path,
  day,
}: Measured & { path: Buffer; day: Temporal.PlainDate }): Buffer =>
  Buffer.concat([
    ...[VERSION, UTF_8, method, 0].map(uint16),
    uint16(((day.year - 1980) << 9) | (day.month << 5) | day.day),
    ...[crc, packed, size].map(uint32),
    uint16(path.length),
    uint16(0),
  ])

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** What is fetched as a whole. */
export const inOnePiece = (fetched: () => Promise<Uint8Array>): Chunks =>
  async function* () {
    yield await fetched()
  }

/** All of it in one piece. */
export async function whole(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const chunk of chunks) pieces.push(chunk)
  return Buffer.concat(pieces)
}
