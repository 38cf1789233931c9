/** Reads what a client sent with a request: a query string, JSON, a form, or a form with files. */
import { badRequest } from './refusal.ts'
import type { Upload } from './uploads.ts'

export type SentParams = {
  values: Record<string, unknown>
  /** The encoding knows text alone, so numbers and objects come written as text. */
  asText: boolean
  files: Map<string, Upload>
}

const NO_FILES: Map<string, Upload> = new Map()

/** A promise for multipart bodies alone: the others are on the path that must be fast. Throws Refusal. */
export function readParams(
  body: Buffer,
  contentType: string,
  query: string,
): SentParams | Promise<SentParams> {
  if (contentType.startsWith('multipart/form-data')) return readMultipart(body, contentType)
  if (contentType.startsWith('application/json')) return readJson(body)
  const form = new URLSearchParams(body.length > 0 ? body.toString() : query)
  return { values: Object.fromEntries(form), asText: true, files: NO_FILES }
}

function readJson(body: Buffer): SentParams {
  let values: unknown
  try {
    values = body.length > 0 ? JSON.parse(body.toString()) : {}
  } catch {
    throw badRequest("can't parse JSON object")
  }
  if (!isObject(values)) throw badRequest('the body must be a JSON object')
  return { values, asText: false, files: NO_FILES }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function readMultipart(body: Buffer, contentType: string): Promise<SentParams> {
  const headers = { 'content-type': contentType }
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => {
    throw badRequest("can't parse multipart/form-data")
  })
  const values: Record<string, unknown> = {}
  const files = new Map<string, Upload>()
  for (const [name, part] of form) {
    if (typeof part === 'string') values[name] = part
    else files.set(name, { fileName: part.name, mimeType: part.type, bytes: await part.bytes() })
  }
  return { values, asText: true, files }
}
