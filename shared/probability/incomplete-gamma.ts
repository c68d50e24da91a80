import { DomainError, requirePositive } from '../domain-error'
import { logarithmShortfall, logGammaOnePlus, stirlingError } from './log-gamma'
import { scaledErfcKernel } from './scaled-erfc'

const halfLogTwoPi = 0.9189385332046728
const inverseRootTwoPi = 0.3989422804014327

/** Which of three functions of a gamma variable: P, Q, or E[(X − x)+]. */
export type GammaTail = 'lower' | 'upper' | 'excess'

/**
 * P(a, x), the probability that a gamma variable of this shape and scale 1 is at most x.
 *
 *     P(a, x) = ∫₀ˣ t^(a-1)·e^(-t) dt / Γ(a)
 *
 * Accurate to 1e-13 absolutely, and to 1e-11 relatively where it is small (above 1e-300).
 * Shapes from 1e-8 to 1e8 and x up to 1e9 are tested.
 *
 * @param of `shape` finite and above 0; `x` at least 0, infinity included
 * @throws {DomainError} naming `shape` or `x` outside its range
 * @see test/reference/probability-figures.py (figures by mpmath at 70 digits)
 *
 * @example
 * lowerIncompleteGamma({ shape: 2, x: 1 }) // => 0.264241117657115  (1 − 2/e)
 */
export function lowerIncompleteGamma(of: { readonly shape: number; readonly x: number }): number {
  requireShapeAndX(of.shape, of.x)
  return regularisedGammaP(of.shape, of.x)
}

/**
 * Q(a, x) = 1 − P(a, x), without cancellation where it is small.
 *
 * Accurate to 1e-13 absolutely, and to 1e-11 relatively where it is small (above 1e-300).
 *
 * @param of `shape` finite and above 0; `x` at least 0, infinity included
 * @throws {DomainError} naming `shape` or `x` outside its range
 * @see test/reference/probability-figures.py (figures by mpmath at 70 digits)
 *
 * @example
 * upperIncompleteGamma({ shape: 3, x: 50 }) // => 2.50930355220e-19  (1301·e⁻⁵⁰)
 */
export function upperIncompleteGamma(of: { readonly shape: number; readonly x: number }): number {
  requireShapeAndX(of.shape, of.x)
  return regularisedGammaQ(of.shape, of.x)
}

/**
 * `lowerIncompleteGamma` for inner loops: no object, no guard.
 *
 * @param shape finite and above 0
 * @param x at least 0, infinity included
 *
 * @example
 * regularisedGammaP(25, 25) // => 0.526601531444
 */
export function regularisedGammaP(shape: number, x: number): number {
  return gammaTail(shape, x, x / shape, (x - shape) / shape, 'lower')
}

/**
 * `upperIncompleteGamma` for inner loops: no object, no guard.
 *
 * @param shape finite and above 0
 * @param x at least 0, infinity included
 *
 * @example
 * regularisedGammaQ(25, 25) // => 0.473398468556
 */
export function regularisedGammaQ(shape: number, x: number): number {
  return gammaTail(shape, x, x / shape, (x - shape) / shape, 'upper')
}

/**
 * x^a·e^(-x) / Γ(a+1): for a whole `shape`, the Poisson probability of that count with mean x.
 *
 * Relatively accurate to 1e-11 above 1e-300, for any size of shape. No guard, for use in inner loops.
 *
 * @param shape finite and at least 0
 * @param x finite and at least 0
 *
 * @example
 * gammaPrefactor(3, 2) // => 0.180447044315484
 */
export function gammaPrefactor(shape: number, x: number): number {
  if (shape === 0) return Math.exp(-x)
  return prefactor(shape, x, x / shape, (x - shape) / shape)
}

/**
 * P, Q or E[(X − x)+] of a gamma variable of scale 1, where the place of x relative to the mean is
 * known better than from x itself; the kernel under everything else here. No guard.
 *
 * @param shape finite and above 0
 * @param x at least 0, infinity included
 * @param ratio x divided by the shape, the mean
 * @param distance the same less 1, computed from a difference so that nothing is lost near the mean
 * @param tail `lower` for P, `upper` for Q, `excess` for E[(X − x)+]
 *
 * @example
 * gammaTail(4, 4, 1, 0, 'excess') // => 0.781467259253
 */
