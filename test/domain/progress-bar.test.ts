/** The bar of an announcement on its way. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { progressBar } from '../../domain/progress-bar.ts'

test('it is full only when all is done, and empty only while nothing is', () => {
  expect(progressBar(18, 60)).toBe('▓▓▓░░░░░░░')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (all, some) => {
      const done = Math.min(all, some)
      const bar = progressBar(done, all)
      expect([...bar]).toHaveLength(10)
      expect(bar.includes('░')).toBe(done < all)
      expect(bar.includes('▓')).toBe(done > 0)
    }),
  )
})
