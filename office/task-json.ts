/** A task of a plan as scripts get it. */
import type { PlanTask } from '../domain/imports/plans/file.ts'

/** `asked`: of how many units. */
export const taskJson = (task: PlanTask, asked: number) => ({
  code: task.code,
  quarter: task.quarter,
  due_on: task.dueOn,
  due_basis: task.dueBasis,
  audience: task.audience,
  audience_basis: task.audienceBasis,
  asks_unit_heads: task.asksUnitHeads,
  asked,
  evidence: task.evidence,
  evidence_basis: task.evidenceBasis,
  short_title: task.shortTitle,
  title_basis: task.titleBasis,
  full_text: task.fullText,
  section: task.section,
  note: task.note,
})
