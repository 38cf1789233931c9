/** Once a day: what the office's settings say is kept no longer goes, and the audit log says how much of what. */
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/client.ts'
import { PRUNING } from '../db/forgetting/prune.ts'
import { readSettings } from '../db/settings.ts'
import { officeDay } from '../domain/office-day.ts'
import { keptSince } from '../domain/retention.ts'
import type { Minute } from './minute.ts'

/** The day on which nothing was left to remove: until the next one there is nothing to look for. */
const prunedOn = new WeakMap<Db, string>()

/** Each kind in a transaction of its own, a bounded number of rows a minute; the next minute goes on with the rest. */
export async function prune({ db, clock, log }: Minute): Promise<void> {
  const now = clock()
  const settings = await readSettings(db)
  const today = officeDay(now, settings.timezone)
  if (prunedOn.get(db) === today.toString()) return
  const pruning = { since: keptSince(today, settings), now }
  let isDone = true
  for (const [kind, { most, remove }] of Object.entries(PRUNING)) {
    try {
      const removed = await db.transaction(async (tx) => {
        const rows = await remove(tx, pruning, most)
        if (rows > 0) await noteDown(tx, kind, rows, now)
        return rows
      })
      if (removed > 0) log('pruned', { kind, removed })
      if (removed >= most) isDone = false
    } catch (error) {
      // Tomorrow is soon enough; the other kinds must not wait for this one.
      log('prune_failed', { kind, error })
    }
  }
  if (isDone) prunedOn.set(db, today.toString())
}

const noteDown = (tx: Tx, kind: string, removed: number, at: Date) =>
  audit(tx, {
    personId: null,
    through: 'program',
    action: 'data.pruned',
    subject: `kind:${kind}`,
    facts: { removed },
    at,
  })
