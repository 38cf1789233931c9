/** What a unit head can say about a task, in the order the phone shows it. */
export const STATUSES = ['done', 'in_progress', 'not_started', 'blocked'] as const

export type Status = (typeof STATUSES)[number]

/** The kinds of difficulty offered after "blocked". */
export const DIFFICULTIES = ['money', 'people', 'guidance', 'superior', 'weather', 'other'] as const

export type Difficulty = (typeof DIFFICULTIES)[number]
