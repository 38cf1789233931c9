/** How far back each kind of personal data is kept, by the office's settings. */

type Periods = {
  keep_chat_months: number
  keep_unchosen_months: number
  keep_exemplar_months: number
  keep_former_days: number
  keep_withdrawn_days: number
  keep_audit_years: number
  draft_days: number
  timezone: string
}

/** What is older than these is kept no longer. */
export type KeptSince = {
  /** The beginning of the first day of which it is still kept. */
  chat: Date
  drafts: Date
  /** Proposals whose nominee took everything back before this go. */
  withdrawn: Date
  audit: Date
  /** Somebody whose last post ended on this day, or before it, is reached no more. */
  lastPost: Temporal.PlainDate
  /** Proposals of this year and of those before it go: their time counts from the end of the year. */
  lastUnchosenYear: number
  lastApprovedYear: number
}

/** What a step of pruning works with. */
export type Pruning = { since: KeptSince; now: Date }

/** `today` is the office's day. */
export function keptSince(today: Temporal.PlainDate, periods: Periods): KeptSince {
  const back = (duration: Temporal.DurationLike) =>
    new Date(today.subtract(duration).toZonedDateTime(periods.timezone).epochMilliseconds)
  return {
    chat: back({ months: periods.keep_chat_months }),
    drafts: back({ days: periods.draft_days }),
    withdrawn: back({ days: periods.keep_withdrawn_days }),
    audit: back({ years: periods.keep_audit_years }),
    lastPost: today.subtract({ days: periods.keep_former_days }),
    lastUnchosenYear: today.subtract({ months: periods.keep_unchosen_months }).year - 1,
    lastApprovedYear: today.subtract({ months: periods.keep_exemplar_months }).year - 1,
  }
}
