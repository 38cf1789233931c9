/** The alarm clock: rings at the start, rings on after a failure, and never twice at a time. */
import { expect, test, vi } from 'vitest'
import { startTimetable } from '../../jobs/timetable.ts'

const ZONE = 'Asia/Ho_Chi_Minh'

test('it rings at once, not only at the next minute', async () => {
  const tick = vi.fn(async () => {})
  const timetable = startTimetable(tick, { timeZone: ZONE, log: () => {} })
  await timetable.stop()
  expect(tick).toHaveBeenCalledTimes(1)
})

test('a stop waits for the run under way', async () => {
  let ended = false
  const tick = async () => {
    await new Promise((done) => setTimeout(done, 50))
    ended = true
  }
  await startTimetable(tick, { timeZone: ZONE, log: () => {} }).stop()
  expect(ended).toBe(true)
})

test('each minute rings once, a failure is logged, and a run that lasts is not joined by another', async () => {
  vi.useFakeTimers({ now: new Date('2026-12-17T00:00:30Z') })
  try {
    const logged: string[] = []
    const finish: (() => void)[] = []
    const tick = vi.fn(() => new Promise<void>((done) => finish.push(done)))
    tick.mockRejectedValueOnce(new Error('the database is away'))
    const timetable = startTimetable(tick, { timeZone: ZONE, log: (event) => logged.push(event) })
    await vi.advanceTimersByTimeAsync(31_000)
    expect(logged).toEqual(['tick_failed'])
    expect(tick).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(tick).toHaveBeenCalledTimes(2)
    finish.at(-1)?.()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tick).toHaveBeenCalledTimes(3)
    finish.at(-1)?.()
    await timetable.stop()
  } finally {
    vi.useRealTimers()
  }
})
