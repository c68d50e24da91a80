import { describe, expect, it } from 'vitest'
import type { DemandMixture } from '../../shared/safety-stock/demand-mixture'
import { demandMixtureFrom } from '../../shared/safety-stock/demand-mixture-from'

const mixture = (name: number): DemandMixture => ({
  mean: 100, variance: 900, varianceToMean: 2, isWhole: false, leastQuantity: 0, cdf: () => name, exceedance: () => ({ probability: name, excess: 0, density: 0 }),
  quantile: (probability) => 100 * probability + name,
})

describe('demandMixtureFrom', () => {
  it('answers by itself from the least quantity on, and asks the other below it, made once', () => {
    let made = 0
    const both = demandMixtureFrom(mixture(0.25), 50, () => (made++, mixture(0.75)))
    expect([both.cdf(50), both.exceedance(80).probability, both.quantile(0.6)]).toEqual([0.25, 0.25, 60.25])
    expect(made).toBe(0)
    expect([both.cdf(49), both.exceedance(10).probability, both.quantile(0.4)]).toEqual([0.75, 0.75, 40.75])
    expect(made).toBe(1)
    expect(both).toMatchObject({ mean: 100, variance: 900, leastQuantity: 50, isWhole: false })
  })
})
