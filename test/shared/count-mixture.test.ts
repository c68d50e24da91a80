import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countMixture } from '../../shared/safety-stock/count-mixture'
import type { DemandMixture, MixtureInputs } from '../../shared/safety-stock/demand-mixture'

type Rows = readonly (readonly [mean: number, weight: number])[]

function mixtureOf(rows: Rows, varianceToMean: number): DemandMixture {
  const inputs: MixtureInputs = { family: 'negative-binomial', varianceToMean, weights: Float64Array.from(rows, ([, weight]) => weight), means: Float64Array.from(rows, ([mean]) => mean) }
  return countMixture(inputs)
}

/** P(X = k) of one length by the recursion p(k)/p(k − 1), in logarithms so that nothing vanishes. */
function probabilities(mean: number, varianceToMean: number, most: number): readonly number[] {
  if (mean === 0) return [1]
  const size = mean / (varianceToMean - 1)
  let log = varianceToMean <= 1 ? -mean : -size * Math.log(varianceToMean)
  const all = [Math.exp(log)]
  for (let k = 1; k <= most; k++) {
    log += varianceToMean <= 1 ? Math.log(mean / k) : Math.log(((size + k - 1) / k) * (1 - 1 / varianceToMean))
    all.push(Math.exp(log))
  }
  return all
}

function literal(rows: Rows, varianceToMean: number, x: number): { readonly cdf: number; readonly excess: number } {
  let cdf = 0
  let excess = 0
  for (const [mean, weight] of rows) {
    const most = Math.ceil(mean + 40 * Math.sqrt(mean * Math.max(1, varianceToMean)) + 60 * Math.max(1, varianceToMean))
    probabilities(mean, varianceToMean, most).forEach((probability, k) => {
      if (k <= x) cdf += weight * probability
      else excess += weight * probability * (k - x)
    })
  }
  return { cdf, excess }
}

describe('countMixture', () => {
  it('is Poisson where the variance is the mean, and where it is less', () => {
    for (const varianceToMean of [1, 0.4]) {
      const one = mixtureOf([[2, 1]], varianceToMean)
      expect(one.cdf(0)).toBeCloseTo(Math.exp(-2), 12)
      expect(one.cdf(2)).toBeCloseTo(5 * Math.exp(-2), 12)
      expect(one.exceedance(0).excess).toBeCloseTo(2, 12)
    }
  })

  // Geometric: variance 6 for a mean of 2, so P(X > k) = (2/3)^(k + 1).
  it('is geometric for a mean of 2 and a variance of 6', () => {
    const one = mixtureOf([[2, 1]], 3)
    for (const k of [0, 1, 5, 12]) expect(one.exceedance(k).probability).toBeCloseTo((2 / 3) ** (k + 1), 12)
    expect(one.quantile(1 - (2 / 3) ** 4)).toBe(3)
    expect(one.quantile(1 - (2 / 3) ** 4 + 1e-9)).toBe(4)
  })

  it('has steps at whole pieces and is straight between them', () => {
    const one = mixtureOf([[2, 1]], 3)
    expect(one.isWhole).toBe(true)
    expect(one.cdf(3.7)).toBe(one.cdf(3))
    expect(one.exceedance(3.5).excess).toBeCloseTo((one.exceedance(3).excess + one.exceedance(4).excess) / 2, 12)
    expect(one.exceedance(-1)).toEqual({ probability: 1, excess: expect.closeTo(3, 12), density: 0 })
  })

  // The last of each kind lies beyond the mean up to which every piece is tabled.
  it.each<[string, Rows, number]>([
    ['slow movers', [[0, 0.1], [0.4, 0.4], [3, 0.5]], 1], ['lumpy usage', [[5, 0.5], [40, 0.5]], 12], ['very lumpy usage', [[30, 1]], 150], ['usage in bursts', [[20, 0.3], [50, 0.3], [80, 0.4]], 400],
    ['long queues', [[200, 0.3], [700, 0.5], [1400, 0.2]], 1], ['large numbers', [[600, 0.5], [2500, 0.5]], 1], ['large lumpy numbers', [[600, 0.5], [2500, 0.5]], 9],
  ])('agrees with the sum over all numbers of pieces for %s', (_, rows, varianceToMean) => {
    const mixture = mixtureOf(rows, varianceToMean)
    for (const share of [0, 0.3, 0.8, 1, 1.4, 2.2]) {
      const x = Math.floor(share * mixture.mean)
      const { cdf, excess } = literal(rows, varianceToMean, x)
      expect(Math.abs(mixture.cdf(x) - cdf)).toBeLessThanOrEqual(1e-9)
      expect(Math.abs(mixture.exceedance(x).probability - (1 - cdf))).toBeLessThanOrEqual(1e-9)
      expect(Math.abs(mixture.exceedance(x).excess - excess)).toBeLessThanOrEqual(1e-8 * (1 + mixture.mean))
    }
  })

  it('has an excess of the mean at 0 that falls by the tail with every piece', () => {
    for (const [mean, varianceToMean] of [[40, 8], [2500, 30]] as const) {
      const mixture = mixtureOf([[mean, 1]], varianceToMean)
      expect(mixture.exceedance(0).excess).toBeCloseTo(mean, 6)
      for (const pieces of [3, 41]) {
        const { probability, excess } = mixture.exceedance(pieces)
        expect(mixture.exceedance(pieces + 1).excess).toBeCloseTo(excess - probability, 6)
      }
    }
  })

  it('is the smallest number of pieces that reaches the target', () => {
    const rows = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 5 }).map((means) => means.toSorted((a, b) => a - b).map((mean) => [mean, 1 / means.length] as const))
    // Twenty times as much lies beyond what is tabled.
    fc.assert(fc.property(rows, fc.constantFrom(1, 20), fc.constantFrom(0.6, 1, 2.5, 30), fc.constantFrom(0.5, 0.9, 0.99), (given, scale, varianceToMean, probability) => {
      const mixture = mixtureOf(given.map(([mean, weight]) => [mean * scale, weight] as const), varianceToMean)
      const level = mixture.quantile(probability)
      expect(Number.isInteger(level)).toBe(true)
      expect(mixture.cdf(level)).toBeGreaterThanOrEqual(probability - 1e-11)
      if (level > 0) expect(mixture.cdf(level - 1)).toBeLessThan(probability)
    }), { numRuns: 60 })
  })
})
