import { requirePositive } from '../domain-error'

const halfLogTwoPi = 0.9189385332046728

/**
 * Coefficients in u = a - 1/2 of log Γ(1+a) / (a·(a-1)) for a from 0 to 1: the Chebyshev
 * interpolant of degree 20, within 6e-18 of the function (test/reference/probability-figures.py).
 */
const unitCoefficients = new Float64Array([
  0.4831289505409809, -0.14595989591430594, 0.06291140107456485, -0.03130848750105327,
  0.01679709863121395, -0.009425622444829649, 0.005446457842219553, -0.0032120742206072908,
  0.0019229162321227923, -0.001164411377219605, 0.0007115202752051298, -0.00043803516132580534,
  0.00027130273545114005, -0.0001685717945035172, 0.00010541715222185904, -6.793733027397047e-5,
  4.281642862794779e-5, -2.148770252062576e-5, 1.3584275459130943e-5, -1.8527803997032962e-5,
  1.1820969445467145e-5,
])

/** log Γ(1+a) for a in [0, 1]; relatively accurate at both zeros. */
function logGammaOfOneToTwo(a: number): number {
  const u = a - 0.5
  let value = 0
  for (let i = 20; i >= 0; i -= 1) value = value * u + unitCoefficients[i]!
  return a * (a - 1) * value
}

/** The same by whole steps down to [1, 2], for x from 1 to 10. */
function logGammaBelowTen(x: number): number {
  let rest = x
  let product = 1
  while (rest > 2) {
    rest -= 1
    product *= rest
  }
  return (product === 1 ? 0 : Math.log(product)) + logGammaOfOneToTwo(rest - 1)
}

/** Stirling's series for x ≥ 10; the first term left out is below 2e-16. */
function stirlingSeries(x: number): number {
  const r = 1 / x
  const s = r * r
  return r * (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156))))))
}

/**
 * The natural logarithm of the gamma function.
 *
 *     log Γ(x),  Γ(n+1) = n!
 *
 * Accurate to 1e-14, relatively where the result is above 1 in size and absolutely elsewhere.
 *
 * @param x finite and above 0
 * @throws {DomainError} naming `x` outside its range
 * @see test/reference/probability-figures.py (figures by mpmath at 70 digits for Stirling's series)
 *
 * @example
 * logGamma(11) // => 15.1044125730755
 */
export function logGamma(x: number): number {
  requirePositive('x', x)
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingSeries(x)
  if (x >= 1) return logGammaBelowTen(x)
  return logGammaOfOneToTwo(x) - Math.log(x)
}

/**
 * log Γ(1+a), which keeps its relative accuracy as a goes to 0, where `logGamma(1 + a)` does not.
 *
 * Accurate to 1e-14, relatively for a up to 1/2. No guard, for use in inner loops.
 *
 * @param a finite and at least 0
 *
 * @example
 * logGammaOnePlus(1e-20) // => -5.77215664901533e-21
 */
export function logGammaOnePlus(a: number): number {
  if (a <= 1) return logGammaOfOneToTwo(a)
  if (a < 9) return logGammaBelowTen(1 + a)
  return logGamma(1 + a)
}

/**
 * What Stirling's formula without its series lacks: log Γ(a) − ((a − ½)·log a − a + ½·log 2π).
 *
 * Accurate to 1e-14 absolutely. No guard, for use in inner loops.
 *
 * @param a finite and above 0
 *
 * @example
 * stirlingError(100) // => 0.000833330555635
 */
export function stirlingError(a: number): number {
  if (a >= 10) return stirlingSeries(a)
  return logGammaOnePlus(a) - (a + 0.5) * Math.log(a) + a - halfLogTwoPi
}

/**
 * μ − log(1 + μ), the excess of a relative distance over its logarithm, without cancellation.
 *
 * The exponent of a gamma or Poisson probability at a relative distance μ from its centre.
 * Relatively accurate to 1e-14. No guard, for use in inner loops.
 *
 * @param distance μ, above -1
 *
 * @example
 * logarithmShortfall(1e-10) // => 4.99999999966667e-21
 */
export function logarithmShortfall(distance: number): number {
  if (distance > 0.5 || distance < -0.333) return distance - Math.log(1 + distance)
  // log(1+μ) = 2·artanh r with r = μ/(2+μ); the first term, 2r, is taken off by hand. |r| ≤ 0.2.
  const r = distance / (2 + distance)
  const y = r * r
  const y2 = y * y
  const even = 1 / 3 + y2 * (1 / 7 + y2 * (1 / 11 + y2 * (1 / 15 + y2 * (1 / 19 + y2 * (1 / 23)))))
  const odd = 1 / 5 + y2 * (1 / 9 + y2 * (1 / 13 + y2 * (1 / 17 + y2 * (1 / 21))))
  return r * (distance - 2 * y * (even + y * odd))
}
