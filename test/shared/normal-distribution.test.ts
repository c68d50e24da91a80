import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  standardNormalCdf,
  standardNormalDensity,
  standardNormalLoss,
  standardNormalQuantile,
  standardNormalUpperTail,
} from '../../shared/probability/normal-distribution'
import figures from '../reference/probability-figures.json'

// Figures: mpmath at 70 digits and more. Each row: z, Φ(z), 1 − Φ(z), φ(z), E[(Z − z)+].
const rows = figures.normal as [number, number, number, number, number][]

function relativeError(value: number, expected: number): number {
  return expected === 0 ? Math.abs(value) : Math.abs(value / expected - 1)
}

describe('standardNormalCdf', () => {
  it.each(rows)('at %s agrees with mpmath to 1e-14', (z, cdf) => {
    expect(relativeError(standardNormalCdf(z), cdf)).toBeLessThanOrEqual(1e-14)
  })

  it.each([NaN, Infinity])('names z when it is %s', (z) => {
    expect(() => standardNormalCdf(z)).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'z' }))
  })
})

describe('standardNormalUpperTail', () => {
  it.each(rows)('at %s agrees with mpmath to 1e-14', (z, _cdf, upper) => {
    expect(relativeError(standardNormalUpperTail(z), upper)).toBeLessThanOrEqual(1e-14)
  })

  it('makes 1 with the cdf', () => {
    fc.assert(fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (z) => {
      expect(Math.abs(standardNormalUpperTail(z) + standardNormalCdf(z) - 1)).toBeLessThanOrEqual(2.3e-16)
    }))
  })
})

describe('standardNormalDensity', () => {
  it.each(rows)('at %s agrees with mpmath to 1e-15', (z, _cdf, _upper, density) => {
    expect(relativeError(standardNormalDensity(z), density)).toBeLessThanOrEqual(1e-15)
  })
})

describe('standardNormalLoss', () => {
  it.each(rows)('at %s agrees with mpmath to 1e-14', (z, _cdf, _upper, _density, loss) => {
    expect(relativeError(standardNormalLoss(z), loss)).toBeLessThanOrEqual(1e-14)
  })

  it('is z larger below the mean than above it', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 30, noNaN: true }), (z) => {
      expect(Math.abs(standardNormalLoss(-z) - standardNormalLoss(z) - z)).toBeLessThanOrEqual(1e-14 * Math.max(1, z))
    }))
  })
})

describe('standardNormalQuantile', () => {
  it.each(figures.normalQuantile as [number, number][])('at %s agrees with mpmath to 4e-15', (probability, z) => {
    expect(relativeError(standardNormalQuantile(probability), z)).toBeLessThanOrEqual(4e-15)
  })

  it('inverts the cdf', () => {
    fc.assert(fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (probability) => {
      expect(relativeError(standardNormalCdf(standardNormalQuantile(probability)), probability)).toBeLessThan(1e-11)
    }))
  })

  it('does not fall from one probability to a larger one', () => {
    fc.assert(fc.property(fc.double({ min: 1e-10, max: 0.99, noNaN: true }), (probability) => {
      expect(standardNormalQuantile(probability + 0.001)).toBeGreaterThan(standardNormalQuantile(probability))
    }))
  })

  it.each([0, 1, -0.1, 1.7, NaN])('names the probability when it is %s', (probability) => {
    expect(() => standardNormalQuantile(probability))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument: 'probability' }))
  })
})
