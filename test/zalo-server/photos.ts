/** The photos people sent, behind links that expire. */
import { randomUUID } from 'node:crypto'

export type Photos = {
  /** Keeps a photo; answers with the path of its link. */
  keep(bytes: Uint8Array): string
  /** Undefined when it never was, or is over. */
  at(path: string): Uint8Array | undefined
  /** All links given until now lead nowhere. */
  expire(): void
}

export function createPhotos(): Photos {
  const kept = new Map<string, Uint8Array>()
  return {
    keep(bytes) {
      const path = `/jpg/${randomUUID()}.jpg`
      kept.set(path, bytes)
      return path
    },
    at: (path) => kept.get(path),
    expire: () => kept.clear(),
  }
}
