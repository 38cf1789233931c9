/** What a newer version of a plan would change: the tasks that are new, other or gone, and what of the office's stays. */
import type { Change } from '../domain/imports/changes.ts'
import type { PlanTask } from '../domain/imports/plans/file.ts'
import { fullDay, shortDay } from './dates.ts'
import type { Translate } from './i18n.ts'
import { shortened } from './import-file.ts'
import type { NumberedRow } from './plan-doubts.ts'
import { quarterWords, taskLine, whoWords } from './plan-row.ts'
import { changedWords } from './word-changes.ts'

export type ChangesToPlan = {
  added: PlanTask[]
  changed: Change[]
  unchanged: string[]
  gone: PlanTask[]
  keptByOffice: Change[]
  facts: Change['fields']
}

/** More of one kind nobody reads on a phone. */
const MOST_TASKS = 20

/** In paragraphs; `rows` are all tasks as they will be. */
export function changeParts(changes: ChangesToPlan, rows: readonly NumberedRow[], t: Translate): string[] {
  const { added, changed, gone, keptByOffice, unchanged, facts } = changes
  const byCode = new Map(rows.map((each) => [each.row.code, each]))
  const rowOf = (code: string) => byCode.get(code)
  const listed = (items: readonly string[]) => {
    const more = items.length - MOST_TASKS
    return [...items.slice(0, MOST_TASKS), ...(more > 0 ? [t('intake.moreTasks', { n: more })] : [])]
  }
  const part = (head: string, items: readonly string[]) =>
    items.length > 0 ? [[head, ...listed(items)].join('\n')] : []
  const named = (code: string) => {
    const known = rowOf(code)
    return known ? `${known.n}. ${known.row.clause} · ${shortened(known.row.text)}` : code
  }
  const news = added.flatMap(({ code }) => rowOf(code) ?? [])
  return [
    ...part(t('intake.diff.plan'), factLines(facts, t)),
    ...part(
      t('intake.diff.added', { n: added.length }),
      news.map(({ n, row }) => `${n}. ${taskLine(row, t)}`),
    ),
    ...part(
      t('intake.diff.changed', { n: changed.length }),
      changed.map(({ code, fields }) => [named(code), ...fieldLines(fields, rowOf(code), t)].join('\n')),
    ),
    ...part(
      t('intake.diff.gone', { n: gone.length }),
      gone.map(({ section, shortTitle }) => `- ${section} · ${shortened(shortTitle)}`),
    ),
    ...part(
      t('intake.diff.kept'),
      keptByOffice.map(({ code, fields }) => [named(code), ...keptLines(fields, rowOf(code), t)].join('\n')),
    ),
    ...(unchanged.length > 0 ? [t('intake.diff.unchanged', { n: unchanged.length })] : []),
  ]
}

type Field = Change['fields'][number]

/** "   hạn 30/09 → 15/10" */
const fieldLines = (fields: readonly Field[], row: NumberedRow | undefined, t: Translate): string[] => {
  const told = wordsOf(fields, row, t).map(({ name, from, to }) => `   ${name}${from} → ${to}`)
  return told.length > 0 ? told : [`   ${t('intake.diff.other')}`]
}

/** `from` is the office's word, which stays. */
const keptLines = (fields: readonly Field[], row: NumberedRow | undefined, t: Translate): string[] =>
  wordsOf(fields, row, t).map(({ name, from, to }) => `   ${t('intake.diff.keeps', { name, from, to })}`)

type Told = { name: string; from: string; to: string }

/** What people know of a task. A title that follows the text is told with it. */
function wordsOf(fields: readonly Field[], row: NumberedRow | undefined, t: Translate): Told[] {
  const of = (name: string) => fields.find(({ field }) => field === name)
  const each = (name: string, words: (value: never) => string): Told[] => {
    const found = of(name)
    if (!found) return []
    const label = t(`intake.field.${name as 'dueOn'}`)
    return [{ name: `${label} `, from: words(found.from as never), to: words(found.to as never) }]
  }
  return [
    ...each('section', String),
    ...each('dueOn', (day: Temporal.PlainDate) => shortDay(day)),
    ...each('quarter', (quarter: number | null) => quarterWords(quarter, t)),
    ...whoChanged(of('audience'), of('asksUnitHeads'), row, t),
    ...(of('fullText')
      ? wordsChanged(of('fullText'), 'fullText', t)
      : wordsChanged(of('shortTitle'), 'shortTitle', t)),
  ]
}

function whoChanged(
  audience: Field | undefined,
  asks: Field | undefined,
  row: NumberedRow | undefined,
  t: Translate,
): Told[] {
  if (!audience && !asks) return []
  const at = (end: 'from' | 'to') =>
    whoWords(
      {
        audience: (audience ? audience[end] : row?.row.audience) as PlanTask['audience'],
        asksUnitHeads: (asks ? asks[end] : row?.row.asksUnitHeads) as boolean,
      },
      t,
    )
  return [{ name: '', from: at('from'), to: at('to') }]
}

function wordsChanged(field: Field | undefined, name: 'fullText' | 'shortTitle', t: Translate): Told[] {
  if (!field) return []
  const { from, to } = changedWords(String(field.from), String(field.to))
  return [{ name: `${t(`intake.field.${name}`)} `, from: `“${from}”`, to: `“${to}”` }]
}

const FACTS = ['number', 'title', 'issuedOn'] as const

function factLines(facts: readonly Field[], t: Translate): string[] {
  return FACTS.flatMap((name) => {
    const fact = facts.find(({ field }) => field === name)
    if (!fact) return []
    const words = (value: unknown) =>
      name === 'issuedOn' ? fullDay(Temporal.PlainDate.from(String(value))) : shortened(String(value))
    return [`- ${t(`intake.field.${name}`)} ${words(fact.from)} → ${words(fact.to)}`]
  })
}
