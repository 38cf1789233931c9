/** The way round a bot whose platform takes nothing: what can reach its reader by another bot goes there. */
import type { SendError } from '../../bot/channel.ts'
import type { Db } from '../../db/client.ts'
import { movable, movableFrom, sendInstead } from '../../db/messages/fall-back.ts'
import type { Claimed } from '../../db/messages/outbox-sending.ts'
import type { Log } from '../../domain/log.ts'
import type { Bot } from '../../domain/message.ts'
import { tellExhausted } from '../bots/tell-exhausted.ts'
import type { OutcomeRecorder } from './outcome-recorder.ts'
import { createShutWatch, LASTING_MINUTES, type Shut } from './shut-watch.ts'

export type WayRound = {
  /** A message went through. */
  well(): void
  /**
   * One did not. Null when that may pass by itself. Else what waits for this bot goes elsewhere, as far as it can; so do
   * `rows`, and it resolves with those of them that are still to be sent here. Never rejects.
   */
  after(error: SendError, rows: () => Claimed[]): Promise<Claimed[] | null>
}

const AT_ONCE = 500

type Around = { db: Db; bot: Bot; recorder: OutcomeRecorder; clock: () => Date; log: Log }

export function createWayRound({ db, bot, recorder, clock, log }: Around): WayRound {
  const shut = createShutWatch(clock)

  async function giveAway(rows: Claimed[], why: Shut): Promise<Claimed[]> {
    const gone = await movable(
      db,
      rows.map(({ id }) => id),
    )
    const failed = [...gone].map((id) => recorder.add({ id, state: 'failed', failure: why, at: clock() }))
    await Promise.all(failed)
    return rows.filter(({ id }) => !gone.has(id))
  }

  async function sweep(failure: Shut): Promise<void> {
    for (let moved = AT_ONCE; moved === AT_ONCE; ) {
      const now = clock()
      const ids = await movableFrom(db, bot, { now, limit: AT_ONCE })
      await sendInstead(db, ids, { failure, now })
      moved = ids.length
    }
  }

  return {
    well: shut.well,
    async after(error, rowsNow) {
      const why = shut.met(error)
      if (!why) return null
      let rows = rowsNow()
      try {
        if (why === 'out_of_quota')
          await tellExhausted(db, bot, { minutes: LASTING_MINUTES, now: clock(), log })
        rows = await giveAway(rows, why)
        await sweep(why)
      } catch (failure) {
        log('no_way_round', { error: failure })
      }
      return rows
    },
  }
}
