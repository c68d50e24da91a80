import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gammaTail } from '../../shared/probability/incomplete-gamma'
import { isSmoothGamma, smoothGammaDays } from '../../shared/probability/smooth-gamma-days'

const endTail = 1e-9
type Days = { readonly meanDays: number; readonly sdDays: number }

/** P(at most so many days), or P(more). */
function tailOf({ meanDays, sdDays }: Days, day: number, tail: 'lower' | 'upper'): number {
  const scaleDays = sdDays * (sdDays / meanDays)
  return gammaTail(meanDays / scaleDays, day / scaleDays, day / meanDays, (day - meanDays) / meanDays, tail)
}
const below = (of: Days, day: number): number => tailOf(of, day, 'lower')
const beyond = (of: Days, day: number): number => tailOf(of, day, 'upper')

const wide: fc.Arbitrary<Days> = fc
  .record({ meanDays: fc.double({ min: 12.7, max: 900, noNaN: true }), relativeSd: fc.double({ min: 0.01, max: 0.3162, noNaN: true }) })
  .map(({ meanDays, relativeSd }) => ({ meanDays, sdDays: meanDays * relativeSd }))
  .filter(isSmoothGamma)

describe('smoothGammaDays', () => {
  // Both sides of the centre are compared with the tail that keeps its digits there.
  it('is the difference of the distribution function over each day, to 1e-13', () => {
    fc.assert(fc.property(wide, (of) => {
      const { firstDay, probabilities } = smoothGammaDays(of, endTail)
      const kept = 1 - beyond(of, firstDay + probabilities.length - 0.5)
      probabilities.forEach((probability, index) => {
        const day = firstDay + index
        const exact = day > of.meanDays ? beyond(of, day - 0.5) - beyond(of, day + 0.5) : below(of, day + 0.5) - below(of, day - 0.5)
        expect(Math.abs(probability - exact / kept)).toBeLessThanOrEqual(1e-13)
      })
    }))
  })

  it('keeps its digits in long times that hardly vary', () => {
    const of = { meanDays: 9876.5, sdDays: 4.5 }
    const { firstDay, probabilities } = smoothGammaDays(of, endTail)
    const exact = (below(of, 9876.5) - below(of, 9875.5)) / (1 - beyond(of, firstDay + probabilities.length - 0.5))
    expect(Math.abs((probabilities[9876 - firstDay] ?? 0) - exact)).toBeLessThanOrEqual(1e-13)
  })

  it('begins where next to nothing is left, ends on the first day with less than the end tail beyond it, and makes 1', () => {
    fc.assert(fc.property(wide, (of) => {
      const { firstDay, probabilities } = smoothGammaDays(of, endTail)
      const lastDay = firstDay + probabilities.length - 1
      expect(below(of, firstDay - 0.5)).toBeLessThanOrEqual(2e-16)
      expect(beyond(of, lastDay + 0.5)).toBeLessThan(endTail)
      expect(beyond(of, lastDay - 0.5)).toBeGreaterThanOrEqual(endTail)
      expect(Math.abs(probabilities.reduce((sum, one) => sum + one, 0) - 1)).toBeLessThanOrEqual(1e-12)
    }))
  })

  it('reaches down to day 0 where the distribution does', () => {
    const of = { meanDays: 12.8, sdDays: 4.04 }
    const { firstDay, probabilities } = smoothGammaDays(of, endTail)
    expect(firstDay).toBe(0)
    expect(Math.abs((probabilities[0] ?? 0) / below(of, 0.5) - 1)).toBeLessThanOrEqual(1e-8)
  })
})

describe('isSmoothGamma', () => {
  it.each([[60, 12, true], [60, 3.9, false], [60, 20, false], [12, 4, false], [13, 4, true], [10_000, 4, true], [10_001, 400, false]])('of %s ± %s days is %s', (meanDays, sdDays, expected) => {
    expect(isSmoothGamma({ meanDays, sdDays })).toBe(expected)
  })
})
