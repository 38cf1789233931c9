/** An alarm clock, and nothing more: what is due is a date in the database, never a stroke of this clock. */
import { createTask } from 'node-cron'
import type { Log } from '../domain/log.ts'

const EVERY_MINUTE = '* * * * *'

export type Timetable = {
  /** No further run; resolves when the one under way has ended. */
  stop(): Promise<void>
}

/** Runs `tick` now and every minute, never twice at a time. A run that fails is logged, and the next comes anyway. */
export function startTimetable(
  tick: () => Promise<void>,
  { timeZone, log }: { timeZone: string; log: Log },
): Timetable {
  let running: Promise<void> | null = null
  const run = () => {
    running ??= tick()
      .catch((error: unknown) => log('tick_failed', { error }))
      .finally(() => {
        running = null
      })
    return running
  }
  const task = createTask(EVERY_MINUTE, run, { timezone: timeZone, noOverlap: true, logger: loggerInto(log) })
  void task.start()
  void run()
  return {
    async stop() {
      await task.destroy()
      await running
    },
  }
}

/** What node-cron has to say, in our log. */
function loggerInto(log: Log) {
  const note = (message: string | Error, error?: Error) =>
    log('timetable_says', typeof message === 'string' ? { note: message, error } : { error: message })
  return { info: note, warn: note, error: note, debug: () => {} }
}
