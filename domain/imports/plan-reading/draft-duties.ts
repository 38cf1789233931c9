/** Reads who sees to the plan as a whole: standing duties, of which some can be done once and become tasks. */
import { type DraftContext, type DraftTask, draftTask } from './draft-task.ts'
import { hasPhrase, hasSomePhrase } from './near-phrase.ts'
import type { PlanItem } from './plan-item.ts'
import { groupsNamed } from './task-audience.ts'

export type DraftDuty = DraftTask & { loadAsTask: boolean }

export function draftDuties(duties: readonly PlanItem[], context: DraftContext): DraftDuty[] {
  return duties.map((duty, index) => {
    const lead = subjectOf(duty.text)
    // Named at the beginning, they are the ones who act.
    const known = groupsNamed(lead, context).length > 0
    const item = { ...duty, lead: known ? lead : duty.lead }
    const task = draftTask(item, { code: `TC-${index + 1}`, isTaken: false }, context)
    const loadAsTask = hasDay(task) || (task.asksUnitHeads && makesPlan(duty.text))
    return { ...task, said: '', asksUnitHeads: loadAsTask && task.asksUnitHeads, loadAsTask }
  })
}

/** What has a day can be done by then, whoever does it. */
const hasDay = ({ dueBasis }: DraftTask): boolean =>
  ['stated', 'inferred_month_end', 'inferred_quarter_end'].includes(dueBasis)

/** Those who are asked make a plan of their own, once. */
const makesPlan = (text: string): boolean =>
  hasPhrase(text, 'xây dựng') &&
  hasSomePhrase(text, ['chương trình, kế hoạch', 'xây dựng kế hoạch', 'kế hoạch cụ thể'])

/** Who follows the plan and reports on it, where the plan names it. */
export function coordinatingOffice(duties: readonly PlanItem[]): string | null {
  const duty = duties.find(({ text }) =>
    hasSomePhrase(text, ['theo dõi, đôn đốc', 'đôn đốc, theo dõi', 'tổng hợp, báo cáo']),
  )
  const named = FOLLOWER.exec(duty?.text ?? '')?.[1]
  return named ? named.charAt(0).toUpperCase() + named.slice(1) : null
}

/** A name ends where it is told what its bearer does. */
const FOLLOWER =
  /^(?:(?:Giao|Đề nghị)\s+(?:cho\s+)?)?([^:;.\n]{3,80}?),?\s*(?:[:\n]|có trách nhiệm|chủ trì|là (?:cơ quan|đơn vị|đầu mối)|chịu trách nhiệm|chủ động|theo dõi|đôn đốc|tổng hợp|phối hợp|tham mưu|giúp|làm đầu mối)/iu

/** What stands before the colon, on a line of its own, or before what is to be done. */
function subjectOf(text: string): string {
  const start = text.slice(0, 120)
  return (
    /^([^:\n]{3,}?)\s*(?:[:\n]|có trách nhiệm|chủ trì|là cơ quan|chịu trách nhiệm|chủ động)/iu.exec(
      start,
    )?.[1] ?? start
  )
}
