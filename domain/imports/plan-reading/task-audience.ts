/** Tells whom a task concerns, from the names in its words. */
import type { Audience } from '../../plans/audience.ts'
import type { BASES } from '../plans/schema.ts'
import type { Doubt } from './doubts.ts'
import { nearPhrasesIn } from './near-phrase.ts'
import { wholePhrasesIn } from './whole-phrase.ts'

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

/** Where the same words name somebody or something else, the more so without their tone marks. */
const OTHERS: Partial<Record<Audience, readonly string[]>> = {
  blocks: ['hội thi đua'],
  schools: [
    ...['trường hợp', 'môi trường', 'thị trường', 'trường dữ liệu', 'trường thông tin', 'trưởng ban'],
    ...['trưởng thôn', 'trưởng xóm', 'trưởng khu', 'trưởng khối', 'trưởng phòng', 'trưởng đoàn', 'trưởng tổ'],
  ],
}

/** The groups whose units a message can ask. */
const ASKED: ReadonlySet<Audience> = new Set(['all_units', 'blocks', 'schools', 'propaganda'])

/** `office`: the one that follows the plan, where the plan names it; `scanned`: its letters may be damaged. */
type Plan = { office: string | null; scanned: boolean }

/** `actors`: what stands as leading or taking part. */
type Words = Plan & { text: string; actors: string }

/** Named as actors, they are stated; in the sentence alone, concluded; named nowhere, the office sees to it. */
export function taskAudience({ text, actors, ...plan }: Words): TaskAudience {
  const named = groupsNamed(actors, plan)
  if (named.length > 0) return { ...asking(named), basis: 'stated', doubts: [] }
  // A unit named as the actor acts, whatever groups the sentence speaks of.
  if (actors !== '') return { ...asking(['office']), basis: 'inferred', doubts: ['unit_alone'] }
  const met = groupsNamed(text, plan)
  if (met.length > 0) return { ...asking(met), basis: 'inferred', doubts: ['audience_from_words'] }
  return { ...asking(['office']), basis: 'inferred', doubts: ['nobody_named'] }
}

/** The groups that the words name. */
export function groupsNamed(words: string, { office, scanned }: Plan): Audience[] {
  if (words === '') return []
  const isNamed = scanned ? nearPhrasesIn(words) : wholePhrasesIn(words)
  const groups = (Object.keys(NAMES) as Audience[]).filter((group) =>
    NAMES[group]?.some((name) => isNamed(name, OTHERS[group] ?? [])),
  )
  return office !== null && isNamed(office, []) ? [...groups, 'office'] : groups
}

const asking = (audience: Audience[]) => ({
  audience,
  asksUnitHeads: audience.some((group) => ASKED.has(group)),
})
