/** Takes parts out of the zip that a Word or Excel file is, without trusting what the zip says of itself. */
import { unzipSync } from 'fflate'
import { UnreadableDocument } from './unreadable-document.ts'

/** A plan of a hundred pages unpacks to a tenth of this. */
const MOST_UNPACKED = 30_000_000

/** What a part of XML may shrink to at best; a bomb claims, and does, a thousandfold. */
const MOST_RATIO = 300

/** The wanted parts that are there, as text. Throws UnreadableDocument. */
export function zipParts(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, string> {
  let room = MOST_UNPACKED
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!isWanted(name)) return false
        // The space for a part is laid out by its claim, so a lie about the size cannot fill the memory.
        room -= originalSize
        if (room < 0 || originalSize > Math.max(1_000_000, size * MOST_RATIO)) throw new TooLarge()
        return true
      },
    })
    return new Map(Object.entries(parts).map(([name, part]) => [name, new TextDecoder().decode(part)]))
  } catch (error) {
    throw error instanceof TooLarge
      ? new UnreadableDocument(
          'The file unpacks to far more than such a file can hold.',
          'Copy its text into a new file, save it and import that.',
        )
      : new UnreadableDocument(
          'The file is damaged: it cannot be unpacked.',
          'Open it in Word or Excel, save it again and import the new file.',
        )
  }
}

class TooLarge extends Error {}
