/** Spreading newcomers over bots: evenly, never past what a plan allows, and counting those who are still expected. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadOverBots } from '../../domain/spread-over-bots.ts'

const bots = (...people: number[]) => people.map((count, index) => ({ bot: `b${index}`, people: count }))

test('sixty-one newcomers go to two empty bots in halves', () => {
  const given = spreadOverBots(bots(0, 0), { newcomers: 61, expected: 0, limit: 50 })
  expect(given.filter((bot) => bot === 'b0')).toHaveLength(31)
})

test('those who were invited before and have not come keep their places', () => {
  expect(spreadOverBots(bots(40, 0), { newcomers: 2, expected: 59, limit: 50 })).toEqual(['b1', null])
})

test('no bot gets more than its limit, and nobody is turned away while one has room', () => {
  const people = fc.array(fc.nat(60), { maxLength: 4 })
  fc.assert(
    fc.property(people, fc.nat(120), fc.nat(120), (counts, newcomers, expected) => {
      const given = spreadOverBots(bots(...counts), { newcomers, expected, limit: 50 })
      const room = counts.reduce((sum, count) => sum + Math.max(50 - count, 0), 0)
      const placed = given.filter((bot) => bot !== null)
      expect(placed).toHaveLength(Math.min(newcomers, Math.max(room - expected, 0)))
      for (const { bot, people: before } of bots(...counts))
        expect(placed.filter((one) => one === bot).length + before).toBeLessThanOrEqual(Math.max(before, 50))
    }),
  )
})
