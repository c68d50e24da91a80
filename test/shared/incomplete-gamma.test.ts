import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gammaPrefactor,
  gammaTail,
  lowerIncompleteGamma,
  regularisedGammaP,
  regularisedGammaQ,
  upperIncompleteGamma,
} from '../../shared/probability/incomplete-gamma'
import figures from '../reference/probability-figures.json'

// Figures: series and integrals at 70 digits and more. Each row: shape, x, P, Q, E[(X − x)+].
const rows = figures.gamma as [number, number, number, number, number][]

/** Relative where a double can tell, else 0. */
function relativeError(value: number, expected: number): number {
  return expected < 1e-300 ? Math.abs(value) : Math.abs(value / expected - 1)
}

describe('lowerIncompleteGamma', () => {
  it.each(rows)('shape %s, x %s agrees with mpmath', (shape, x, lower) => {
    const value = lowerIncompleteGamma({ shape, x })
    expect(Math.abs(value - lower)).toBeLessThanOrEqual(1e-13)
    expect(relativeError(value, lower)).toBeLessThanOrEqual(1e-11)
  })

  it('is 0 at 0 and 1 at infinity', () => {
    for (const shape of [1e-8, 0.5, 1, 5, 20, 1e8]) {
      expect(lowerIncompleteGamma({ shape, x: 0 })).toBe(0)
      expect(lowerIncompleteGamma({ shape, x: Infinity })).toBe(1)
    }
  })

  it.each([['shape', 0], ['shape', NaN], ['shape', Infinity], ['x', -1], ['x', NaN]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => lowerIncompleteGamma({ shape: 2, x: 1, [argument]: value }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument, value }))
  })
})

describe('upperIncompleteGamma', () => {
  it.each(rows)('shape %s, x %s agrees with mpmath', (shape, x, _lower, upper) => {
    const value = upperIncompleteGamma({ shape, x })
    expect(Math.abs(value - upper)).toBeLessThanOrEqual(1e-13)
    expect(relativeError(value, upper)).toBeLessThanOrEqual(1e-11)
  })

  it('names shape when it is -1', () => {
    expect(() => upperIncompleteGamma({ shape: -1, x: 1 })).toThrow(expect.objectContaining({ argument: 'shape' }))
  })
})

const shapes = fc.oneof(
  fc.double({ min: 1e-8, max: 12, noNaN: true }),
  fc.double({ min: 9, max: 300, noNaN: true }),
  fc.double({ min: 300, max: 1e8, noNaN: true }),
)

describe('regularisedGammaP and regularisedGammaQ', () => {
  it('make 1 together', () => {
    fc.assert(fc.property(shapes, fc.double({ min: 0, max: 4, noNaN: true }), (shape, ratio) => {
      const x = shape * ratio
      expect(Math.abs(regularisedGammaP(shape, x) + regularisedGammaQ(shape, x) - 1)).toBeLessThanOrEqual(1e-13)
    }), { numRuns: 500 })
  })

  // Q(0.0025, 1.79925) was NaN: a continued fraction that waited for a last digit that kept swinging.
  it.each([[1e-12, 1.86225], [1e-4, 1.81125], [0.0025, 1.79925], [0.01, 1.8375000000000001], [0.3, 2.02875]] as const)(
    'stop at shape %s, x %s',
    (shape, x) => {
      const lower = regularisedGammaP(shape, x)
      expect(lower).toBeGreaterThan(regularisedGammaP(shape, x * 0.999))
      expect(lower).toBeLessThanOrEqual(1)
      expect(Math.abs(lower + regularisedGammaQ(shape, x) - 1)).toBeLessThanOrEqual(1e-14)
    },
  )

  it('rise and fall with x, across the seams between methods', () => {
    fc.assert(fc.property(shapes, fc.double({ min: 0.001, max: 4, noNaN: true }), (shape, ratio) => {
      const x = shape * ratio
      const further = x * (1 + 1e-9)
      expect(regularisedGammaP(shape, further)).toBeGreaterThanOrEqual(regularisedGammaP(shape, x) * (1 - 1e-12) - 1e-14)
      expect(regularisedGammaQ(shape, further)).toBeLessThanOrEqual(regularisedGammaQ(shape, x) * (1 + 1e-12) + 1e-14)
    }), { numRuns: 500 })
  })

  it('obey P(a, x) = P(a + 1, x) + x^a·e^(−x)/Γ(a+1)', () => {
    fc.assert(fc.property(shapes, fc.double({ min: 0.01, max: 3, noNaN: true }), (shape, ratio) => {
      const x = shape * ratio
      const next = regularisedGammaP(shape + 1, x) + gammaPrefactor(shape, x)
      expect(Math.abs(regularisedGammaP(shape, x) - next)).toBeLessThanOrEqual(1e-13)
    }), { numRuns: 500 })
  })
})

describe('gammaTail', () => {
  it.each(rows)('gives the excess of shape %s over x %s to 1e-10', (shape, x, _lower, _upper, excess) => {
    expect(relativeError(gammaTail(shape, x, x / shape, (x - shape) / shape, 'excess'), excess)).toBeLessThanOrEqual(1e-10)
  })
})
