/** What a file is, by its bytes and never by its name, and whether it can be used. */
import { fileTypeFromBuffer } from 'file-type'
import { oleContentType, oleIsWhole } from './ole-file.ts'
import { pictureSize } from './picture-size.ts'
import {
  gifIsWhole,
  heicIsWhole,
  jpegIsWhole,
  pdfIsWhole,
  pngIsWhole,
  webpIsWhole,
  zipIsWhole,
} from './whole-file.ts'

/** `width` and `height` are those of images, in pixels as they are shown. */
export type FileContent =
  | { ok: true; contentType: string; width?: number; height?: number }
  | { ok: false; reason: 'empty' | 'unsupported' | 'damaged' }

const OLE = 'application/x-cfb'

/** What is taken, with the test that it is whole. */
const TAKEN: Record<string, (bytes: Buffer) => boolean> = {
  'image/jpeg': jpegIsWhole,
  'image/png': pngIsWhole,
  'image/apng': pngIsWhole,
  'image/webp': webpIsWhole,
  'image/gif': gifIsWhole,
  'image/heic': heicIsWhole,
  'image/heic-sequence': heicIsWhole,
  'image/heif': heicIsWhole,
  'image/heif-sequence': heicIsWhole,
  // It has no end mark; its dimensions mostly stand last, so that a cut shows there.
  'image/tiff': () => true,
  'application/pdf': pdfIsWhole,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': zipIsWhole,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': zipIsWhole,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': zipIsWhole,
  'application/vnd.oasis.opendocument.text': zipIsWhole,
  [OLE]: oleIsWhole,
}

/** A few kilobytes may claim to be a picture of gigabytes, and whoever opens it pays. No camera comes near this. */
const MOST_PIXELS_A_SIDE = 20_000

export async function inspectFile(file: Uint8Array): Promise<FileContent> {
  if (file.length === 0) return { ok: false, reason: 'empty' }
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const format = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  const isWhole = TAKEN[format]
  if (!isWhole) return { ok: false, reason: 'unsupported' }
  try {
    if (!isWhole(bytes)) return { ok: false, reason: 'damaged' }
    if (format.startsWith('image/')) return inspectImage(bytes, format)
  } catch {
    // Something that the file names lies behind its end.
    return { ok: false, reason: 'damaged' }
  }
  const contentType = format === OLE ? oleContentType(bytes) : format
  return contentType ? { ok: true, contentType } : { ok: false, reason: 'unsupported' }
}

/** Throws when there are no dimensions to be read. */
function inspectImage(bytes: Buffer, contentType: string): FileContent {
  const { width, height } = pictureSize(bytes)
  const plausible = (side: number) => side > 0 && side <= MOST_PIXELS_A_SIDE
  return plausible(width) && plausible(height)
    ? { ok: true, contentType, width, height }
    : { ok: false, reason: 'damaged' }
}
