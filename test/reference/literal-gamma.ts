import libraryGammaCdf from '@stdlib/stats-base-dists-gamma-cdf'
import libraryPoissonCdf from '@stdlib/stats-base-dists-poisson-cdf'

/**
 * Beyond this argument the library's incomplete gamma function (its expansion for large x, version 0.3.1) is
 * wrong near its mean, by up to 0.025: P(2000, 1955) is 0.157109 (mpmath), not 0.132249.
 */
const largestLibraryArgument = 900

/** P(X <= x) of a gamma distribution. */
export function gammaCdf(x: number, shape: number, rate: number): number {
  if (x <= 0) return 0
  return x * rate <= largestLibraryArgument ? libraryGammaCdf(x, shape, rate) : lowerGammaSeries(shape, x * rate)
}

/** P(X <= k) of a Poisson distribution, `k` a whole number. */
export function poissonCdf(k: number, mean: number): number {
  if (k < 0) return 0
  return mean <= largestLibraryArgument ? libraryPoissonCdf(k, mean) : 1 - lowerGammaSeries(k + 1, mean)
}

/**
 * Regularised incomplete gamma function of large arguments, by the plain power series.
 *
 *     P(a, x) = x^a e^-x / Γ(a + 1) · (1 + x/(a+1) + x²/((a+1)(a+2)) + ...)
 *
 * All terms are positive. The factor in front is written with Stirling's series, so that nothing large
 * cancels: it is within 1e-12 of mpmath for a from 400 to 1e6.
 */
function lowerGammaSeries(a: number, x: number): number {
  const above = (x - a) / a
  if (a < 20) return 1 // x is beyond 900: less than 1e-300 is left
  const stirling = 1 / (12 * a) - 1 / (360 * a ** 3) + 1 / (1260 * a ** 5) - 1 / (1680 * a ** 7)
  const front = Math.exp(-a * (above - Math.log1p(above)) - stirling) / Math.sqrt(2 * Math.PI * a)
  if (front === 0) return x > a ? 1 : 0
  let term = 1
  let sum = 1
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= x / (a + n)
    sum += term
  }
  return Math.min(1, front * sum)
}
