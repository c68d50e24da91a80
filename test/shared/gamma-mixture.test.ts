import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regularisedGammaQ } from '../../shared/probability/incomplete-gamma'
import type { DemandMixture, MixtureInputs } from '../../shared/safety-stock/demand-mixture'
import { gammaMixture } from '../../shared/safety-stock/gamma-mixture'
import { gammaCdf } from '../reference/literal-gamma'

function mixtureOf(rows: readonly (readonly [mean: number, weight: number])[], varianceToMean: number): DemandMixture {
  const sum = rows.reduce((total, [, weight]) => total + weight, 0)
  const means = Float64Array.from(rows, ([mean]) => mean)
  const inputs: MixtureInputs = { family: 'gamma', varianceToMean, weights: Float64Array.from(rows, ([, weight]) => weight / sum), means }
  return gammaMixture(inputs)
}

/** Lengths of 1 to 160 days, weights as a lead time may have them, some of them 0. */
const spread = fc.record({
  meanPerDay: fc.double({ min: 0.05, max: 900, noNaN: true }),
  weeklyCv: fc.constantFrom(0.15, 0.4, 1, 2.5),
  first: fc.integer({ min: 0, max: 60 }),
  weights: fc.array(fc.oneof(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.constant(0)), { minLength: 1, maxLength: 100 }).filter((all) => all.some((weight) => weight > 0)),
}).map(({ meanPerDay, weeklyCv, first, weights }) => ({
  varianceToMean: 7 * weeklyCv ** 2 * meanPerDay,
  rows: weights.map((weight, index) => [meanPerDay * (first + index), weight] as const),
}))

describe('gammaMixture', () => {
  it('is exponential for one length whose variance is its mean squared', () => {
    const one = mixtureOf([[50, 1]], 50)
    expect(one.cdf(80)).toBeCloseTo(1 - Math.exp(-80 / 50), 10)
    expect(one.exceedance(80).probability).toBeCloseTo(Math.exp(-80 / 50), 10)
    expect(one.exceedance(80).excess).toBeCloseTo(50 * Math.exp(-80 / 50), 9)
    expect(one.quantile(0.95)).toBeCloseTo(-50 * Math.log(0.05), 7)
  })

  // Γ(2) of scale θ: P(X > x) = (1 + x/θ)·e^(−x/θ); E[(X − x)+] = (2θ + x)·e^(−x/θ).
  it('has the closed form of shape 2', () => {
    const two = mixtureOf([[60, 1]], 30)
    expect(two.exceedance(100).probability).toBeCloseTo((1 + 100 / 30) * Math.exp(-100 / 30), 10)
    expect(two.exceedance(100).excess).toBeCloseTo((60 + 100) * Math.exp(-100 / 30), 8)
  })

  it('agrees with the sum over its lengths to 1e-9, in probability, and in excess relative to the mean', () => {
    fc.assert(fc.property(spread, fc.double({ min: 0.05, max: 3, noNaN: true }), ({ rows, varianceToMean }, share) => {
      const mixture = mixtureOf(rows, varianceToMean)
      const x = share * mixture.mean
      if (x === 0) return
      const total = rows.reduce((sum, [, weight]) => sum + weight, 0)
      let probability = 0
      let excess = 0
      for (const [mean, weight] of rows) {
        if (mean === 0) continue
        const tail = regularisedGammaQ(mean / varianceToMean, x / varianceToMean)
        probability += (weight / total) * tail
        excess += (weight / total) * (mean * regularisedGammaQ(mean / varianceToMean + 1, x / varianceToMean) - x * tail)
      }
      const found = mixture.exceedance(x)
      expect(Math.abs(found.probability - probability)).toBeLessThanOrEqual(1e-9)
      expect(Math.abs(mixture.cdf(x) - (1 - probability))).toBeLessThanOrEqual(1e-9)
      expect(Math.abs(found.excess - excess)).toBeLessThanOrEqual(2e-9 * (mixture.mean + x))
    }), { numRuns: 120 })
  })

  it('agrees with a slow gamma distribution written apart from ours', () => {
    for (const [rows, varianceToMean] of [[[[70, 0.5], [140, 0.3], [700, 0.2]], 44], [[[9, 0.9], [1200, 0.1]], 3]] as const) {
      const mixture = mixtureOf(rows, varianceToMean)
      for (const x of [5, 60, 150, 400, 1000, 1250]) {
        const expected = rows.reduce((sum, [mean, weight]) => sum + weight * gammaCdf(x, mean / varianceToMean, 1 / varianceToMean), 0)
        expect(Math.abs(mixture.cdf(x) - expected)).toBeLessThanOrEqual(1e-9)
      }
    }
  })

  it('reaches its target at the quantile, and not a little below', () => {
    fc.assert(fc.property(spread, fc.constantFrom(0.5, 0.9, 0.97, 0.999), ({ rows, varianceToMean }, probability) => {
      const mixture = mixtureOf(rows, varianceToMean)
      const level = mixture.quantile(probability)
      expect(mixture.cdf(level)).toBeGreaterThanOrEqual(probability - 2e-9)
      if (level > 0) expect(mixture.cdf(level * (1 - 1e-6))).toBeLessThanOrEqual(probability + 2e-9)
    }), { numRuns: 60 })
  })

  it('has no demand in an interval of no days', () => {
    const mixture = mixtureOf([[0, 0.96], [70, 0.04]], 20)
    expect(mixture.quantile(0.95)).toBe(0)
    expect(mixture.cdf(0)).toBeCloseTo(0.96, 12)
    expect(mixture.exceedance(0)).toEqual({ probability: expect.closeTo(0.04, 12), excess: expect.closeTo(2.8, 12), density: 0 })
    expect(mixture.quantile(0.97)).toBeGreaterThan(0)
  })

  it('exceeds anything below 0 by all of it', () => {
    const mixture = mixtureOf([[50, 1]], 50)
    expect(mixture.exceedance(-10)).toEqual({ probability: 1, excess: 60, density: 0 })
  })
})
