/** How long we wait for Telegram, and how long between tries. Tests shorten it. */
export type Timing = {
  /** How long Telegram may hold a request for updates when it has none; it allows at most 50. */
  pollSeconds: number
  /** The same after a failure, so that we soon learn whether it is over. */
  pollAfterTroubleSeconds: number
  /** A request for updates that has not come back by then never will. Longer than `pollSeconds`. */
  pollWatchdogMs: number
  callMs: number
  /** The answer to a press: later it helps nobody, and a stop waits for it. */
  pressMs: number
  downloadMs: number
  /** A call that carries files to Telegram. */
  uploadMs: number
  /** The first pause after a failure; each further one is twice as long. */
  firstPauseMs: number
  longestPauseMs: number
  /** Another process asks for the same bot's updates; Telegram lets the newer one win. */
  conflictPauseMs: number
  /** The token is void: only a person can mend that. */
  unauthorizedPauseMs: number
  webhookCheckMs: number
}

export const TIMING: Timing = {
  pollSeconds: 30,
  pollAfterTroubleSeconds: 5,
  pollWatchdogMs: 45_000,
  callMs: 30_000,
  pressMs: 5_000,
  downloadMs: 120_000,
  uploadMs: 60_000,
  firstPauseMs: 1_000,
  longestPauseMs: 30_000,
  conflictPauseMs: 5_000,
  unauthorizedPauseMs: 60_000,
  webhookCheckMs: 60_000,
}
