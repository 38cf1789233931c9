/** What an import changes, told field by field. */
import type { Change } from '../../domain/imports/changes.ts'

/** One line for each field: the code, the field, from what to what. */
export const changeLines = ({ code, fields }: Change): string[] =>
  fields.map(({ field, from, to }) => `${code}  ${field}: ${shown(from)} -> ${shown(to)}`)

/** A field's value for the eye. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '(nothing)'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return value.join(', ') || '(nothing)'
  if (value instanceof Temporal.PlainDate || typeof value !== 'object') return String(value)
  return JSON.stringify(value)
}
