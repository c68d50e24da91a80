import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaPrefactor, betaTail, regularisedIncompleteBeta } from '../../shared/probability/incomplete-beta'
import figures from '../reference/probability-figures.json'

describe('regularisedIncompleteBeta', () => {
  // Figures: a positive power series at 70 digits.
  it.each(figures.beta as [number, number, number, number][])('a %s, b %s at %s agrees with mpmath to 1e-12', (a, b, x, expected) => {
    expect(Math.abs(regularisedIncompleteBeta({ a, b, x }) - expected)).toBeLessThanOrEqual(1e-12)
  })

  it('is x for a = b = 1, and 0 and 1 at the ends', () => {
    expect(regularisedIncompleteBeta({ a: 1, b: 1, x: 0.3 })).toBeCloseTo(0.3, 14)
    expect(regularisedIncompleteBeta({ a: 3, b: 0.2, x: 0 })).toBe(0)
    expect(regularisedIncompleteBeta({ a: 3, b: 0.2, x: 1 })).toBe(1)
  })

  const parameter = fc.double({ min: 0.01, max: 3000, noNaN: true })
  // Fractions of 2^20, so that 1 − x is exact.
  const point = fc.integer({ min: 1, max: 2 ** 20 - 1 }).map((n) => n / 2 ** 20)

  it('makes 1 with the same seen from the other end', () => {
    fc.assert(fc.property(parameter, parameter, point, (a, b, x) => {
      const sum = regularisedIncompleteBeta({ a, b, x }) + regularisedIncompleteBeta({ a: b, b: a, x: 1 - x })
      expect(Math.abs(sum - 1)).toBeLessThanOrEqual(1e-12)
    }))
  })

  it('falls by x^a·(1−x)^b/(a·B(a, b)) when a rises by 1', () => {
    fc.assert(fc.property(parameter, parameter, point, (a, b, x) => {
      const step = betaPrefactor(a, b, b * x - a * (1 - x)) / a
      const fall = regularisedIncompleteBeta({ a, b, x }) - regularisedIncompleteBeta({ a: a + 1, b, x })
      expect(Math.abs(fall - step)).toBeLessThanOrEqual(1e-12)
    }))
  })

  it.each([['a', 0], ['b', -1], ['a', NaN], ['x', -0.1], ['x', 1.1], ['x', NaN]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => regularisedIncompleteBeta({ a: 2, b: 3, x: 0.5, [argument]: value }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('betaTail', () => {
  it('makes 1 of its two tails', () => {
    expect(betaTail(3, 5, 0.25, 0.75, -1, 'lower') + betaTail(3, 5, 0.25, 0.75, -1, 'upper')).toBe(1)
  })
})
