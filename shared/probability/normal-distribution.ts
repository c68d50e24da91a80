import { requireFinite, requireOpenProbability } from '../domain-error'
import { scaledErfcKernel } from './scaled-erfc'

const inverseRootTwoPi = 0.3989422804014327
const rootHalf = Math.SQRT1_2
const rootHalfPi = 1.2533141373155003

/**
 * exp(-z²/2), with z² taken apart so that its rounding is not multiplied by its size.
 */
function halfSquareExponential(z: number): number {
  const size = Math.abs(z)
  if (size > 40) return 0
  const coarse = Math.floor(size * 16) / 16
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (size - coarse) * (size + coarse))
}

/**
 * The probability that a standard normal variable is at most z.
 *
 *     Φ(z) = ½·erfc(−z/√2)
 *
 * Relatively accurate to 1e-14 wherever the result is above 1e-300.
 *
 * @param z any finite number
 * @throws {DomainError} naming `z` unless it is finite
 *
 * @example
 * standardNormalCdf(1.96) // => 0.975002104851780
 */
export function standardNormalCdf(z: number): number {
  return standardNormalUpperTail(-z)
}

/**
 * The probability that a standard normal variable is above z, without cancellation in the tail.
 *
 *     1 − Φ(z) = ½·erfc(z/√2)
 *
 * Relatively accurate to 1e-14 wherever the result is above 1e-300.
 *
 * @param z any finite number
 * @throws {DomainError} naming `z` unless it is finite
 *
 * @example
 * standardNormalUpperTail(10) * 1e23 // => 0.761985302416
 */
export function standardNormalUpperTail(z: number): number {
  requireFinite('z', z)
  const tail = 0.5 * halfSquareExponential(z) * scaledErfcKernel(Math.abs(z) * rootHalf)
  return z < 0 ? 1 - tail : tail
}

/**
 * The density of the standard normal distribution.
 *
 *     φ(z) = exp(−z²/2) / √(2π)
 *
 * Relatively accurate to 1e-15 wherever the result is above 1e-300.
 *
 * @param z any finite number
 * @throws {DomainError} naming `z` unless it is finite
 *
 * @example
 * standardNormalDensity(1) // => 0.241970724519143
 */
export function standardNormalDensity(z: number): number {
  requireFinite('z', z)
  return inverseRootTwoPi * halfSquareExponential(z)
}

/**
 * The expected amount by which a standard normal variable exceeds z.
 *
 *     E[(Z − z)+] = φ(z) − z·(1 − Φ(z))
 *
 * Relatively accurate to 1e-14 wherever the result is above 1e-300: from z = 2 on by a continued
 * fraction, because the two parts of the formula agree in more and more digits.
 *
 * @param z any finite number
 * @throws {DomainError} naming `z` unless it is finite
 *
 * @example
 * standardNormalLoss(2) // => 0.00849070261683
 */
export function standardNormalLoss(z: number): number {
  requireFinite('z', z)
  const density = standardNormalDensity(z)
  if (z < 2) return density - z * standardNormalUpperTail(z)
  // With m the upper tail over the density, 1/m = z + 1/(z + 2/(z + 3/(…))), so 1 − z·m = m / (z + 2/(z + 3/(…))).
  let fraction = z
  for (let n = Math.ceil(12 + 400 / (z * z)); n >= 2; n -= 1) fraction = z + n / fraction
  return (density * rootHalfPi * scaledErfcKernel(z * rootHalf)) / fraction
}

/**
 * The z below which a standard normal variable lies with a given probability.
 *
 *     Φ(z) = p
 *
 * Relatively accurate to 4e-15, also as p goes to 0 or 1/2.
 *
 * @param probability p, in (0, 1)
 * @throws {DomainError} naming `probability` outside (0, 1)
 * @see test/reference/probability-figures.py (figures by mpmath at 70 digits; Wichura’s AS 241, with which it begins, is from memory)
 *
 * @example
 * standardNormalQuantile(0.95) // => 1.64485362695147
 */
export function standardNormalQuantile(probability: number): number {
  requireOpenProbability('probability', probability)
  const q = probability - 0.5
  if (Math.abs(q) <= 0.425) return q * centralRatio(0.180625 - q * q)
  const tail = q < 0 ? probability : 1 - probability
  const r = Math.sqrt(-Math.log(tail))
  let z = r <= 5 ? middleRatio(r - 1.6) : farRatio(r - 5)
  // One Newton step on the logarithm of the tail: in subnormal tails the density is 0 and AS 241 stands.
  const density = standardNormalDensity(z)
  const reached = standardNormalUpperTail(z)
  if (density > 1e-300) z += (Math.log(reached / tail) * reached) / density
  return q < 0 ? -z : z
}

function centralRatio(r: number): number {
  return (
    (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r +
      45921.95393154987) * r + 13731.69376550946) * r + 1971.5909503065513) * r +
      133.14166789178438) * r + 3.3871328727963665) /
    (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r +
      21213.794301586597) * r + 5394.196021424751) * r + 687.1870074920579) * r +
      42.31333070160091) * r + 1)
  )
}

function middleRatio(r: number): number {
  return (
    (((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) * r + 3.6478483247632045) * r + 5.769497221460691) * r +
      4.630337846156546) * r + 1.4234371107496835) /
    (((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) * r + 0.6897673349851) * r + 1.6763848301838038) * r +
      2.053191626637759) * r + 1)
  )
}

function farRatio(r: number): number {
  return (
    (((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
      0.026532189526576124) * r + 0.29656057182850487) * r + 1.7848265399172913) * r +
      5.463784911164114) * r + 6.657904643501103) /
    (((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
      0.0007868691311456133) * r + 0.014875361290850615) * r + 0.1369298809227358) * r +
      0.599832206555888) * r + 1)
  )
}
