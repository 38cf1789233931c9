/** What an office reports on for a period: plain facts, from which the Word, the Excel and the JSON are made alike. */
import type { ExemplarField, ExemplarKind, ExemplarStage, Review } from '../exemplars/exemplar.ts'
import type { Quarter } from '../quarter.ts'
import type { ReportedVia, Status } from '../status.ts'

/** A day as `2026-12-31`. Facts are kept as JSON when a period is closed. */
type Day = string

/** A time as ISO 8601 with its zone. */
type Moment = string

export type PeriodFacts = {
  /** As it is asked for: `2026-Q4`, `2026-H1`, `2026-9M`, `2026`. */
  period: string
  year: number
  quarters: readonly Quarter[]
  /** The day the figures were read; of a period whose quarters are all closed, the day the last one was closed. */
  asOf: Day
  /** The quarters whose figures are frozen. */
  closed: { quarter: Quarter; on: Day }[]
  /** `issuer` as the plan itself names it; empty where it does not. */
  plans: { code: string; number: string; title: string; issuedOn: Day; issuer: string }[]
  /** In the plan's order; a task of all the year stands once for each quarter. */
  tasks: TaskFacts[]
  /** How each unit stands with each task that it is asked, by task, then as `units` are listed. */
  answers: AnswerFacts[]
  /** By block, then by name. */
  units: UnitFacts[]
  exemplars: ExemplarFacts[]
  announcements: AnnouncementFacts[]
  /** Messages that urged, by kind, as they reached units. */
  urging: {
    reminders: number
    unitsReminded: number
    calls: number
    unreached: number
    /** What stands behind them: ids of deliveries and of calls, codes of units; of quarters closed before these were kept, the codes alone. */
    rows: { deliveries: number[]; calls: number[]; reached: string[]; unreached: string[] }
  }
}

export type Counts = {
  asked: number
  done: number
  inProgress: number
  notStarted: number
  blocked: number
  silent: number
  overdue: number
}

export type TaskFacts = Counts & {
  planCode: string
  /** One plan has a code once; two plans of a year may use the same. */
  code: string
  quarter: Quarter
  /** Where it stands in the plan: II.4.b. */
  section: string
  fullText: string
  shortTitle: string
  dueOn: Day
  /** False: the office's own business, of which no unit is asked. */
  asksUnitHeads: boolean
}

export type AnswerFacts = {
  assignmentId: number
  planCode: string
  taskCode: string
  quarter: Quarter
  blockCode: string | null
  unitCode: string
  unit: string
  dueOn: Day
  status: Status | 'silent'
  percent: number | null
  overdue: boolean
  timesReminded: number
  /** The deliveries that were these reminders; empty where the quarter was closed before they were kept. */
  reminders: number[]
  evidenceCount: number
  /** The latest answer, null where there is none. */
  said: {
    reportId: number
    at: Moment
    by: string
    via: ReportedVia
    /** The colleague who wrote it down for the unit. */
    recordedBy: string | null
    note: string | null
    difficulty: string | null
  } | null
  /** The latest answer given after the quarter was closed: it never changes the frozen figures. */
  saidSince: { reportId: number; at: Moment; status: Status } | null
}

export type UnitFacts = Counts & {
  code: string
  unit: string
  blockCode: string | null
  block: string | null
  lastSaid: Moment | null
}

/** Approved ones and those in review; what may be shown of each is decided by today's consent, also for a closed period. */
export type ExemplarFacts = {
  id: number
  /** In which it was proposed. */
  quarter: Quarter
  /** Null: proposed in the period. Else in one that was closed before it was approved, or moved to its stage, in this one. */
  earlier: 'approved' | 'moved' | null
  /** How it stands today, also where the quarter is closed; null when it was taken back, erased, or repeats another. */
  now: { stage: ExemplarStage; review: Review } | null
  unitCode: string
  unit: string
  kind: ExemplarKind
  /** Null where the name may not be published. */
  name: string | null
  role: string | null
  field: ExemplarField | null
  /** Null where the deed may not be published. */
  deed: string | null
  stage: ExemplarStage
  review: Review
  mayName: boolean
  mayPhoto: boolean
  /** Of `attachments`; empty where no photo may be published. */
  photoIds: number[]
  proposedBy: string
  proposedOn: Day
}

export type AnnouncementFacts = {
  id: number
  title: string
  sentOn: Day | null
  recipients: number
  sent: number
  failed: number
  acknowledged: number
}
