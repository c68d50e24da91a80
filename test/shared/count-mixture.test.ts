import { describe, expect, it } from 'vitest'
import { negativeBinomialCdf } from '../../shared/probability/negative-binomial-distribution'
import { poissonCdf } from '../../shared/probability/poisson-distribution'
import { countMixture } from '../../shared/safety-stock/count-mixture'

const weights = Float64Array.of(0.2, 0.5, 0.3)
const mixture = (means: readonly number[], varianceToMean: number) => countMixture({ family: 'negative-binomial', varianceToMean, weights, means: Float64Array.from(means) })

describe('countMixture', () => {
  it.each([[[2, 5, 11], 3.5], [[40, 90, 300], 8], [[700, 900, 1400], 1.5], [[1800, 2500, 4000], 30], [[20, 50, 80], 400]])('agrees with the negative binomial of %j and ratio %d', (means, ratio) => {
    const demand = mixture(means, ratio)
    for (const pieces of [0, Math.floor(means[0]!), Math.floor(means[1]!), Math.floor(1.5 * means[2]!)]) {
      const exact = means.reduce((sum, mean, index) => sum + weights[index]! * negativeBinomialCdf({ mean, variance: mean * ratio, count: pieces }), 0)
      expect(demand.cdf(pieces)).toBeCloseTo(exact, 10)
    }
  })

  it('is Poisson where the variance does not exceed the mean', () => {
    const means = [3, 8, 15]
    const exact = means.reduce((sum, mean, index) => sum + weights[index]! * poissonCdf({ mean, count: 9 }), 0)
    expect(mixture(means, 0.4).cdf(9)).toBeCloseTo(exact, 12)
  })

  it('has whole levels: the smallest that reach the target', () => {
    const demand = mixture([3, 8, 15], 2)
    const level = demand.quantile(0.95)
    expect(Number.isInteger(level)).toBe(true)
    expect(demand.cdf(level)).toBeGreaterThanOrEqual(0.95)
    expect(demand.cdf(level - 1)).toBeLessThan(0.95)
  })

  it('has an excess of the mean at 0 that falls by the tail with every piece', () => {
    const demand = mixture([3, 8, 15], 2)
    expect(demand.exceedance(0).excess).toBeCloseTo(demand.mean, 10)
    const [at4, at5] = [demand.exceedance(4), demand.exceedance(5)]
    expect(at4.excess - at5.excess).toBeCloseTo(at4.probability, 12)
    expect(demand.exceedance(4.25).excess).toBeCloseTo(at4.excess - 0.25 * at4.probability, 12)
  })
})
