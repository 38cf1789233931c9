/** How long a file that does not come is asked for. */
import { expect, test } from 'vitest'
import { SendError, type SendFailure } from '../../../bot/channel.ts'
import { retryAfter } from '../../../jobs/files/download-retry.ts'

const now = new Date('2026-12-20T08:00:00Z')
const next = (attempts: number, failure: SendFailure, retryAfterSeconds?: number) => {
  const result = retryAfter(attempts, new SendError(failure, 'x', { retryAfterSeconds }), now)
  return typeof result === 'string'
    ? result
    : { attempts: result.attempts, seconds: (result.notBefore.getTime() - now.getTime()) / 1_000 }
}

test.each(['retry', 'unknown'] as const)(
  'a platform that is away is asked again after 5 s, then twice as long each time, for most of an hour (%s)',
  (failure) => {
    const waits: number[] = []
    for (let attempts = 0; ; attempts++) {
      const result = next(attempts, failure)
      if (typeof result === 'string') {
        expect(result).toBe('unreachable')
        break
      }
      expect(result.attempts).toBe(attempts + 1)
      waits.push(result.seconds)
    }
    expect(waits.slice(0, 4)).toEqual([5, 10, 20, 40])
    const minutes = waits.reduce((sum, wait) => sum + wait, 0) / 60
    expect(minutes).toBeGreaterThan(40)
    expect(minutes).toBeLessThan(60)
  },
)

test('a platform that says how long to wait is not asked sooner', () => {
  expect(next(0, 'retry', 30)).toEqual({ attempts: 1, seconds: 30 })
  expect(next(3, 'retry', 30)).toEqual({ attempts: 4, seconds: 40 })
})

test('while the office’s token is void, files wait without end', () => {
  expect(next(0, 'unauthorized')).toEqual({ attempts: 0, seconds: 60 })
  expect(next(9, 'unauthorized')).toEqual({ attempts: 9, seconds: 60 })
})

test('what the platform will not hand out is not asked for again', () => {
  expect(next(0, 'rejected')).toBe('unavailable')
})
