/** Makes tasks and duties of clauses: the words of each with all that stands under it. */
import { isLabelledLine, labelledWords } from './labelled-words.ts'
import type { Clause } from './outline.ts'
import type { PlanItem } from './plan-item.ts'

/** `period`: the heading of time above, as codes show it; `place`: among its siblings, from 1. */
export function itemOf(clause: Clause, headings: string[], period: string | null, place: number): PlanItem {
  const lines = linesOf(clause)
  const labels = lines.filter(isLabelledLine)
  const sentences = lines.filter((line) => !isLabelledLine(line))
  const { line, path, label, doubts } = clause
  const words = labelledWords([...sentences, ...labels].join('\n'))
  return {
    ...{ line, clause: path, label: label || String(place), period },
    ...{ text: joined(sentences), headings, ...words, doubts },
  }
}

/** Each clause of the section is a duty, or each paragraph where it has no clauses. */
export function dutiesOf(section: Clause): PlanItem[] {
  if (section.children.length === 0) return looseItems(section, [section.text])
  return section.children.map((clause, index) => itemOf(clause, [section.text], null, index + 1))
}

/** The paragraphs under a heading that bear no letters of their own. */
export function looseItems({ path, more }: Clause, headings: string[]): PlanItem[] {
  return more.map(({ line, text }, index) => ({
    ...{ line, text, clause: `${path}-${index + 1}`, label: String(index + 1), period: null, headings },
    ...labelledWords(text),
    doubts: ['no_marker'],
  }))
}

/** A line that ends without a sign is a heading of what follows, and keeps its line. */
const joined = (lines: readonly string[]): string =>
  lines.reduce((text, line) => `${text}${/[\p{L}\d)]$/u.test(text) ? '\n' : ' '}${line}`)

function linesOf({ text, more, children }: Clause): string[] {
  return [text, ...more.map((paragraph) => paragraph.text), ...children.flatMap(linesOf)]
}