export function gammaTail(shape: number, x: number, ratio: number, distance: number, tail: GammaTail): number {
  if (x <= 0) return tail === 'lower' ? 0 : tail === 'upper' ? 1 : shape
  if (shape >= 10) {
    if (ratio > 0.3 && ratio < 2.35) return temmeExpansion(shape, distance, logarithmShortfall(distance), tail)
  } else if (shape < 1 && x < 1.5) {
    return smallShapeTail(shape, x, tail)
  }
  if (x === Infinity) return tail === 'lower' ? 1 : 0
  const front = prefactor(shape, x, ratio, distance)
  if (front === 0) return x < shape ? (tail === 'lower' ? 0 : tail === 'upper' ? 1 : shape - x) : tail === 'lower' ? 1 : 0
  if (x < shape + 1 && !(shape < 1)) {
    if (tail === 'lower') return front * lowerSeries(shape, x)
    const upper = 1 - front * lowerSeries(shape, x)
    return tail === 'upper' ? upper : (shape - x) * upper + shape * front
  }
  return continuedFractionTail(shape, x, front, tail)
}

// A table asks for hundreds of x of one shape; what depends on the shape alone is kept from the last call.
let keptShape = 1
let keptValue = 0

function keptLogGammaOnePlus(shape: number): number {
  if (shape !== keptShape) {
    keptValue = logGammaOnePlus(shape)
    keptShape = shape
  }
  return keptValue
}

