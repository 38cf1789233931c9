/** A period's figures as scripts get them. */
import type { Counts, PeriodFacts } from '../domain/papers/period-facts.ts'

export function reportJson(facts: PeriodFacts) {
  return {
    period: facts.period,
    as_of: facts.asOf,
    closed: facts.closed.map(({ quarter, on }) => ({ quarter, on })),
    plans: facts.plans.map(({ code, number, title, issuedOn }) => ({
      code,
      number,
      title,
      issued_on: issuedOn,
    })),
    tasks: facts.tasks.map((task) => ({
      code: task.code,
      quarter: task.quarter,
      section: task.section,
      title: task.shortTitle,
      due_on: task.dueOn,
      asks_unit_heads: task.asksUnitHeads,
      ...countsJson(task),
    })),
    units: facts.units.map((unit) => ({
      code: unit.code,
      unit: unit.unit,
      block: unit.blockCode,
      ...countsJson(unit),
      last_reported_at: unit.lastSaid,
    })),
    answers: facts.answers.map((answer) => ({
      task: answer.taskCode,
      quarter: answer.quarter,
      unit: answer.unitCode,
      status: answer.status,
      percent: answer.percent,
      overdue: answer.overdue,
      times_reminded: answer.timesReminded,
      report_id: answer.said?.reportId ?? null,
      reported_via: answer.said?.via ?? null,
      status_since_closing: answer.saidSince?.status ?? null,
    })),
    exemplars: facts.exemplars.map((one) => ({
      exemplar_id: one.id,
      quarter: one.quarter,
      earlier: one.earlier,
      unit: one.unitCode,
      kind: one.kind,
      name: one.name,
      field: one.field,
      stage: one.stage,
      review: one.review,
      consent_name: one.mayName,
      consent_photo: one.mayPhoto,
      photos: one.photoIds.length,
    })),
    announcements: facts.announcements.map(({ id, sentOn, ...rest }) => ({
      announcement_id: id,
      sent_on: sentOn,
      ...rest,
    })),
    urging: {
      reminders: facts.urging.reminders,
      units_reminded: facts.urging.unitsReminded,
      calls: facts.urging.calls,
      unreached: facts.urging.unreached,
    },
  }
}

const countsJson = (counts: Counts) => ({
  asked: counts.asked,
  done: counts.done,
  in_progress: counts.inProgress,
  not_started: counts.notStarted,
  blocked: counts.blocked,
  silent: counts.silent,
  overdue: counts.overdue,
})
