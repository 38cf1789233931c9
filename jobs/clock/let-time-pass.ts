/** Lets a settable clock run ahead through every moment at which the program would have done something, in order. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../db/client.ts'
import { isIdle } from '../../db/messages/outbox.ts'
import type { Log } from '../../domain/log.ts'
import { everyMinute } from '../every-minute.ts'
import { nextHappening } from './next-happening.ts'
import type { SettableClock } from './settable-clock.ts'

export type TimeMachine = {
  now(): Date
  /** Time is passing: whoever wants it to go elsewhere has to wait. */
  isBusy(): boolean
  /** To the next thing that happens, and lets it happen; false when nothing is in sight. */
  toNextHappening(): Promise<boolean>
  /** To a later moment; everything on the way happens at its own time. */
  toMoment(moment: Date): Promise<void>
  /** Resolves when no time passes any more; soon, once it has been stopped. */
  settled(): Promise<void>
}

type Passing = {
  db: Db
  clock: SettableClock
  log: Log
  /** Has the bots look into the outbox at once. */
  wake(): void
  /** Wherever the clock has come by then, there it stays. */
  stop: AbortSignal
}

const LOOK_MS = 10

export function createTimeMachine({ db, clock, log, wake, stop }: Passing): TimeMachine {
  let passing: Promise<unknown> | null = null

  /** The clock is set, what is due is queued, and all of it has reached the phones. */
  async function happen(moment: Date): Promise<void> {
    clock.set(moment)
    await everyMinute({ db, clock: clock.now, log })
    wake()
    while (!stop.aborted && !(await isIdle(db, clock.now()))) await sleep(LOOK_MS)
  }

  async function alone<T>(pass: () => Promise<T>): Promise<T> {
    if (passing) throw new Error('time is passing already')
    const mine = pass()
    passing = mine
    try {
      return await mine
    } finally {
      passing = null
    }
  }

  return {
    now: clock.now,
    isBusy: () => passing !== null,
    toNextHappening: () =>
      alone(async () => {
        const next = await nextHappening(db, clock.now())
        if (next) await happen(next)
        return next !== null
      }),
    toMoment: (moment) =>
      alone(async () => {
        while (!stop.aborted) {
          const next = await nextHappening(db, clock.now())
          if (!next || next >= moment) break
          await happen(next)
        }
        if (!stop.aborted) await happen(moment)
      }),
    async settled() {
      await Promise.allSettled([passing])
    },
  }
}
