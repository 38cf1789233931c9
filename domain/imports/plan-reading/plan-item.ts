/** What a plan sets, as it stands in the document: the outcome of reading lists and tables alike. */
import type { Doubt } from './doubts.ts'
import type { LabelledWords } from './labelled-words.ts'

export type PlanItem = LabelledWords & {
  line: number
  /** As it is cited: II.2.b. */
  clause: string
  /** What its code ends with, where it stands under a heading of time: b. */
  label: string
  /** The heading of time right above it, as codes show it: Q2. Null where there is none. */
  period: string | null
  text: string
  /** From the outermost to the nearest. */
  headings: string[]
  doubts: Doubt[]
}
