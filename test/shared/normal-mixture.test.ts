import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardNormalCdf, standardNormalDensity, standardNormalQuantile } from '../../shared/probability/normal-distribution'
import type { MixtureInputs } from '../../shared/safety-stock/demand-mixture'
import { normalMixture } from '../../shared/safety-stock/normal-mixture'

function mixture(rows: readonly (readonly [mean: number, weight: number])[], varianceToMean: number): MixtureInputs {
  return { family: 'normal', varianceToMean, weights: Float64Array.from(rows, ([, weight]) => weight), means: Float64Array.from(rows, ([mean]) => mean) }
}
const inputs = fc
  .tuple(fc.array(fc.tuple(fc.double({ min: 1, max: 5000, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true })), { minLength: 1, maxLength: 12 }), fc.double({ min: 50, max: 200, noNaN: true }))
  .map(([rows, varianceToMean]) => {
    const sum = rows.reduce((total, [, weight]) => total + weight, 0)
    return mixture(rows.map(([mean, weight]) => [mean, weight / sum] as const).toSorted(([a], [b]) => a - b), varianceToMean)
  })

describe('normalMixture', () => {
  it('is the textbook’s level for one length: mean + z·σ', () => {
    const one = normalMixture(mixture([[400, 1]], 9))
    expect(one.quantile(0.95)).toBeCloseTo(400 + standardNormalQuantile(0.95) * 60, 7)
    expect(one.cdf(400)).toBeCloseTo(0.5, 12)
    // Loss of a normal variable at its mean: σ·φ(0).
    expect(one.exceedance(400).excess).toBeCloseTo(60 * standardNormalDensity(0), 9)
  })

  it('is never below 0, although a normal distribution could ask for that', () => {
    expect(normalMixture(mixture([[1, 1]], 400)).quantile(0.4)).toBe(0)
  })

  // Between two narrow peaks the density is 1e-200: a Newton step once leapt to 1e+200 (7.4e+148 pieces instead of 13,427).
  it('finds a level beyond a gap in which there is no density', () => {
    const gap = normalMixture(mixture([[6700, 0.9], [13_400, 0.1]], 0.2))
    expect(gap.quantile(0.97)).toBeCloseTo(13_400 + standardNormalQuantile(0.7) * Math.sqrt(13_400 * 0.2), 3)
  })

  it('is the weighted sum of its parts, in probability and in excess', () => {
    fc.assert(fc.property(inputs, fc.double({ min: 0, max: 6000, noNaN: true }), (given, x) => {
      let probability = 0
      let excess = 0
      given.means.forEach((mean, index) => {
        const weight = given.weights[index] ?? 0
        const sd = Math.sqrt(mean * given.varianceToMean)
        const z = sd === 0 ? (x >= mean ? 40 : -40) : (x - mean) / sd
        probability += weight * standardNormalCdf(-z)
        excess += weight * ((mean - x) * standardNormalCdf(-z) + sd * standardNormalDensity(z))
      })
      const found = normalMixture(given)
      expect(Math.abs(found.exceedance(x).probability - probability)).toBeLessThanOrEqual(1e-9)
      expect(Math.abs(found.cdf(x) - (1 - probability))).toBeLessThanOrEqual(1e-9)
      expect(Math.abs(found.exceedance(x).excess - excess)).toBeLessThanOrEqual(1e-9 * (1 + found.mean + x))
    }))
  })

  it('reaches its target at the quantile, and not a little below', () => {
    fc.assert(fc.property(inputs, fc.constantFrom(0.3, 0.8, 0.95, 0.999), (given, probability) => {
      const found = normalMixture(given)
      const level = found.quantile(probability)
      expect(found.cdf(level)).toBeGreaterThanOrEqual(probability - 1e-9)
      if (level > 0) expect(found.cdf(level * (1 - 1e-6))).toBeLessThanOrEqual(probability + 1e-9)
    }), { numRuns: 60 })
  })
})
