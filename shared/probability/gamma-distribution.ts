import { DomainError, requireFinite, requireOpenProbability, requirePositive } from '../domain-error'
import { gammaPrefactor, gammaTail, type GammaTail } from './incomplete-gamma'
import { logGammaOnePlus } from './log-gamma'
import { standardNormalQuantile } from './normal-distribution'

/** A gamma distribution, given by its moments. */
export type GammaMoments = {
  /** Mean, above 0. */
  readonly mean: number
  /** Variance, above 0. */
  readonly variance: number
}

/**
 * The probability that a gamma variable is at most x.
 *
 *     P(m²/v, x·m/v)
 *
 * Accurate to 1e-13 absolutely, and to 1e-11 relatively where it is small (above 1e-300). 0 for x ≤ 0.
 *
 * @param of `mean` and `variance` above 0; any `x` but NaN
 * @throws {DomainError} naming `mean`, `variance` or `x` outside its range
 *
 * @example
 * gammaCdf({ mean: 2, variance: 4, x: 2 }) // => 0.632120558828558  (1 − 1/e)
 */
export function gammaCdf(of: GammaMoments & { readonly x: number }): number {
  return momentsTail(of, of.x, 'lower')
}

/**
 * The expected amount by which a gamma variable exceeds x.
 *
 *     E[(X − x)+] = m·Q(a+1, x/θ) − x·Q(a, x/θ),  a = m²/v, θ = v/m
 *
 * Relatively accurate to 1e-10 wherever the result is above 1e-300 of the mean; the two parts of the
 * formula are never subtracted in the tail. m − x for x ≤ 0.
 *
 * @param of `mean` and `variance` above 0; any finite `x`
 * @throws {DomainError} naming `mean`, `variance` or `x` outside its range
 *
 * @example
 * gammaExpectedExcess({ mean: 2, variance: 4, x: 6 }) // => 0.0995741367357279  (2·e⁻³)
 */
export function gammaExpectedExcess(of: GammaMoments & { readonly x: number }): number {
  requireMoments(of)
  requireFinite('x', of.x)
  if (of.x <= 0) return of.mean - of.x
  return (of.variance / of.mean) * momentsTail(of, of.x, 'excess')
}

/**
 * The x that a gamma variable does not exceed with a given probability.
 *
 * Relatively accurate to 1e-12, or as the probability determines it. Results below 1e-300 of the
 * scale v/m are 0, as are those of very small shapes.
 *
 * @param of `mean` and `variance` above 0; `probability` in (0, 1)
 * @throws {DomainError} naming `mean`, `variance` or `probability` outside its range
 *
 * @example
 * gammaQuantile({ mean: 2, variance: 4, probability: 0.95 }) // => 5.99146454710798  (2·log 20)
 */
export function gammaQuantile(of: GammaMoments & { readonly probability: number }): number {
  requireMoments(of)
  requireOpenProbability('probability', of.probability)
  const shape = of.mean * (of.mean / of.variance)
  const isUpper = of.probability > 0.5
  const wanted = isUpper ? 1 - of.probability : of.probability

  // P(a, y) is near y^a/Γ(1+a) for small y; in logarithms, since y itself may underflow.
  const logSmallest = (Math.log(of.probability) + logGammaOnePlus(shape)) / shape
  if (logSmallest < -690) return 0
  let logRatio = logStart(shape, of.probability, logSmallest - Math.log(shape))
  let low = -Infinity
  let high = Infinity
  // Newton's method on the logarithm of the smaller tail against log(x/m): both are concave, so that it
  // hardly ever leaves the bracket of what is known to be below and above.
  for (let round = 0; round < 100; round += 1) {
    const ratio = Math.exp(logRatio)
    const tail = gammaTail(shape, shape * ratio, ratio, Math.expm1(logRatio), isUpper ? 'upper' : 'lower')
    const isBelow = isUpper ? tail > wanted : tail < wanted
    if (isBelow) low = logRatio
    else high = logRatio
    const step = (Math.log(wanted / tail) * tail) / (shape * gammaPrefactor(shape, shape * ratio))
    let next = isUpper ? logRatio - step : logRatio + step
    if (!(next >= low && next <= high)) next = between(low, high, isBelow ? logRatio + 1 : logRatio - 1)
    const change = Math.abs(next - logRatio)
    logRatio = next
    // Convergence is quadratic: after a step of 1e-9 nothing is left but rounding.
    if (change < 1e-9) break
  }
  return of.mean * Math.exp(logRatio)
}

/** A first log(x/m): Wilson and Hilferty's cube of a normal, or the power law of the lower end. */
function logStart(shape: number, probability: number, logSmallest: number): number {
  const cubeRoot = 1 - 1 / (9 * shape) + standardNormalQuantile(probability) / (3 * Math.sqrt(shape))
  const useCube = cubeRoot > 0 && (shape > 1 || logSmallest > -1)
  return useCube ? 3 * Math.log(cubeRoot) : Math.min(logSmallest, 20)
}

function between(low: number, high: number, fallback: number): number {
  return low > -Infinity && high < Infinity ? (low + high) / 2 : fallback
}

function requireMoments(of: GammaMoments): void {
  requirePositive('mean', of.mean)
  requirePositive('variance', of.variance)
}

function momentsTail(of: GammaMoments, x: number, tail: GammaTail): number {
  requireMoments(of)
  if (Number.isNaN(x)) throw new DomainError('x', x, 'a number')
  if (x <= 0) return tail === 'lower' ? 0 : 1
  const shape = of.mean * (of.mean / of.variance)
  return gammaTail(shape, x * (of.mean / of.variance), x / of.mean, (x - of.mean) / of.mean, tail)
}
