import { requireNonNegative, requireWhole } from '../domain-error'
import { gammaPrefactor, regularisedGammaQ } from './incomplete-gamma'

/** A Poisson distribution and a number of events. */
export type PoissonCount = {
  /** Mean number of events, at least 0. */
  readonly mean: number
  /** The number of events asked about, whole and at least 0. */
  readonly count: number
}

/**
 * The probability that a Poisson variable is at most a number.
 *
 *     P(X ≤ k) = Q(k + 1, m)
 *
 * Accurate to 1e-13 absolutely, and to 1e-11 relatively where it is small (above 1e-300).
 *
 * @param of `mean` at least 0; `count` whole and at least 0
 * @throws {DomainError} naming `mean` or `count` outside its range
 *
 * @example
 * poissonCdf({ mean: 3, count: 2 }) // => 0.423190081126844  (8.5·e⁻³)
 */
export function poissonCdf(of: PoissonCount): number {
  requirePoissonCount(of)
  return regularisedGammaQ(of.count + 1, of.mean)
}

/**
 * The probability that a Poisson variable equals a number.
 *
 *     P(X = k) = m^k·e^(−m) / k!
 *
 * Relatively accurate to 1e-11 above 1e-300, for large means too.
 *
 * @param of `mean` at least 0; `count` whole and at least 0
 * @throws {DomainError} naming `mean` or `count` outside its range
 *
 * @example
 * poissonProbability({ mean: 3, count: 2 }) // => 0.224041807655388  (4.5·e⁻³)
 */
export function poissonProbability(of: PoissonCount): number {
  requirePoissonCount(of)
  return gammaPrefactor(of.count, of.mean)
}

function requirePoissonCount(of: PoissonCount): void {
  requireNonNegative('mean', of.mean)
  requireWhole('count', of.count, { least: 0, most: Number.MAX_SAFE_INTEGER })
}
