/** What a job that is looked at each minute works with. */
import type { Db } from '../db/client.ts'
import type { BotLimits } from '../domain/bot-limits.ts'
import type { Log } from '../domain/log.ts'

export type Minute = {
  db: Db
  clock: () => Date
  log: Log
  /** What the plans of the platforms allow; without them nothing is near its limit. */
  limits?: BotLimits
}
