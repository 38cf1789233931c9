/** How an announcement fares: in all, and with each unit. */

/** Counts of units, as the views have them. */
export type AnnouncementFigures = {
  id: number
  title: string
  state: 'scheduled' | 'queued' | 'cancelled' | 'withdrawn'
  recipients: number
  sent: number
  failed: number
  waiting: number
  cancelled: number
  acknowledged: number
}

export type UnitFigures = {
  unit: string
  state: 'sent' | 'waiting' | 'unknown' | 'failed' | 'cancelled'
  /** Why none of its messages arrived, as the channels say it, separated by commas. */
  failure: string | null
  isAcknowledged: boolean
}
