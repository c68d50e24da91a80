import { describe, expect, it } from 'vitest'
import { stepMixture } from '../../shared/safety-stock/step-mixture'

const tenths = stepMixture({ family: 'gamma', weights: new Float64Array(10).fill(0.1), means: Float64Array.from({ length: 10 }, (_, index) => 10 * (index + 1)) })

describe('stepMixture', () => {
  it('has the mean, and no variability of its own', () => {
    expect(tenths.mean).toBeCloseTo(55, 12)
    expect(tenths.varianceToMean).toBe(0)
    expect(tenths.isWhole).toBe(false)
  })

  it('finds a step whose probabilities add up to exactly α, though tenths do not add up in doubles', () => {
    expect(tenths.quantile(0.8)).toBe(80)
    expect(tenths.quantile(0.8 + 1e-11)).toBe(90)
    expect(tenths.quantile(0.999)).toBe(100)
    expect(tenths.quantile(0.01)).toBe(10)
  })

  it('counts a quantity on a step as within it', () => {
    expect(tenths.cdf(30)).toBeCloseTo(0.3, 12)
    expect(tenths.cdf(29.999)).toBeCloseTo(0.2, 12)
    expect(tenths.cdf(0)).toBe(0)
    expect(tenths.cdf(1e9)).toBeCloseTo(1, 12)
    expect(tenths.exceedance(30).probability).toBeCloseTo(0.7, 12)
  })

  it('exceeds a quantity by Σ w·(mean − x)', () => {
    expect(tenths.exceedance(80).excess).toBeCloseTo(0.1 * 10 + 0.1 * 20, 12)
    expect(tenths.exceedance(-5).excess).toBeCloseTo(60, 12)
    expect(tenths.exceedance(100)).toEqual({ probability: 0, excess: 0, density: 0 })
  })

  it('has levels of whole pieces where demand comes in them', () => {
    const steps = stepMixture({ family: 'negative-binomial', weights: Float64Array.of(0.5, 0.5), means: Float64Array.of(3, 4.2) })
    expect(steps.isWhole).toBe(true)
    expect([steps.quantile(0.5), steps.quantile(0.6)]).toEqual([3, 5])
  })

  it('takes sums of the same days in another order as one step', () => {
    const mean = 0.1 + 0.2
    expect(stepMixture({ family: 'gamma', weights: Float64Array.of(1), means: Float64Array.of(mean) }).cdf(0.3)).toBe(1)
  })
})
