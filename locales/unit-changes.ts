/** What a list of units changes: of the units it names, and of who heads them. */
import type { Change } from '../domain/imports/changes.ts'
import type { UnitList } from '../domain/imports/units/list.ts'
import { showPhone } from '../domain/phone.ts'
import type { Translate } from './i18n.ts'
import { shortened } from './import-file.ts'

/** More units nobody compares on a phone. */
const MOST_UNITS = 15

/** What people know of a unit, the person first; the rest is told as one. */
const TOLD = ['headName', 'headTitle', 'phone', 'name', 'blockName', 'isBlockLead'] as const

type Told = (typeof TOLD)[number]

/** Each unit with what is other, from what to what; the office sees its heads' phones, as everywhere. */
export function unitChangeLines({ changed, rows }: UnitList, t: Translate): string[] {
  const names = new Map(rows.map(({ code, shortName }) => [code, shortName]))
  const lines = changed
    .slice(0, MOST_UNITS)
    .flatMap(({ code, fields }) => [`- ${names.get(code) ?? code}`, ...fieldLines(fields, t)])
  const more = changed.length - MOST_UNITS
  return more > 0 ? [...lines, t('intake.moreUnits', { n: more })] : lines
}

function fieldLines(fields: Change['fields'], t: Translate): string[] {
  const told = TOLD.flatMap((name) => {
    const change = fields.find(({ field }) => field === name)
    if (!change) return []
    const words = (value: unknown) => shown(name, value, t)
    return [`   ${t(`intake.unitField.${name}`)} ${words(change.from)} → ${words(change.to)}`]
  })
  return told.length > 0 ? told : [`   ${t('intake.unitField.other')}`]
}

function shown(field: Told, value: unknown, t: Translate): string {
  if (typeof value === 'boolean') return t(value ? 'intake.yes' : 'intake.no')
  if (value === null || value === undefined || value === '') return t('intake.none')
  return field === 'phone' ? showPhone(String(value)) : shortened(String(value))
}
