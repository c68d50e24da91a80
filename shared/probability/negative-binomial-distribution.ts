import { DomainError, requirePositive, requireWhole } from '../domain-error'
import { betaPrefactor, betaTail } from './incomplete-beta'

/** A negative binomial distribution, given by its moments, and a number of events. */
export type NegativeBinomialCount = {
  /** Mean number of events, above 0. */
  readonly mean: number
  /** Variance of that number, above the mean. */
  readonly variance: number
  /** The number of events asked about, whole and at least 0. */
  readonly count: number
}

/**
 * The probability that a negative binomial variable is at most a number.
 *
 *     P(X ≤ k) = I_p(r, k + 1),  r = m²/(v − m),  p = m/v
 *
 * Accurate to 1e-12 absolutely for means up to 1e6.
 *
 * @param of `mean` above 0, `variance` above it, `count` whole and at least 0
 * @throws {DomainError} naming `mean`, `variance` or `count` outside its range
 *
 * @example
 * negativeBinomialCdf({ mean: 2, variance: 4, count: 1 }) // => 0.500000000000  (r = 2, p = ½)
 */
export function negativeBinomialCdf(of: NegativeBinomialCount): number {
  requireNegativeBinomialCount(of)
  const { mean, variance, count } = of
  const p = mean / variance
  // b·p − r·q with b = k + 1: r·q is m·p exactly, which saves the digits that r and q would lose.
  return betaTail(sizeOf(of), count + 1, p, (variance - mean) / variance, p * (count + 1 - mean), 'lower')
}

/**
 * The probability that a negative binomial variable equals a number.
 *
 *     P(X = k) = Γ(k + r)/(k!·Γ(r)) · p^r·(1 − p)^k,  r = m²/(v − m),  p = m/v
 *
 * Relatively accurate to 1e-11 above 1e-300, for large means too.
 *
 * @param of `mean` above 0, `variance` above it, `count` whole and at least 0
 * @throws {DomainError} naming `mean`, `variance` or `count` outside its range
 *
 * @example
 * negativeBinomialProbability({ mean: 2, variance: 4, count: 1 }) // => 0.250000000000
 */
export function negativeBinomialProbability(of: NegativeBinomialCount): number {
  requireNegativeBinomialCount(of)
  const { mean, variance, count } = of
  const p = mean / variance
  // log p = log(1 − q): each form where it keeps its digits.
  if (count === 0) return Math.exp(sizeOf(of) * (p < 0.5 ? Math.log(p) : Math.log1p(-(variance - mean) / variance)))
  return betaPrefactor(sizeOf(of), count, p * (count - mean)) / count
}

function sizeOf(of: NegativeBinomialCount): number {
  return of.mean * (of.mean / (of.variance - of.mean))
}

function requireNegativeBinomialCount(of: NegativeBinomialCount): void {
  requirePositive('mean', of.mean)
  if (!(of.variance > of.mean && of.variance < Infinity)) {
    throw new DomainError('variance', of.variance, 'a finite number above the mean')
  }
  requireWhole('count', of.count, { least: 0, most: Number.MAX_SAFE_INTEGER })
}
