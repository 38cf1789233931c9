/** What a unit head can say about a task, in the order the phone shows it. */
import type { ChannelName } from './message.ts'

export const STATUSES = ['done', 'in_progress', 'not_started', 'blocked'] as const

export type Status = (typeof STATUSES)[number]

/** The kinds of difficulty offered after "blocked". */
export const DIFFICULTIES = ['money', 'people', 'guidance', 'superior', 'weather', 'other'] as const

export type Difficulty = (typeof DIFFICULTIES)[number]

/** Where an answer was given: in a chat, or to the office by telephone or in writing. */
export type ReportedVia = ChannelName | 'phone' | 'paper'
