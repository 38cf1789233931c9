/** Turns what a client sent into a method's parameters, or says what is wrong with it. Compiled once per method. */
import { limitProblem } from './limits.ts'
import type { SentParams } from './sent-params.ts'
import { type Field, methodFields, methodNames, objectCheck } from './spec-check.ts'
import type { Upload } from './uploads.ts'

type Accepted = { params: Record<string, unknown>; problem: string | null }
export type Accept = (sent: SentParams) => Accepted

const SCALARS = new Set(['Integer', 'Float', 'String', 'Boolean', 'InputFile'])
const isStructure = ({ types }: Field): boolean => types.every((type) => !SCALARS.has(type))

function compile(method: string): Accept {
  const fields = methodFields(method)
  const check = objectCheck(fields)
  const structures = new Map(fields.filter(isStructure).map((field) => [field.name, fromJson]))
  const texts = new Map(fields.map((field) => [field.name, fromText(field)]))
  const fileFields = new Set(
    fields.filter(({ types }) => types.includes('InputFile')).map((field) => field.name),
  )
  return ({ values, asText, files }) => {
    const params: Record<string, unknown> = {}
    // Structures may come as JSON in a string whatever the encoding: the platform takes them so.
    const readers = asText ? texts : structures
    for (const [name, value] of Object.entries(values)) {
      const read = readers.get(name)
      params[name] = read && typeof value === 'string' ? read(value) : value
    }
    for (const [name, file] of files) if (fileFields.has(name)) params[name] = file
    const misfit = check(params)
    const problem = misfit
      ? `${method}${misfit}`
      : (limitProblem(method, params) ?? strayFile(params, files, fileFields))
    return { params, problem }
  }
}

/** Text that does not read as its type stays text, and fails the check with the type's name. */
function fromText(field: Field): (text: string) => unknown {
  if (isStructure(field)) return fromJson
  switch (field.types.join()) {
    case 'Integer':
    case 'Float':
      return (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)
    case 'Boolean':
      return (text) => (text === 'true' ? true : text === 'false' ? false : text)
    default:
      return (text) => text
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A file under a name that no parameter has must be spoken of as `attach://name`. */
function strayFile(
  params: Record<string, unknown>,
  files: Map<string, Upload>,
  fileFields: Set<string>,
): string | null {
  for (const name of files.keys()) {
    const isUsed = fileFields.has(name) || JSON.stringify(params.media)?.includes(`attach://${name}"`)
    if (!isUsed) return `the file ${name} belongs to no parameter`
  }
  return null
}

/** By the method's name; a method that is not in the description has none. */
export const acceptParams: ReadonlyMap<string, Accept> = new Map(
  methodNames.map((method) => [method, compile(method)]),
)
