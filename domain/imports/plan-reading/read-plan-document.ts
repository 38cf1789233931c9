/** Reads a yearly plan from the office's own file: Word, Excel, or text, also text recognised from a scan. */
import type { Audience } from '../../plans/audience.ts'
import type { Quarter } from '../../quarter.ts'
import { UnreadableDocument } from '../office-documents/unreadable-document.ts'
import { readPlanFile } from '../plans/file.ts'
import type { Problem } from '../problem.ts'
import type { Doubt } from './doubts.ts'
import { type PlanDraft, planDraft } from './plan-draft.ts'
import { planDraftYaml } from './plan-draft-yaml.ts'
import { documentLines } from './read-document-lines.ts'

/** A task as a person checks it before it is taken in. */
export type PreviewRow = {
  /** Where it stands in the document. */
  line: number
  code: string
  /** As it is cited: II.2.b. */
  clause: string
  /** Null: all the year round. */
  quarter: Quarter | null
  dueOn: Temporal.PlainDate
  dueBasis: string
  audience: Audience[]
  audienceBasis: string
  asksUnitHeads: boolean
  text: string
  doubts: Doubt[]
  /** The words that speak of a time and were not understood. */
  unclearTime: string | null
}

/** `yaml` is the plan's file for readPlanFile, whole or with gaps that `problems` names by lines of the document. */
export type PlanReading = { yaml: string; preview: PreviewRow[]; problems: Problem[] }

export async function readPlanDocument(bytes: Uint8Array): Promise<PlanReading | { problems: Problem[] }> {
  try {
    const { lines, problems } = await documentLines(bytes)
    const draft = planDraft(lines)
    if (!draft) return { problems: [missing('year', 'year', 'Write the year in the title: "năm 2026".')] }
    const yaml = planDraftYaml(draft)
    const preview = loadedTasks(draft).map(previewRow)
    return { yaml, preview, problems: [...problemsOf(draft, yaml), ...problems] }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { problems: [error.toProblem()] }
    throw error
  }
}

const loadedTasks = ({ tasks, duties }: PlanDraft) => [
  ...tasks,
  ...duties.filter(({ loadAsTask }) => loadAsTask),
]

const previewRow = (task: PlanDraft['tasks'][number]): PreviewRow => ({
  line: task.line,
  code: task.code,
  clause: task.section,
  quarter: task.quarter,
  dueOn: task.dueOn,
  dueBasis: task.dueBasis,
  audience: task.audience,
  audienceBasis: task.basis,
  asksUnitHeads: task.asksUnitHeads,
  text: task.fullText,
  doubts: task.doubts,
  unclearTime: task.unclear,
})

function problemsOf(draft: PlanDraft, yaml: string): Problem[] {
  const gaps = [
    ...(draft.number
      ? []
      : [missing('plan.number', 'number', 'Write it at the top, as in "Số: 83/KH-UBND".')]),
    ...(draft.issuedOn
      ? []
      : [missing('plan.issuedOn', 'day of issue', 'Write it at the top: "ngày 24 tháng 02 năm 2026".')]),
    ...(draft.title ? [] : [missing('plan.title', 'title', 'Write it below the words KẾ HOẠCH.')]),
    ...(draft.tasks.length > 0 ? [] : [missing('tasks', 'tasks', NO_TASKS)]),
  ]
  const years = draft.severalYears === null ? [] : [yearUnclear(draft.severalYears, draft.year)]
  const unread = draft.unread.map((line) => notRead(line, 'This could not be read as a task.'))
  const skipped = draft.skipped.map((line) =>
    notRead(line, 'This names a day, and stands under a heading of no tasks.'),
  )
  const unclear = loadedTasks(draft).flatMap(({ line, unclear }): Problem[] =>
    unclear === null ? [] : [timeUnclear(line, unclear)],
  )
  return [
    ...gaps,
    ...years,
    ...unread,
    ...skipped,
    ...unclear,
    ...(gaps.length > 0 ? [] : contradictions(draft, yaml)),
  ]
}

const notRead = ({ line, text }: { line: number; text: string }, problem: string): Problem => ({
  ...{ line, field: '', value: text, problem, severity: 'warning' },
  mend: 'If it is a task, add it to the file that --out writes.',
})

const yearUnclear = (years: string, year: number | null): Problem => ({
  ...{ line: 1, field: 'plan.year', value: years, severity: 'warning' },
  problem: `The title names several years; every day was taken for one of ${year}.`,
  mend: 'If another year is planned, write it in the title: "năm 2026".',
})

const timeUnclear = (line: number, words: string): Problem => ({
  ...{ line, field: 'dueOn', value: words, severity: 'warning' },
  problem: 'This speaks of a time, which was not understood.',
  mend: 'Look at the due date of the task.',
})

const NO_TASKS =
  'Put them under a heading such as "NHIỆM VỤ" with 1., a), b), or into a table with the columns Nội dung and Thời gian.'

const missing = (field: string, what: string, mend: string): Problem => ({
  ...{ line: 1, field, value: '', severity: 'error' },
  problem: `The ${what} of the plan was not found.`,
  mend,
})

/** What the plan's file would be told, with the lines of the document instead of its own. */
function contradictions({ tasks }: PlanDraft, yaml: string): Problem[] {
  return readPlanFile(yaml).problems.map((problem) => {
    const task = tasks[Number(/^tasks\.(\d+)/.exec(problem.field)?.[1] ?? -1)]
    return { ...problem, line: task?.line ?? 1 }
  })
}
