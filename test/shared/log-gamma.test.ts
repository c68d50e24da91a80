import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logarithmShortfall, logGamma, logGammaOnePlus, stirlingError } from '../../shared/probability/log-gamma'
import figures from '../reference/probability-figures.json'

// Figures: mpmath at 70 digits, test/reference/probability-figures.py.
describe('logGamma', () => {
  it.each(figures.logGamma as [number, number][])('at %s agrees with mpmath to 1e-14', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(expected)))
  })

  it('adds log x from x to x + 1', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (x) => {
      expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 10)
    }))
  })

  it.each([0, -1, NaN, Infinity])('names x when it is %s', (x) => {
    expect(() => logGamma(x)).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'x' }))
  })
})

describe('logGammaOnePlus', () => {
  it.each(figures.logGammaOnePlus as [number, number][])('at %s keeps 1e-14 relatively', (x, expected) => {
    expect(Math.abs(logGammaOnePlus(x) / expected - 1)).toBeLessThanOrEqual(1e-14)
  })
})

describe('stirlingError', () => {
  it('is what logGamma has beyond Stirling’s formula, on both sides of 10', () => {
    for (const a of [0.01, 0.5, 1, 3, 9.99, 10, 12, 30]) {
      const formula = (a - 0.5) * Math.log(a) - a + 0.5 * Math.log(2 * Math.PI)
      expect(stirlingError(a)).toBeCloseTo(logGamma(a) - formula, 12)
    }
  })
})

describe('logarithmShortfall', () => {
  // From the power series μ²/2 − μ³/3 + …, and from log 2.
  it.each([
    [1e-10, 4.999999999666667e-21],
    [-1e-5, 5.000033333583335e-11],
    [1, 1 - Math.LN2],
    [-0.5, Math.LN2 - 0.5],
    [0, 0],
  ])('at %s is %s to 1e-14', (distance, expected) => {
    expect(Math.abs(logarithmShortfall(distance) - expected)).toBeLessThanOrEqual(1e-14 * expected)
  })

  it('joins its two forms at both seams', () => {
    for (const seam of [0.5, -0.333]) {
      const inner = logarithmShortfall(seam * (1 - 1e-15))
      const outer = logarithmShortfall(seam * (1 + 1e-15))
      expect(Math.abs(inner / outer - 1)).toBeLessThan(1e-14)
    }
  })
})
