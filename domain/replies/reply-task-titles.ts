/** Finds parts of open tasks' titles in a reply. */

import { fold } from '../vietnamese.ts'
import type { Name, OpenTask } from './task-name.ts'

/** Pairs of words in many titles and in much small talk: they name a task only where a clause begins with them. */
const COMMON = new Set(
  `bao cao, ke hoach, thi dua, khen thuong, don vi, trien khai, hoi nghi, to chuc, noi dung, thuc hien,
  cua don, cong tac, xay dung, chuan bi, theo doi, kiem tra, tong hop, nhiem vu, trien khai cac, 6 thang, thang dau`
    .split(',')
    .map((words) => words.trim()),
)

/** Where a clause begins, words that say nothing of it left aside: "còn cái việc …". */
const IDLE = 'cai|phan|viec|con|ve|cong tac|nhiem vu|da|vang|em|toi|chi|anh|bac|truong|thon'
const CLAUSE_START = new RegExp(`(?:^|[,;.:\\n!?]|\\b(?:con|nhung|rieng|va|thi))\\s*(?:(?:${IDLE})\\s+)*$`)

/** "Báo cáo đồng chí", "báo cáo với phòng" speak to us and name no task. */
const ADDRESSED =
  /^\s*(?:dong chi|anh|chi|phong|co|em|voi|cac|chu|bac|cap|thu truong|cho|len|lai|sau|chau|lanh dao)\b/

/** The longest runs of two or more words that stand in a title too; in several titles, they name no task. */
export function titleNames(plain: string, open: OpenTask[]): Name[] {
  const words = [...plain.matchAll(/[a-z0-9]+/g)]
  const titles = [...new Map(open.map((task) => [task.code, fold(task.shortTitle).split(' ')]))]
  const names: Name[] = []
  for (let i = 0; i < words.length; ) {
    const said = words.slice(i).map(([word]) => word)
    const runs = titles.map(([code, title]) => ({ code, length: longestRun(said, title) }))
    const length = Math.max(0, ...runs.map((run) => run.length))
    const first = words[i]!
    const last = words[i + Math.max(length, 1) - 1]!
    const name: Name = {
      start: first.index,
      end: last.index + last[0].length,
      codes: runs.filter((run) => run.length === length).map((run) => run.code),
      kind: 'title',
    }
    if (length >= 2 && isNaming(plain, name, length))
      names.push(name.codes.length > 1 ? { ...name, codes: [] } : name)
    i += Math.max(length, 1)
  }
  return names
}

function isNaming(plain: string, { start, end, codes }: Name, length: number): boolean {
  const said = plain.slice(start, end)
  const common = length === 2 && (COMMON.has(said) || /\d/.test(said))
  if (codes.length === 1 && !common) return true
  return CLAUSE_START.test(plain.slice(0, start)) && !(common && ADDRESSED.test(plain.slice(end)))
}

/** How many words from the first on stand side by side in the title. */
function longestRun(said: string[], title: string[]): number {
  return Math.max(
    0,
    ...title.map((_, from) => {
      const differs = title.slice(from).findIndex((word, i) => word !== said[i])
      return differs < 0 ? title.length - from : differs
    }),
  )
}
