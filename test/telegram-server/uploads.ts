/** A file that came with a request. */

export type Upload = { fileName: string; mimeType: string; bytes: Uint8Array }

export const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
