/** `plan set`: the office's word on a task, which no plan file overrules afterwards. */
import type { Db } from '../../db/client.ts'
import { takeTurn } from '../../db/plans/import-turns.ts'
import { setTask } from '../../db/plans/set-task.ts'
import { unitsAskedByTask } from '../../db/plans/tasks.ts'
import type { Outcome } from '../../domain/command.ts'
import { isBefore } from '../../domain/day-order.ts'
import { compareByCode } from '../../domain/imports/changes.ts'
import type { PlanTask } from '../../domain/imports/plans/file.ts'
import { isOutsideQuarter } from '../../domain/plans/in-quarter.ts'
import { askingLines } from '../imports/asking-changes.ts'
import { changeLines } from '../imports/change-lines.ts'
import { taskMeant } from '../named/plan.ts'
import { readTaskField } from '../named/task-fields.ts'
import { nextReminder } from '../next-reminder.ts'
import { taskJson } from '../task-json.ts'

type Order = {
  /** Its code, typed as it comes; with `2026/` in front where it is not of the newest plan. */
  task: string
  /** See task-fields.ts. */
  field: string
  value: string
  today: Temporal.PlainDate
  now: Date
}

export async function planSet(db: Db, { task: text, field, value, today, now }: Order): Promise<Outcome> {
  return db.transaction(async (tx) => {
    await takeTurn(tx)
    const { plan, task } = await taskMeant(tx, text)
    const after = { ...task, ...readTaskField(field, value, plan, task) }
    const { moved, ...asking } = await setTask(tx, plan, task, after, { today, now })

    const asked = (await unitsAskedByTask(tx, plan.id)).get(task.id) ?? 0
    const remindFrom = asked > 0 ? await nextReminder(tx, { ...after, year: plan.year }, today) : null
    const warnings = ['due', 'quarter'].includes(field.toLowerCase()) ? doubtsAboutDue(after, today) : []
    return {
      json: { ...taskJson(after, asked), remind_from: remindFrom, moved, warnings },
      lines: [
        `${after.code}, ${plan.year}: ${after.shortTitle}`,
        ...compareByCode([task], [after]).changed.flatMap(changeLines),
        ...(moved > 0 ? [`Due dates moved: ${moved}; dates agreed with a unit stay.`] : []),
        ...askingLines(asking),
        `Units asked now: ${asked}. ${remindFrom ? `Reminders follow from ${remindFrom}.` : 'No reminder will follow.'}`,
        ...warnings,
      ],
    }
  })
}

function doubtsAboutDue({ dueOn, quarter }: PlanTask, today: Temporal.PlainDate): string[] {
  return [
    ...(isBefore(dueOn, today) ? [`Mind: ${dueOn} has passed, so units count as overdue at once.`] : []),
    ...(isOutsideQuarter({ quarter, dueOn })
      ? [`Mind: ${dueOn} is not in quarter ${quarter}, where the task stands.`]
      : []),
  ]
}
