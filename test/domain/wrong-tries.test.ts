/** How often a chat may be wrong. */
import { expect, test } from 'vitest'
import { afterWrongTry, isLocked, type Tries } from '../../domain/wrong-tries.ts'

const noon = new Date('2026-11-23T05:00:00Z')
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

const wrongTimes = (times: number, from: Tries = { wrongTries: 0, lockedUntil: null }): Tries =>
  Array.from({ length: times }).reduce<Tries>((tries) => afterWrongTry(tries, noon), from)

test('the fifth wrong try locks for an hour, not the fourth', () => {
  expect(isLocked(wrongTimes(4), noon)).toBe(false)
  const locked = wrongTimes(5)
  expect(isLocked(locked, after(59))).toBe(true)
  expect(isLocked(locked, after(60))).toBe(false)
})

test('each wrong try says how many are left', () => {
  expect(afterWrongTry(wrongTimes(0), noon).left).toBe(4)
  expect(afterWrongTry(wrongTimes(3), noon).left).toBe(1)
})

test('after a lock there are five new tries', () => {
  expect(afterWrongTry(wrongTimes(5), after(61))).toEqual({ wrongTries: 1, lockedUntil: null, left: 4 })
})
