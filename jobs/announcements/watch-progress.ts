/** Watches the announcements on their way until each has arrived or has not, and shows it to whoever sent it. */

import { unsettledAnnouncements } from '../../db/announcements/announcements.ts'
import { offerInstead } from '../../db/announcements/progress.ts'
import type { Db } from '../../db/client.ts'
import type { Log } from '../../domain/log.ts'
import { createBell } from '../bell.ts'
import { lookAt } from './show-announcement.ts'

const IDLE_MS = 1_000
/** How soon the end is noticed; what is shown in between has its own measure. */
const BUSY_MS = 250

export type AnnouncementProgress = {
  /** An announcement may have been queued, stopped or changed: look at once. */
  wake(): void
  /** Watches until `stop`. All it knows stands in the database: after a restart it goes on by itself. */
  run(stop: AbortSignal): Promise<void>
}

/** `wake` rings the senders: something was put into the outbox. */
export function createAnnouncementProgress({
  db,
  clock,
  log,
  wake,
}: {
  db: Db
  clock: () => Date
  log: Log
  wake(): void
}): AnnouncementProgress {
  const bell = createBell()

  /** A trouble with one is no trouble for the rest; it is looked at again in a moment. */
  const look = (id: number) =>
    lookOnce(id).catch((error: unknown) => log('announcement_progress_waits', { announcement: id, error }))

  const lookOnce = async (id: number) => {
    const now = clock()
    const { queued, settled } = await db.transaction((tx) => lookAt(tx, id, now))
    if (queued) wake()
    if (!settled) return
    log('announcement_settled', { announcement: id })
    const { personId, before, after } = settled
    if (personId !== null && before) await offerInstead(db, personId, before, after, now)
  }

  async function run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      let open: number[] = []
      try {
        open = await unsettledAnnouncements(db, clock())
        for (const id of open) await look(id)
      } catch (error) {
        log('announcement_progress_waits', { error })
      }
      await bell.wait(open.length > 0 ? BUSY_MS : IDLE_MS, stop)
    }
  }

  return { wake: bell.ring, run }
}
