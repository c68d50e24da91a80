import { describe, expect, it } from 'vitest'
import { negativeBinomialCdf, negativeBinomialProbability } from '../../shared/probability/negative-binomial-distribution'
import figures from '../reference/probability-figures.json'

// Figures: series and log-gamma at 70 digits. Each row: mean, variance, count, cdf, probability.
const rows = figures.negativeBinomial as [number, number, number, number, number][]

describe('negativeBinomialCdf', () => {
  it.each(rows)('mean %s, variance %s, count %s agrees with mpmath to 1e-12', (mean, variance, count, cdf) => {
    expect(Math.abs(negativeBinomialCdf({ mean, variance, count }) - cdf)).toBeLessThanOrEqual(1e-12)
  })

  it('is the sum of the probabilities', () => {
    let sum = 0
    for (let count = 0; count < 120; count += 1) {
      sum += negativeBinomialProbability({ mean: 37.5, variance: 400, count })
      expect(Math.abs(negativeBinomialCdf({ mean: 37.5, variance: 400, count }) - sum)).toBeLessThanOrEqual(1e-12)
    }
  })

  it.each([['mean', 0], ['variance', 3], ['variance', Infinity], ['count', -1], ['count', 1.5]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => negativeBinomialCdf({ mean: 3, variance: 5, count: 2, [argument]: value }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('negativeBinomialProbability', () => {
  it.each(rows)('mean %s, variance %s, count %s agrees with mpmath to 1e-11', (mean, variance, count, _cdf, probability) => {
    const value = negativeBinomialProbability({ mean, variance, count })
    if (probability > 1e-300) expect(Math.abs(value / probability - 1)).toBeLessThanOrEqual(1e-11)
    else expect(value).toBeLessThanOrEqual(1e-299)
  })

  it('names count when it is -1', () => {
    expect(() => negativeBinomialProbability({ mean: 3, variance: 5, count: -1 }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument: 'count' }))
  })
})
