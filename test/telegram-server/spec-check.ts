/** Checks values against the Bot API's own description (bot-api.json); each type is compiled once, when first met. */
import botApi from './bot-api.json' with { type: 'json' }
import { isUpload } from './uploads.ts'

export type Field = { name: string; types: string[]; required: boolean; value?: string }
type TypeSpec = { fields?: Field[]; subtypes?: string[] }

/** Null when the value fits, else what does not, beginning with the path to it: `.entities[0].offset must be …`. */
export type Check = (value: unknown) => string | null

const TYPES: Record<string, TypeSpec> = botApi.types
const METHODS: Record<string, { fields: Field[] }> = botApi.methods
const ARRAY_OF = 'Array of '

export const methodNames: string[] = Object.keys(METHODS)

/** The parameters of a method of the description. */
export const methodFields = (method: string): Field[] => METHODS[method]?.fields ?? []

const scalar =
  (fits: (value: unknown) => boolean, name: string): Check =>
  (value) =>
    fits(value) ? null : ` must be ${name}`

const checks = new Map<string, Check>([
  ['Integer', scalar(Number.isSafeInteger, 'an Integer')],
  ['Float', scalar(Number.isFinite, 'a Float')],
  ['String', scalar((value) => typeof value === 'string', 'a String')],
  ['Boolean', scalar((value) => typeof value === 'boolean', 'a Boolean')],
  ['InputFile', scalar(isUpload, 'an uploaded file')],
])

/** The check of a type by its name in the description. A type that the trimmed copy left out takes everything. */
export function typeCheck(type: string): Check {
  const known = checks.get(type)
  if (known) return known
  let compiled: Check | undefined
  const check: Check = (value) => {
    compiled ??= compile(type)
    return compiled(value)
  }
  checks.set(type, check)
  return check
}

function compile(type: string): Check {
  if (type.startsWith(ARRAY_OF)) return arrayCheck(typeCheck(type.slice(ARRAY_OF.length)))
  const spec = TYPES[type]
  if (spec?.subtypes) return anyOf(spec.subtypes.map(typeCheck))
  return spec?.fields ? objectCheck(spec.fields) : () => null
}

function arrayCheck(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return ' must be an Array'
    for (const [i, item] of value.entries()) {
      const problem = check(item)
      if (problem) return `[${i}]${problem}`
    }
    return null
  }
}

/** A check of all fields of an object: none missing, none unknown, each of its type. */
export function objectCheck(fields: Field[]): Check {
  const checkOf = new Map(fields.map((field) => [field.name, fieldCheck(field)]))
  const required = fields.filter((field) => field.required).map((field) => field.name)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return ' must be an object'
    for (const name of required) if (!(name in value)) return `.${name} is missing`
    for (const [name, part] of Object.entries(value)) {
      const check = checkOf.get(name)
      if (!check) return `.${name} is not known`
      const problem = check(part)
      if (problem) return `.${name}${problem}`
    }
    return null
  }
}

function fieldCheck({ types, value: only }: Field): Check {
  if (only) return scalar((value) => value === only, `"${only}"`)
  return anyOf(types.map(typeCheck))
}

function anyOf(alternatives: Check[]): Check {
  const [first] = alternatives
  if (first && alternatives.length === 1) return first
  return (value) => {
    const problems: string[] = []
    for (const check of alternatives) {
      const problem = check(value)
      if (!problem) return null
      problems.push(problem.trim())
    }
    return ` fits nothing: ${problems.join(', or ')}`
  }
}
