import { DomainError, requirePositive } from '../domain-error'
import { logarithmShortfall, stirlingError } from './log-gamma'

const inverseRootTwoPi = 0.3989422804014327

/**
 * I_x(a, b), the probability that a beta variable is at most x.
 *
 *     I_x(a, b) = ∫₀ˣ t^(a−1)·(1−t)^(b−1) dt / B(a, b)
 *
 * Accurate to 1e-12 absolutely, for a and b from 1e-3 to 1e7. By a continued fraction, whose length
 * grows like the root of the smaller parameter: fast for hundreds, not for millions.
 *
 * @param of `a` and `b` finite and above 0; `x` from 0 to 1
 * @throws {DomainError} naming `a`, `b` or `x` outside its range
 * @see test/reference/probability-figures.py (figures by mpmath at 70 digits; the fraction, DiDonato and Morris’s, is from memory)
 *
 * @example
 * regularisedIncompleteBeta({ a: 2, b: 3, x: 0.4 }) // => 0.524800000000
 */
export function regularisedIncompleteBeta(of: { readonly a: number; readonly b: number; readonly x: number }): number {
  requirePositive('a', of.a)
  requirePositive('b', of.b)
  if (!(of.x >= 0 && of.x <= 1)) throw new DomainError('x', of.x, 'a number from 0 to 1')
  return betaTail(of.a, of.b, of.x, 1 - of.x, excessOverCentre(of.a, of.b, of.x), 'lower')
}

/**
 * I_x(a, b), or 1 − I_x(a, b), from both x and 1 − x and the place of x relative to the centre,
 * for callers that know them better than x alone tells. No guard.
 *
 * @param a finite and above 0
 * @param b finite and above 0
 * @param x from 0 to 1
 * @param y 1 − x
 * @param excess b·x − a·y, 0 at the mean
 * @param tail `lower` for I_x(a, b), `upper` for what is left to 1
 *
 * @example
 * betaTail(2, 3, 0.4, 0.6, 0, 'upper') // => 0.475200000000
 */
export function betaTail(
  a: number,
  b: number,
  x: number,
  y: number,
  excess: number,
  tail: 'lower' | 'upper',
): number {
  if (x <= 0 || y >= 1) return tail === 'lower' ? 0 : 1
  if (y <= 0) return tail === 'lower' ? 1 : 0
  if (excess <= 0) {
    const lower = betaPrefactor(a, b, excess) / betaFraction(a, b, x, -excess)
    return tail === 'lower' ? lower : 1 - lower
  }
  const upper = betaPrefactor(a, b, excess) / betaFraction(b, a, y, excess)
  return tail === 'upper' ? upper : 1 - upper
}

/**
 * x^a·(1−x)^b / B(a, b), from the place of x relative to the centre. No guard.
 *
 * Relatively accurate to 1e-11 above 1e-300.
 *
 * @param a finite and above 0
 * @param b finite and above 0
 * @param excess b·x − a·(1−x), 0 at the mean
 *
 * @example
 * betaPrefactor(2, 3, 0) // => 0.414720000000  (0.4²·0.6³·12)
 */
export function betaPrefactor(a: number, b: number, excess: number): number {
  const exponent = -a * logarithmShortfall(excess / a) - b * logarithmShortfall(-excess / b)
  const correction = stirlingError(a + b) - stirlingError(a) - stirlingError(b)
  return inverseRootTwoPi * Math.sqrt(a / (1 + a / b)) * Math.exp(exponent + correction)
}

/** (a+b)·x − a with the product's rounding made good; a + b must lose nothing that matters. */
function excessOverCentre(a: number, b: number, x: number): number {
  const sum = a + b
  const large = Math.max(a, b)
  const sumError = Math.min(a, b) - (sum - large)
  const product = sum * x
  return product - a + (productError(sum, x, product) + sumError * x)
}

/** a·b − product exactly, by Dekker's splitting. */
function productError(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a)
  const bHigh = upperHalf(b)
  const aLow = a - aHigh
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

function upperHalf(value: number): number {
  const shifted = value * 134217729
  return shifted - (shifted - value)
}

/** The continued fraction for x at or below the mean, by the modified Lentz recurrence; `lack` is a·y − b·x. */
function betaFraction(a: number, b: number, x: number, lack: number): number {
  let value = a * (lack + 1) / (a + 1)
  let ratio = value
  let inverse = 0
  for (let m = 1; m < 1e6; m += 1) {
    const odd = a + 2 * m - 1
    const above = (((a + m - 1) / odd) * ((a + b + m - 1) / odd)) * (m * (b - m) * x * x)
    const below = m + (m * (b - m) * x) / odd + ((a + m) * (lack + 1 + m * (2 - x))) / (odd + 2)
    inverse = 1 / (below + above * inverse)
    ratio = below + above / ratio
    const change = ratio * inverse
    value *= change
    if (Math.abs(change - 1) < 2e-16) break
  }
  return value
}
