/** The pruning job on some days. */
import type { Db } from '../../db/client.ts'
import { prune } from '../../jobs/prune.ts'
import { at } from './reminders/reminding.ts'

/** The job on some day at the office's clock; returns what it logged. */
export async function prunes(db: Db, day: string): Promise<string[]> {
  const logged: string[] = []
  const log = (event: string, facts?: Record<string, unknown>) =>
    logged.push(
      event === 'pruned' ? `${facts?.kind} ${facts?.removed}` : `${event} ${facts?.kind} ${facts?.error}`,
    )
  await prune({ db, clock: () => at(`${day} 00:01`), log })
  return logged
}
