import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallestCount } from '../../shared/safety-stock/smallest-count'

describe('smallestCount', () => {
  it('finds the first number that holds from any guess', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 9000 }), (first, guess) => {
      expect(smallestCount(guess, (count) => count >= first)).toBe(first)
    }))
  })

  it('asks a near guess a few times only', () => {
    let asked = 0
    smallestCount(1003, (count) => (asked++, count >= 1000))
    expect(asked).toBeLessThanOrEqual(8)
  })
})
