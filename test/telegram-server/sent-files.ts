/** Photos and documents that a bot sends: bytes in the request, or the id of a file that is already here. */
import type { ApiDocument, ApiPhotoSize } from './api-types.ts'
import type { Files } from './files.ts'
import { badRequest, Refusal } from './refusal.ts'
import { isUpload, type Upload } from './uploads.ts'

const MAX_PHOTO = 10 * 1024 * 1024
const MAX_UPLOAD = 50 * 1024 * 1024

export function sentPhoto(photo: Upload | string, files: Files): ApiPhotoSize[] {
  if (isUpload(photo) && photo.bytes.length > MAX_PHOTO) throw badRequest('file is too big')
  return files.keepPhoto(bytesOf(photo, files))
}

export function sentDocument(document: Upload | string, files: Files): ApiDocument {
  if (isUpload(document)) {
    const { fileName: file_name, mimeType: mime_type } = document
    return files.keepDocument(bytesOf(document, files), { file_name, mime_type })
  }
  const { file, about } = files.byId(document)
  return { ...file, ...about }
}

function bytesOf(file: Upload | string, files: Files): Uint8Array {
  if (!isUpload(file)) return files.byId(file).bytes
  if (file.bytes.length === 0) throw badRequest('file must be non-empty')
  if (file.bytes.length > MAX_UPLOAD) throw new Refusal(413, 'Request Entity Too Large')
  return file.bytes
}
