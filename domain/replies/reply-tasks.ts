/** Reads a reply that may speak of several tasks: what it says of each. */
import { type Reading, readReply } from './reply-reader.ts'
import { flat, namesIn } from './reply-task-names.ts'
import type { Name, OpenTask } from './task-name.ts'

type TaskReading = { code: string; reading: Reading }

/** Tasks named side by side, and the stretch of the reply that speaks of them. */
type Part = { names: Name[]; text: string }

/**
 * What the reply says of each open task; or `ask`: which task the one reading is for. A reply that names no task is for
 * the only open one. What is said of a task that is not open, or not clearly named, is left out.
 */
export function readForTasks(
  text: string,
  open: OpenTask[],
  today: Temporal.PlainDate,
): { readings: TaskReading[] } | { ask: true; reading: Reading } {
  const whole = readReply(text, today)
  const composed = text.normalize('NFC')
  const names = namesIn(flat(composed), open)
  const [code, ...others] = new Set(open.map((task) => task.code))
  if (code !== undefined && others.length === 0 && names.every((name) => mayMeanOnly(code, name)))
    return { readings: [{ code, reading: whole }] }

  const { parts, before } = partsOf(composed, names)
  const stray = readReply(before, today).kind === 'status'
  const readings = new Map<string, Reading>()
  for (const part of parts) {
    const reading = readReply(part.text, today)
    if (reading.kind !== 'status') continue
    for (const code of new Set(part.names.flatMap((name) => meantBy(name, names)))) {
      const sure = reading.sure && !stray && !readings.has(code)
      readings.set(code, { ...reading, sure })
    }
  }
  if (readings.size === 0) return { ask: true, reading: whole }
  return { readings: [...readings].map(([code, reading]) => ({ code, reading })) }
}

/** The codes of the tasks a text names, all of them where it names none; null when it names one that is not among them. */
export function codesMeant(text: string, tasks: OpenTask[]): string[] | null {
  const names = namesIn(flat(text.normalize('NFC')), tasks)
  if (names.some(({ kind, codes }) => (kind === 'code' || kind === 'place') && codes.length === 0))
    return null
  const codes = names.length > 0 ? names.flatMap((name) => name.codes) : tasks.map((task) => task.code)
  return [...new Set(codes)]
}

/** With one task open, "cả hai" counts its parts; another's code or place still names another. */
const mayMeanOnly = (code: string, { kind, codes }: Name): boolean =>
  (kind !== 'code' && kind !== 'place') || codes.includes(code)

/** "Cả ba", "hai việc còn lại": the open tasks without those named by themselves, if that many are left. */
function meantBy(name: Name, names: Name[]): string[] {
  if (name.kind !== 'all' && name.kind !== 'rest') return name.codes
  const named = new Set(
    names.filter(({ kind }) => kind !== 'all' && kind !== 'rest').flatMap(({ codes }) => codes),
  )
  const left = name.codes.filter((code) => !named.has(code))
  return name.kind === 'all' || name.count === undefined || name.count === left.length ? left : []
}

const JOINS = /^\s*(?:,|&|\+|va|voi|cung|ca|lan)?\s*$/
const JOINS_TITLES = /^\s*(?:&|\+|va|voi|cung|lan)\s*$/
const CLAUSE_END =
  /[,;!?\n]|\.(?!\d)|\b(?:nhung|rieng|tru|ngoai tru)\b|\bcon(?=(?:\s+(?:cai|phan|viec|thi|ve))*\s*$)/g

/** Cuts the reply between the names, where a clause ends; `before` is what stands before the first name's clause. */
function partsOf(text: string, names: Name[]): { parts: Part[]; before: string } {
  const plain = flat(text)
  const groups = grouped(plain, names)
  const first = groups[0]?.[0]
  if (!first) return { parts: [], before: '' }
  const start = clauseStart(plain, 0, first.start) ?? 0
  const nameFirst = !/[a-z]{3}/.test(plain.slice(start, first.start))
  const cuts = groups.slice(1).map((group, i) => {
    const end = groups[i]!.at(-1)!.end
    return clauseStart(plain, end, group[0]!.start) ?? (nameFirst ? group[0]!.start : end)
  })
  const parts = groups.map((group, i) => ({
    names: group,
    text: wording(text, group, i === 0 ? start : cuts[i - 1]!, cuts[i] ?? text.length),
  }))
  return { parts, before: text.slice(0, start) }
}

/** Where the last clause before `to` begins; undefined when none ends after `from`. */
function clauseStart(plain: string, from: number, to: number): number | undefined {
  const end = [...plain.slice(from, to).matchAll(CLAUSE_END)].at(-1)
  return end && from + end.index
}

function grouped(plain: string, names: Name[]): Name[][] {
  const groups: Name[][] = []
  for (const name of names) {
    const last = groups.at(-1)?.at(-1)
    const joins = last?.kind === 'title' || name.kind === 'title' ? JOINS_TITLES : JOINS
    if (last && joins.test(plain.slice(last.end, name.start))) groups.at(-1)!.push(name)
    else groups.push([name])
  }
  return groups
}

/** The stretch without codes and numbers, which are no measure of progress. */
function wording(text: string, names: Name[], from: number, to: number): string {
  let result = ''
  let at = from
  for (const { kind, start, end } of names) {
    const name = text.slice(start, end)
    const said = kind === 'title' ? name : kind === 'all' ? name.replace(/\d+/g, '') : ''
    result += text.slice(at, start) + said
    at = end
  }
  return result + text.slice(at, to)
}
