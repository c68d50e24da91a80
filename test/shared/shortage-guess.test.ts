import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gammaExpectedExcess } from '../../shared/probability/gamma-distribution'
import { shortageGuess } from '../../shared/safety-stock/shortage-guess'

const of = { before: { mean: 670, variance: 26_800 }, after: { mean: 600, variance: 24_000 }, quantity: 130 }

function shortageAt(level: number): number {
  return gammaExpectedExcess({ ...of.before, x: level }) - gammaExpectedExcess({ ...of.after, x: level + of.quantity })
}

describe('shortageGuess', () => {
  it('is the level itself where demand is gamma distributed, to a hundredth of its standard deviation', () => {
    for (const allowed of [60, 20, 4, 0.5, 0.01]) {
      const level = shortageGuess(allowed, of)
      const nearBy = 0.01 * Math.sqrt(of.before.variance)
      expect(shortageAt(level - nearBy)).toBeGreaterThan(allowed)
      expect(shortageAt(level + nearBy)).toBeLessThan(allowed)
    }
  })

  it('is 0 where so much may be short that nothing need be held', () => {
    expect(shortageGuess(500, { before: { mean: 20, variance: 100 }, after: { mean: 15, variance: 75 }, quantity: 600 })).toBe(0)
  })

  it('is the mean where demand does not vary or nothing may be short', () => {
    const steady = { before: { mean: 670, variance: 0 }, after: { mean: 600, variance: 0 }, quantity: 130 }
    expect(shortageGuess(4, steady)).toBe(670)
    expect(shortageGuess(0, of)).toBe(670)
  })

  it('is a number a search can start from, whatever the demand', () => {
    const size = fc.double({ min: 1e-3, max: 1e6, noNaN: true })
    const relativeSd = fc.double({ min: 1e-3, max: 30, noNaN: true })
    const share = fc.double({ min: 1e-6, max: 2, noNaN: true })
    fc.assert(fc.property(size, share, fc.tuple(relativeSd, relativeSd), fc.tuple(share, share), (mean, shorter, [one, other], [allowed, quantity]) => {
      const after = mean * Math.min(shorter, 1)
      const level = shortageGuess(allowed * mean, { before: { mean, variance: (one * mean) ** 2 }, after: { mean: after, variance: (other * after) ** 2 }, quantity: quantity * mean })
      expect(level).toBeGreaterThanOrEqual(0)
      expect(level).toBeLessThanOrEqual(mean * (1 + 12.5 * one))
    }))
  })
})
