/** Keeps the bytes of every file that went through the server, and gives them out by their ids and paths. */
import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { ApiDocument, ApiFile, ApiPhotoSize } from './api-types.ts'
import { badRequest } from './refusal.ts'

/** `about` what the platform remembers of a document besides. */
type Kept = { file: ApiFile; about?: About; path: string; bytes: Uint8Array }
type About = Pick<ApiDocument, 'file_name' | 'mime_type'>

export type Files = {
  /** `folder` as in the platform's paths: photos, documents, voice, stickers. */
  keep(bytes: Uint8Array, folder: string, extension: string): ApiFile
  keepDocument(bytes: Uint8Array, about: { file_name: string; mime_type: string }): ApiDocument
  /** The several sizes of one photo, smallest first, as the platform lists them. */
  keepPhoto(bytes: Uint8Array): ApiPhotoSize[]
  /** The file of an id that this server gave out; throws Refusal. */
  byId(fileId: string): Kept
  /** Null when there is none, or when it is too big to download. */
  bytesAt(path: string): Uint8Array | null
}

/** What getFile gives out at most; a platform limit. */
export const MAX_DOWNLOAD = 20 * 1024 * 1024
const LONGEST_SIDES = [90, 320, 800, 1280]

export function createFiles(): Files {
  const keptById = new Map<string, Kept>()
  const keptByPath = new Map<string, Kept>()

  function keep(bytes: Uint8Array, folder: string, extension: string, about?: About): ApiFile {
    const number = keptById.size + 1
    const file = {
      file_id: `AgACAgUAAxkBAAI${String(number).padStart(9, '0')}`,
      // The same bytes have the same unique id, whoever sent them.
      file_unique_id: createHash('sha1').update(bytes).digest('base64url').slice(0, 15),
      file_size: bytes.length,
    }
    const kept = { file, about, path: `${folder}/file_${number}.${extension}`, bytes }
    keptById.set(file.file_id, kept)
    keptByPath.set(kept.path, kept)
    return file
  }

  return {
    keep,
    keepDocument: (bytes, about) => ({
      ...keep(bytes, 'documents', extname(about.file_name).slice(1) || 'bin', about),
      ...about,
    }),
    keepPhoto(bytes) {
      return LONGEST_SIDES.map((height, i) => {
        const isLargest = i === LONGEST_SIDES.length - 1
        // Smaller sizes are beginnings of the photo: whoever takes the wrong one gets other bytes.
        const part = isLargest ? bytes : bytes.subarray(0, Math.ceil((bytes.length * (i + 1)) / 10))
        return { ...keep(part, 'photos', 'jpg'), width: Math.round(height * 0.75), height }
      })
    },
    byId(fileId) {
      const kept = keptById.get(fileId)
      if (!kept) throw badRequest('wrong file_id or the file is temporarily unavailable')
      return kept
    },
    bytesAt(path) {
      const bytes = keptByPath.get(path)?.bytes
      return bytes && bytes.length <= MAX_DOWNLOAD ? bytes : null
    },
  }
}
