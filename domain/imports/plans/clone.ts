/** A plan as the draft of another year's: its tasks in their quarters, with the years in their words moved along. */
import { Document, isCollection, isScalar } from 'yaml'
import { lastDayOfQuarter, type Quarter } from '../../quarter.ts'
import type { PlanFile, PlanTask } from './file.ts'
import { moveYears } from './move-years.ts'

/** What the new plan's file has to say, and only the office knows. */
const UNKNOWN = {
  number: 'ghi số của kế hoạch mới',
  issuedOn: 'ghi ngày ban hành, ví dụ 2027-02-24',
} as const

/**
 * The draft as YAML, to be read through, filled in and imported. Its number and day of issue are left empty: as long as
 * they are, no import takes it.
 */
export function clonePlan({ plan, tasks }: PlanFile, to: number): string {
  const from = plan.year
  const { standingDuties, vocabulary, ...facts } = plan.facts
  const draft = {
    schemaVersion: 1,
    plan: {
      ...facts,
      code: `KH-${to}`,
      title: moveYears(plan.title, from, to),
      number: '',
      issuedOn: '',
      year: to,
    },
    vocabulary,
    tasks: tasks.map((task) => clauseOf(task, from, to)),
    standingDuties: duties(standingDuties).map((duty) => ({
      ...duty,
      fullText: moveYears(duty.fullText, from, to),
      shortTitle: moveYears(duty.shortTitle, from, to),
    })),
  }
  const document = new Document(draft)
  for (const [field, hint] of Object.entries(UNKNOWN)) {
    const node = document.getIn(['plan', field], true)
    if (isScalar(node)) node.comment = ` ${hint}`
  }
  const themes = document.getIn(['plan', 'themes'], true)
  if (isCollection(themes)) themes.commentBefore = ` chủ đề của năm ${from}: ghi chủ đề năm ${to}`
  document.commentBefore = ` Bản nháp cho năm ${to}, chép từ ${plan.number}. Đọc lại từng việc và ngày trước khi nạp.`
  return document.toString({ lineWidth: 120 })
}

type Duty = { fullText: string; shortTitle: string } & Record<string, unknown>

const duties = (kept: unknown): Duty[] => (Array.isArray(kept) ? kept : [])

function clauseOf(task: PlanTask, from: number, to: number) {
  const { dueOn, note } = dueIn(task, from, to)
  return {
    code: task.code,
    section: task.section,
    quarter: task.quarter,
    fullText: moveYears(task.fullText, from, to),
    shortTitle: moveYears(task.shortTitle, from, to),
    responsible: { audience: task.audience, basis: basisOf(task.audienceBasis) },
    askUnitHeads: task.asksUnitHeads,
    evidence: task.evidence,
    evidenceBasis: basisOf(task.evidenceBasis),
    dueOn: dueOn.toString(),
    dueBasis: note === undefined ? task.dueBasis : 'inferred_no_date_in_text',
    ...(note === undefined ? {} : { dueNote: note }),
  }
}

/** The end of the time that the plan leaves moves with it; a day that somebody said was said of the old year. */
function dueIn(
  { quarter, dueOn, dueBasis }: PlanTask,
  from: number,
  to: number,
): { dueOn: Temporal.PlainDate; note?: string } {
  if (dueBasis === 'inferred_quarter_end' && quarter !== null)
    return { dueOn: lastDayOfQuarter(to, quarter as Quarter) }
  if (dueBasis === 'inferred_month_end') return { dueOn: lastDayOfMonth(to, dueOn.month) }
  if (dueBasis === 'inferred_year_end') return { dueOn: lastDayOfQuarter(to, 4) }
  return {
    dueOn: dueOn.add({ years: to - from }),
    note: `Năm ${from} là ngày ${dueOn.day}/${dueOn.month}; văn phòng xác nhận lại.`,
  }
}

/** The day is too large for any month, and is cut to what the month has. */
const lastDayOfMonth = (year: number, month: number) => Temporal.PlainDate.from({ year, month, day: 31 })

/** A file tells the plan's text from a reading of it; the office's word on the old plan is a reading for the new one. */
const basisOf = (basis: PlanTask['audienceBasis']) => (basis === 'stated' ? 'stated' : 'inferred')
