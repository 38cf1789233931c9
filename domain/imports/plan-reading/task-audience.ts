/** Tells whom a task concerns, from the names in its words. */
import type { Audience } from '../../plans/audience.ts'
import type { BASES } from '../plans/schema.ts'
import type { Doubt } from './doubts.ts'
import { hasSomePhrase } from './near-phrase.ts'

export type TaskAudience = {
  audience: Audience[]
  basis: (typeof BASES)[number]
  asksUnitHeads: boolean
  doubts: Doubt[]
}

/** How plans name the groups. */
const NAMES: Partial<Record<Audience, readonly string[]>> = {
  all_units: [
    'các cơ quan, đơn vị',
    'các đơn vị',
    'các cơ quan chuyên môn',
    'các phòng, ban',
    'các ban, ngành',
    'thôn, tổ dân phố',
    'các tổ dân phố',
  ],
  blocks: ['khối thi đua', 'trưởng khối'],
  schools: ['trường học', 'các trường', 'ngành giáo dục', 'cơ sở giáo dục'],
  propaganda: ['tuyên giáo', 'cổng thông tin điện tử', 'đài truyền thanh'],
  council: ['Hội đồng Thi đua - Khen thưởng', 'Hội đồng TĐKT'],
  leaders: ['Thường trực Đảng ủy', 'Thường trực HĐND', 'lãnh đạo UBND', 'lãnh đạo Ủy ban'],
}

/** The groups whose units a message can ask. */
const ASKED: ReadonlySet<Audience> = new Set(['all_units', 'blocks', 'schools', 'propaganda'])

/** `actors`: what stands as leading or taking part; `office`: the name of the office that follows the plan. */
type Words = { text: string; actors: string; office: string | null }

/** Named as actors, they are stated; in the sentence alone, concluded; named nowhere, the office sees to it. */
export function taskAudience({ text, actors, office }: Words): TaskAudience {
  const named = groupsNamed(actors, office)
  if (named.length > 0) return { ...asking(named), basis: 'stated', doubts: [] }
  // A unit named as the actor acts, whatever groups the sentence speaks of.
  if (actors !== '') return { ...asking(['office']), basis: 'inferred', doubts: ['unit_alone'] }
  const met = groupsNamed(text, office)
  if (met.length > 0) return { ...asking(met), basis: 'inferred', doubts: ['audience_from_words'] }
  return { ...asking(['office']), basis: 'inferred', doubts: ['nobody_named'] }
}

/** The groups that the words name; `office` is the name of the office that follows the plan. */
export function groupsNamed(words: string, office: string | null): Audience[] {
  if (words === '') return []
  const groups = (Object.keys(NAMES) as Audience[]).filter((group) =>
    hasSomePhrase(words, NAMES[group] ?? []),
  )
  return office !== null && hasSomePhrase(words, [office]) ? [...groups, 'office'] : groups
}

const asking = (audience: Audience[]) => ({
  audience,
  asksUnitHeads: audience.some((group) => ASKED.has(group)),
})
