/** Finds the tasks of a known plan in a newer version of it, by their words: a clause put in shifts all letters below. */
import { slipsBetween } from '../../replies/near-words.ts'
import { fold } from '../../vietnamese.ts'
import type { PlanFile, PlanTask } from '../plans/file.ts'
import type { Doubt } from './doubts.ts'
import type { PreviewRow } from './read-plan-document.ts'
import { freeCode } from './task-codes.ts'

type Read = { file: PlanFile; preview: PreviewRow[] }
type Known = PlanTask & { withdrawn?: boolean }

/** A task that is known keeps its code, and with it what the office and the units said; a new one takes no other's. */
export function withKnownCodes({ file, preview }: Read, known: readonly Known[]): Read {
  const pairs = pairsOf(file.tasks, known)
  const taken = new Set(known.map(({ code }) => code))
  const settled = new Map<string, { code: string; doubts: Doubt[] }>()
  for (const task of file.tasks) {
    const pair = pairs.get(task)
    const code = pair ? pair.known.code : freeCode(task.code, taken)
    taken.add(code)
    const doubt: Doubt | null = pair?.isUnsure
      ? 'known_unsure'
      : !pair && code !== task.code
        ? 'code_taken'
        : null
    settled.set(task.code, { code, doubts: doubt ? [doubt] : [] })
  }
  const settle = (code: string) => settled.get(code) ?? { code, doubts: [] }
  return {
    file: { ...file, tasks: file.tasks.map((task) => ({ ...task, code: settle(task.code).code })) },
    preview: preview.map((row) => {
      const { code, doubts } = settle(row.code)
      return { ...row, code, doubts: [...new Set([...row.doubts, ...doubts])] }
    }),
  }
}

type Pair = { known: Known; isUnsure: boolean }

/** More pairs than this are not compared letter by letter: it would be another plan. */
const MOST_COMPARED = 2_500

/** The same words first, wherever they stand; then like words in the same place; then like words elsewhere. */
function pairsOf(tasks: readonly PlanTask[], known: readonly Known[]): Map<PlanTask, Pair> {
  const words = new Map([...tasks, ...known].map((task) => [task, fold(task.fullText)]))
  const pairs = new Map<PlanTask, Pair>()
  const free = new Set([...known].sort((a, b) => Number(a.withdrawn ?? false) - Number(b.withdrawn ?? false)))
  const pair = (isUnsure: boolean, isMatch: (task: PlanTask, other: Known) => boolean) => {
    for (const task of tasks.filter((each) => !pairs.has(each))) {
      const other = [...free].find((each) => isMatch(task, each))
      if (!other) continue
      pairs.set(task, { known: other, isUnsure })
      free.delete(other)
    }
  }
  const isSame = (task: PlanTask, other: Known) => words.get(task) === words.get(other)
  const isHere = (task: PlanTask, other: Known) => task.code === other.code
  const isLike = (task: PlanTask, other: Known, share: number) =>
    areLike(words.get(task) ?? '', words.get(other) ?? '', share)
  pair(false, (task, other) => isHere(task, other) && isSame(task, other))
  pair(false, isSame)
  pair(false, (task, other) => isHere(task, other) && isLike(task, other, 1 / 4))
  if ((tasks.length - pairs.size) * free.size <= MOST_COMPARED)
    pair(true, (task, other) => isLike(task, other, 1 / 4))
  pair(true, (task, other) => isHere(task, other) && isLike(task, other, 1 / 2))
  return pairs
}

/** At most this share of the letters differs. */
export function areLike(one: string, other: string, share: number): boolean {
  const most = Math.max(one.length, other.length) * share
  return Math.abs(one.length - other.length) <= most && slipsBetween(one, other) <= most
}
