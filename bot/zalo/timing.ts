/** How long we wait for Zalo, and how long between tries. Tests shorten it. */
export type Timing = {
  /** How long Zalo holds a request for a message when it has none. */
  pollSeconds: number
  /** A request for a message that has not come back by then never will. At least 7 s longer than `pollSeconds`. */
  pollWatchdogMs: number
  callMs: number
  /** Sending a picture: Zalo fetches it from us meanwhile. */
  photoMs: number
  downloadMs: number
  /** The first pause after a failure; each further one is twice as long. */
  firstPauseMs: number
  longestPauseMs: number
  /** How often we look whether our webhook, or nobody's, is set. */
  webhookCheckMs: number
}

export const TIMING: Timing = {
  pollSeconds: 30,
  pollWatchdogMs: 40_000,
  callMs: 30_000,
  photoMs: 150_000,
  downloadMs: 120_000,
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  webhookCheckMs: 60_000,
}
