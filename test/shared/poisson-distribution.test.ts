import { describe, expect, it } from 'vitest'
import { poissonCdf, poissonProbability } from '../../shared/probability/poisson-distribution'
import figures from '../reference/probability-figures.json'

// Figures: series and log-gamma at 70 digits. Each row: mean, count, cdf, probability.
const rows = figures.poisson as [number, number, number, number][]

describe('poissonCdf', () => {
  it.each(rows)('mean %s, count %s agrees with mpmath', (mean, count, cdf) => {
    const value = poissonCdf({ mean, count })
    expect(Math.abs(value - cdf)).toBeLessThanOrEqual(1e-13)
    if (cdf > 1e-300) expect(Math.abs(value / cdf - 1)).toBeLessThanOrEqual(1e-11)
  })

  it('is 1 for a mean of 0', () => {
    expect(poissonCdf({ mean: 0, count: 0 })).toBe(1)
  })

  it.each([['mean', -1], ['mean', NaN], ['count', -1], ['count', 0.5]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => poissonCdf({ mean: 3, count: 2, [argument]: value }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('poissonProbability', () => {
  it.each(rows)('mean %s, count %s agrees with mpmath to 1e-11', (mean, count, _cdf, probability) => {
    expect(Math.abs(poissonProbability({ mean, count }) / probability - 1)).toBeLessThanOrEqual(1e-11)
  })

  it('is 1 and 0 for a mean of 0', () => {
    expect(poissonProbability({ mean: 0, count: 0 })).toBe(1)
    expect(poissonProbability({ mean: 0, count: 4 })).toBe(0)
  })

  it('names count when it is -1', () => {
    expect(() => poissonProbability({ mean: 3, count: -1 })).toThrow(expect.objectContaining({ argument: 'count' }))
  })
})
