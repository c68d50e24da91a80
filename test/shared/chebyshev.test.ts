import { describe, expect, it } from 'vitest'
import { chebyshevPoints } from '../../shared/probability/chebyshev'

/** The polynomial through the values of a function at the points of a degree, at a place. */
function through(of: (x: number) => number, degree: number, x: number): number {
  const { places, toPowers } = chebyshevPoints(degree)
  let value = 0
  for (let power = degree; power >= 0; power--) {
    let coefficient = 0
    places.forEach((place, index) => (coefficient += toPowers[power * places.length + index]! * of(place)))
    value = value * x + coefficient
  }
  return value
}

describe('chebyshevPoints', () => {
  it('gives back a polynomial of its degree', () => {
    for (const x of [-1, -0.3, 0, 0.8]) expect(through((at) => 2 - at + 3 * at ** 4, 4, x)).toBeCloseTo(2 - x + 3 * x ** 4, 13)
  })

  // The first coefficient left out is 2·I(n + 1) at 1, about 1/(2ⁿ·(n + 1)!): 5e-10 at degree 9, 1e-15 at 14.
  it.each([[9, 1e-9], [14, 1e-11]])('meets the exponential at degree %d to %s', (degree, allowed) => {
    for (const x of [-1, -0.5, 0.1, 1]) expect(Math.abs(through(Math.exp, degree, x) - Math.exp(x))).toBeLessThan(allowed)
  })
})
