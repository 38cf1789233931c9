/** The container of old Word, Excel and PowerPoint files: whether it is whole, and which of them is in it. */

/** Each program's stream in the directory of the container. */
const STREAMS = {
  'application/msword': 'WordDocument',
  'application/vnd.ms-excel': 'Workbook',
  'application/vnd.ms-powerpoint': 'PowerPoint Document',
}

/** The header names the sectors that hold the tables and the directory, which are written last. */
export function oleIsWhole(bytes: Buffer): boolean {
  const count = Math.min(bytes.readUInt32LE(44), 109)
  const tables = Array.from({ length: count }, (_, n) => positionOf(bytes.readUInt32LE(76 + 4 * n), bytes))
  return [...tables, directoryOf(bytes)].every((position) => position + sectorSize(bytes) <= bytes.length)
}

/** Undefined for installers, mails and whatever else uses the container. */
export function oleContentType(bytes: Buffer): string | undefined {
  const found = Object.entries(STREAMS)
    .map(([contentType, stream]) => ({
      contentType,
      at: bytes.indexOf(stream, directoryOf(bytes), 'utf16le'),
    }))
    .filter(({ at }) => at >= 0)
  // A table within a letter has its stream too, behind the letter's own.
  return found.toSorted((a, b) => a.at - b.at)[0]?.contentType
}

const sectorSize = (bytes: Buffer) => 2 ** bytes.readUInt16LE(30)
const positionOf = (sector: number, bytes: Buffer) => (sector + 1) * sectorSize(bytes)
const directoryOf = (bytes: Buffer) => positionOf(bytes.readUInt32LE(48), bytes)
