/** Whom an announcement is for: `all`, `block:K1`, `unit:MN01`, `unanswered:Q4-b`, and any of these together. */
import { tasksMeant } from '../plans/task-code.ts'
import { fold } from '../vietnamese.ts'

export type AudienceUnit = {
  id: number
  code: string
  name: string
  shortName: string
  blockCode: string
  isCoordinatingOffice: boolean
  /** It is asked no more. */
  ended: boolean
}

/** What has to be known to say which units are meant. */
export type AudienceFacts = {
  units: readonly AudienceUnit[]
  blocks: readonly { code: string; name: string }[]
  /** Tasks of the plan with the codes of the units that were asked in their quarter and have not answered at all. */
  tasks: readonly { code: string; silent: readonly string[] }[]
}

type AudienceKind = 'all' | 'block' | 'unit' | 'unanswered'

/** One part of an audience; `code` is empty for all. */
export type AudienceGroup = { kind: AudienceKind; code: string }

const KINDS: readonly string[] = ['block', 'unit', 'unanswered'] satisfies AudienceKind[]

/** As it is kept in a row. */
export const audienceWord = ({ kind, code }: AudienceGroup): string =>
  kind === 'all' ? kind : `${kind}:${code}`

/** The parts of "block:K1, unit:MN01", as they were typed. */
export const audienceWords = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)

export type Audience<Unit extends AudienceUnit = AudienceUnit> = {
  groups: AudienceGroup[]
  /** Each once, in the order of the facts: never the office that writes, never one that has ended. */
  units: Unit[]
  /** Words that name nothing there is, or more than one thing. */
  unknown: string[]
}

/** Understands words; blocks may be named as well as coded, and codes typed without their signs. */
export function audienceOf(words: readonly string[], facts: AudienceFacts): Audience {
  const read = words.map((word) => ({ word, group: groupMeant(word, facts) }))
  const groups = read.flatMap(({ group }) => group ?? [])
  const once = new Map(groups.map((group) => [audienceWord(group), group]))
  return {
    groups: [...once.values()],
    units: facts.units.filter(
      (unit) =>
        !unit.isCoordinatingOffice && !unit.ended && groups.some((group) => belongs(unit, group, facts)),
    ),
    unknown: read.flatMap(({ word, group }) => (group ? [] : word)),
  }
}

function groupMeant(word: string, facts: AudienceFacts): AudienceGroup | null {
  const [, typedKind = '', typed = ''] = /^([^:]+)(?::(.*))?$/s.exec(word.trim()) ?? []
  const kind = fold(typedKind)
  if (kind === 'all' && typed === '') return { kind, code: '' }
  if (!isCoded(kind) || typed.trim() === '') return null
  const [only, ...more] = coded(kind, typed, facts)
  return only && more.length === 0 ? { kind, code: only.code } : null
}

const isCoded = (kind: string): kind is Exclude<AudienceKind, 'all'> => KINDS.includes(kind)

function coded(kind: Exclude<AudienceKind, 'all'>, typed: string, { units, blocks, tasks }: AudienceFacts) {
  if (kind === 'unanswered') return tasksMeant(tasks, typed.trim())
  if (kind === 'unit') return tasksMeant(units, typed.trim())
  const byCode = tasksMeant(blocks, typed.trim())
  return byCode.length > 0 ? byCode : blocks.filter(({ name }) => fold(name) === fold(typed))
}

function belongs(unit: AudienceUnit, { kind, code }: AudienceGroup, { tasks }: AudienceFacts): boolean {
  if (kind === 'all') return true
  if (kind === 'block') return unit.blockCode === code
  if (kind === 'unit') return unit.code === code
  return tasks.some((task) => task.code === code && task.silent.includes(unit.code))
}