/** x^a·e^(-x) / Γ(a+1) for a > 0. */
function prefactor(shape: number, x: number, ratio: number, distance: number): number {
  if (shape < 10) return Math.exp(shape * Math.log(x) - x - keptLogGammaOnePlus(shape))
  // logarithmShortfall takes over near the mean; where the ratio underflows, so does the whole.
  const shortfall = distance > -0.9 ? logarithmShortfall(distance) : distance - Math.log(ratio)
  return Math.exp(-shape * shortfall - stirlingError(shape) - 0.5 * Math.log(shape) - halfLogTwoPi)
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + …, as one fraction, so that there is one division. */
function lowerSeries(shape: number, x: number): number {
  const square = x * x
  let sum = 1
  let power = 1
  let below = 1
  let factor = shape + 1
  // Two terms a round. Nothing overflows: where x and the shape are large, the front is 0 and this is not called.
  do {
    const both = factor * (factor + 1)
    sum = sum * both + power * (x * (factor + 1) + square)
    power *= square
    below *= both
    factor += 2
  } while (power > 1e-17 * sum)
  return sum / below
}

/**
 * Shapes below 1 and x below 1.5. Q by a power series that keeps its relative accuracy when
 * P is near 1: Q = 1 − x^a/Γ(1+a) − x^a/Γ(1+a)·a·Σ (−x)^n/((a+n)·n!).
 */
function smallShapeTail(shape: number, x: number, tail: GammaTail): number {
  let term = 1
  let sum = 0
  for (let n = 1; Math.abs(term) > 1e-18; n += 1) {
    term *= -x / n
    sum += term / (shape + n)
  }
  const exponent = shape * Math.log(x) - keptLogGammaOnePlus(shape)
  const power = Math.exp(exponent)
  if (tail === 'lower') return power * (1 + shape * sum)
  const upper = -Math.expm1(exponent) - power * shape * sum
  if (tail === 'upper') return upper
  return (shape - x) * upper + shape * power * Math.exp(-x)
}

/**
 * Q from Legendre's continued fraction, by its forward recurrence in numerators and denominators.
 *
 *     Γ(a, x) = x^a·e^(-x) / ( x+1−a + (a−1)·h ),  h = 1/( x+3−a − 2(2−a)/( x+5−a − … ) )
 *
 * In these terms E[(X − x)+] = Q·(1 + (a−1)·h), in which nothing cancels for a ≥ 1.
 */
function continuedFractionTail(shape: number, x: number, front: number, tail: GammaTail): number {
  // Numerators and denominators of h, starting from its first two convergents 0/1 and 1/(x+3-a).
  let partial = x + 3 - shape
  let olderAbove = 0
  let olderBelow = 1
  let above = 1
  let below = partial
  let last = 0
  let h = above / below
  // Two roundings: with one, h could swing for ever between neighbours and overflow. The numbers
  // grow like a factorial, to 2e142 at the most, near x = 1.5.
  for (let n = 2; Math.abs(h - last) > 5e-16 * Math.abs(h) && n < 2000; n += 2) {
    last = h
    // Two steps for one division.
    let step = n * (shape - n)
    partial += 2
    olderAbove = partial * above + step * olderAbove
    olderBelow = partial * below + step * olderBelow
    step = (n + 1) * (shape - n - 1)
    partial += 2
    above = partial * olderAbove + step * above
    below = partial * olderBelow + step * below
    h = above / below
  }
  const upper = (front * shape) / (x + 1 - shape + (shape - 1) * h)
  if (tail === 'upper') return upper
  return tail === 'lower' ? 1 - upper : upper * (1 + (shape - 1) * h)
}

/**
 * Coefficients f_n of η/μ in powers of η, where η²/2 = μ − log(1+μ) and η has the sign of μ.
 * They follow from μ·dμ/dη = η·(1+μ); computed to 60 digits by test/reference/probability-figures.py.
 */
const distanceCoefficients = new Float64Array([
  1.0, -0.3333333333333333, 0.08333333333333333, -0.014814814814814815,
  0.0011574074074074073, 0.0003527336860670194, -0.0001787551440329218, 3.919263178522438e-5,
  -2.185448510679992e-6, -1.85406221071516e-6, 8.296711340953087e-7, -1.7665952736826078e-7,
  6.707853543401498e-9, 1.0261809784240309e-8, -4.382036018453353e-9, 9.14769958223679e-10,
  -2.5514193994946248e-11, -5.830772132550426e-11, 2.4361948020667415e-11, -5.0276692801141755e-12,
  1.1004392031956135e-13, 3.371763262400985e-13, -1.392388722418162e-13, 2.8534893807047445e-14,
  -5.139111834242572e-16, -1.9752288294349442e-15, 8.099521156704561e-16, -1.6522531216398162e-16,
  2.5305430097478883e-18, 1.1686939738559576e-17, -4.770037049820485e-18, 9.699126059056237e-19,
  -1.2932565538038175e-20, -6.969230253185693e-20, 2.835145432176937e-20, -5.7509821590070474e-21,
])

/**
 * Temme's uniform expansion of the incomplete gamma functions, for large shapes near the mean.
 *
 * With x = a·(1+μ), η as above and z = |η|·√a,
 *
 *     upper    Q(a, x) = e^(-aη²/2)·( ½·e^(z²/2)·erfc(z/√2) + S(a, η)/√(2πa) )      for μ ≥ 0
 *     lower    P(a, x) = e^(-aη²/2)·( ½·e^(z²/2)·erfc(z/√2) − S(a, η)/√(2πa) )      for μ < 0
 *     excess   E[(X − x)+] for X gamma with this shape and scale 1
 *
 * S by the backward recursion of Gil, Segura and Temme, in which one sum serves both the powers of η
 * and those of 1/a. Relatively accurate to 1e-14 for the bracket; the exponential adds aη²/2 roundings.
 * On the other side of the mean the complement is taken. No guard, for use in inner loops.
 *
 * @see test/reference/probability-figures.py (figures by mpmath at 70 digits; the recursion, Gil, Segura and Temme’s, is from memory)
 */
function temmeExpansion(shape: number, distance: number, shortfall: number, tail: GammaTail): number {
  const size = Math.sqrt(2 * shortfall)
  const eta = distance < 0 ? -size : size
  const inverse = 1 / shape

  // Even and odd powers are independent chains, which a processor works on at the same time.
  const last = lastPower(shape, size)
  const square = eta * eta
  let even = 0
  let odd = 0
  let evenSum = 0
  let oddSum = 0
  for (let n = last; n > 0; n -= 2) {
    // β(n-1) = f(n) + (n+1)·β(n+1)/a, and likewise for n-1.
    odd = distanceCoefficients[n]! + (n + 1) * inverse * odd
    oddSum = oddSum * square + odd
    even = distanceCoefficients[n - 1]! + n * inverse * even
    evenSum = evenSum * square + even
  }
  // β(1)/a is what Γ(a) has beyond Stirling's formula, as a fraction.
  const perRoot = inverseRootTwoPi / ((1 + odd * inverse) * Math.sqrt(shape))
  const exponential = Math.exp(-shape * shortfall)
  const correction = (evenSum + eta * oddSum) * perRoot
  const mills = 0.5 * scaledErfcKernel(Math.sqrt(shape * shortfall))
  if (distance < 0) {
    const lower = exponential * (mills - correction)
    if (tail === 'lower') return lower
    if (tail === 'upper') return 1 - lower
    return exponential * shape * perRoot + shape * distance * (lower - 1)
  }
  const scaledUpper = mills + correction
  if (tail === 'upper') return exponential * scaledUpper
  if (tail === 'lower') return 1 - exponential * scaledUpper
  // One exponential for both parts: their difference loses only about z² roundings, z the distance in sds.
  return exponential * shape * (perRoot - distance * scaledUpper)
}

/** The powers of η after which nothing above 4e-15 of the result is left, found by trial against mpmath. */
function lastPower(shape: number, size: number): number {
  if (shape >= 200) return size < 0.25 ? 12 : size < 0.5 ? 16 : 22
  if (shape >= 50) return size < 0.4 ? 16 : 22
  if (shape >= 20) return size < 0.7 ? 22 : 26
  return 30
}

function requireShapeAndX(shape: number, x: number): void {
  requirePositive('shape', shape)
  if (!(x >= 0)) throw new DomainError('x', x, 'a number of at least 0')
}
