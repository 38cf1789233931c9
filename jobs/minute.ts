/** What a job that is looked at each minute works with. */
import type { Db } from '../db/client.ts'
import type { Log } from '../domain/log.ts'

export type Minute = { db: Db; clock: () => Date; log: Log }
