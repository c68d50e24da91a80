import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gammaCdf, gammaExpectedExcess, gammaQuantile } from '../../shared/probability/gamma-distribution'
import figures from '../reference/probability-figures.json'

// Figures: series at 70 digits. Each row: mean, variance, x, cdf, expected excess.
const rows = figures.gammaMoments as [number, number, number, number, number][]

describe('gammaCdf', () => {
  it.each(rows)('mean %s, variance %s at %s agrees with mpmath', (mean, variance, x, cdf) => {
    const value = gammaCdf({ mean, variance, x })
    expect(Math.abs(value - cdf)).toBeLessThanOrEqual(1e-13)
    if (cdf > 1e-300) expect(Math.abs(value / cdf - 1)).toBeLessThanOrEqual(1e-11)
  })

  it('is 0 below 0', () => {
    expect(gammaCdf({ mean: 3, variance: 2, x: -1 })).toBe(0)
  })

  it.each([['mean', 0], ['variance', 0], ['variance', NaN], ['x', NaN]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => gammaCdf({ mean: 3, variance: 2, x: 1, [argument]: value }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('gammaExpectedExcess', () => {
  it.each(rows)('mean %s, variance %s over %s agrees with mpmath to 1e-10', (mean, variance, x, _cdf, excess) => {
    const value = gammaExpectedExcess({ mean, variance, x })
    if (excess > 1e-300 * mean) expect(Math.abs(value / excess - 1)).toBeLessThanOrEqual(1e-10)
    else expect(value).toBeLessThanOrEqual(1e-299 * mean)
  })

  it('is the mean less x where nothing lies below x', () => {
    expect(gammaExpectedExcess({ mean: 60, variance: 144, x: 0 })).toBe(60)
    expect(gammaExpectedExcess({ mean: 60, variance: 144, x: -5 })).toBe(65)
  })

  it.each([['mean', -1], ['x', Infinity]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => gammaExpectedExcess({ mean: 3, variance: 2, x: 1, [argument]: value }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('gammaQuantile', () => {
  // The lower end of small shapes is below any double of use: there 0 is the answer.
  it.each(figures.gammaQuantile as [number, number, number, number][])(
    'mean %s, variance %s at %s agrees with mpmath to 1e-12',
    (mean, variance, probability, x) => {
      const value = gammaQuantile({ mean, variance, probability })
      // What one rounding of the probability moves, beyond 1e-12 of x.
      const slope = (gammaCdf({ mean, variance, x: x * (1 + 1e-6) }) - gammaCdf({ mean, variance, x })) / (x * 1e-6)
      const least = probability > 0.5 ? 1e-16 : probability * 1e-15
      if (x < 1e-300 * (variance / mean)) expect(value).toBeLessThan(1e-298)
      else expect(Math.abs(value - x)).toBeLessThanOrEqual(1e-12 * x + (slope > 0 ? least / slope : 0))
    },
  )

  it('inverts the cdf', () => {
    const parts = fc.tuple(fc.double({ min: 0.01, max: 1e5, noNaN: true }), fc.double({ min: 0.01, max: 3, noNaN: true }), fc.double({ min: 1e-6, max: 0.999999, noNaN: true }))
    fc.assert(fc.property(parts, ([mean, coefficient, probability]) => {
      const variance = (mean * coefficient) ** 2
      const x = gammaQuantile({ mean, variance, probability })
      expect(Math.abs(gammaCdf({ mean, variance, x }) - probability)).toBeLessThanOrEqual(2e-13)
    }), { numRuns: 500 })
  })

  it.each([0, 1, NaN])('names the probability when it is %s', (probability) => {
    expect(() => gammaQuantile({ mean: 1, variance: 1, probability }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument: 'probability' }))
  })
})
