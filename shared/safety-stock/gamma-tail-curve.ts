import { regularisedGammaP, regularisedGammaQ } from '../probability/incomplete-gamma'
import { standardNormalQuantile } from '../probability/normal-distribution'

/**
 * The upper tail Q(a, z) of a unit gamma variable as a curve over its shape a, for one z.
 *
 * The normal deviate of the tail, `v` with `Φ(v) = Q(a, z)`, is almost a straight
 * line in `√a`. A polynomial through a few exact values gives it for hundreds of
 * shapes, with an error of Q below 2e-9 for shapes from 2 and z from 3 on (measured: 1.3e-9 at
 * worst below z = 60, 1e-10 from there on; test/shared/gamma-tail-curve.test.ts).
 */
export type GammaTailCurve = {
  /** Coefficients by ascending power of `(√a − middle) / half`; `degree + 1` of them count. */
  readonly coefficients: Float64Array
  degree: number
  middle: number
  half: number
}

/** Below this shape the curve bends too much near 0; evaluate the function itself. */
export const leastCurvedShape = 2

/** Below this z, too. */
export const leastCurvedZ = 3

const mostDegree = 20
// Degrees up to this one are evaluated in one expression, the unused coefficients being 0.
const inlineDegree = 12

/** A curve to be filled by `fitGammaTailCurve`, again and again. */
export function emptyGammaTailCurve(): GammaTailCurve {
  return { coefficients: new Float64Array(mostDegree + 1), degree: 0, middle: 0, half: 1 }
}

/**
 * Fits a curve to the shapes from `leastRoot²` to `mostRoot²`.
 *
 * @param curve filled with the result
 * @param z where the tail begins, above 0
 * @param leastRoot square root of the least shape, at least √2
 * @param mostRoot square root of the largest shape, above `leastRoot`
 */
export function fitGammaTailCurve(curve: GammaTailCurve, z: number, leastRoot: number, mostRoot: number): void {
  const degree = degreeFor(z, leastRoot * leastRoot)
  const { places, toPowers } = chebyshevOf(degree)
  curve.degree = degree
  curve.middle = 0.5 * (leastRoot + mostRoot)
  curve.half = 0.5 * (mostRoot - leastRoot)
  for (let index = 0; index <= degree; index++) {
    const root = curve.middle + curve.half * places[index]!
    deviates[index] = tailDeviate(root * root, z)
  }
  for (let power = 0; power <= degree; power++) {
    let coefficient = 0
    const row = power * (degree + 1)
    for (let index = 0; index <= degree; index++) coefficient += toPowers[row + index]! * deviates[index]!
    curve.coefficients[power] = coefficient
  }
  curve.coefficients.fill(0, degree + 1)
}

/**
 * The deviate of the tail at one shape.
 *
 * @param curve a fitted curve
 * @param at `(√shape − middle) / half`, from −1 to 1
 */
export function tailDeviateAt(curve: GammaTailCurve, at: number): number {
  const c = curve.coefficients
  if (curve.degree <= 8) {
    return (
      c[0]! + at * (c[1]! + at * (c[2]! + at * (c[3]! + at * (c[4]! + at * (c[5]! + at * (c[6]! + at * (c[7]! + at * c[8]!)))))))
    )
  }
  // Even and odd powers are two chains that a processor works on at the same time.
  const square = at * at
  let even = 0
  let odd = 0
  for (let power = curve.degree <= inlineDegree ? inlineDegree : mostDegree; power > 0; power -= 2) {
    even = even * square + c[power]!
    odd = odd * square + c[power - 1]!
  }
  return even * square + c[0]! + odd * at
}

const deviates = new Float64Array(mostDegree + 1)

function tailDeviate(shape: number, z: number): number {
  // The smaller of the two tails keeps its digits.
  if (shape < z) return standardNormalQuantile(Math.max(regularisedGammaQ(shape, z), 1e-300))
  return -standardNormalQuantile(Math.max(regularisedGammaP(shape, z), 1e-300))
}

/** The degree that keeps the error of Q below 2e-9, by measurement. */
function degreeFor(z: number, leastShape: number): number {
  if (z >= 1000) return 7
  if (z >= 400) return 8
  if (z >= 160) return 10
  if (leastShape >= 14) return 12
  return leastShape >= 4 ? 16 : mostDegree
}

type Chebyshev = {
  /** Chebyshev's points of the first kind, in (−1, 1). */
  readonly places: Float64Array
  /** Matrix by rows from values there to coefficients of ascending powers. */
  readonly toPowers: Float64Array
}

const chebyshevs = new Map<number, Chebyshev>()

function chebyshevOf(degree: number): Chebyshev {
  let known = chebyshevs.get(degree)
  if (known === undefined) {
    known = madeChebyshev(degree)
    chebyshevs.set(degree, known)
  }
  return known
}

function madeChebyshev(degree: number): Chebyshev {
  const size = degree + 1
  const places = Float64Array.from({ length: size }, (_, index) => Math.cos((Math.PI * (index + 0.5)) / size))
  const toPowers = new Float64Array(size * size)
  let previous: readonly number[] = []
  let polynomial: readonly number[] = [1]
  for (let order = 0; order <= degree; order++) {
    for (let index = 0; index < size; index++) {
      const weight = ((order === 0 ? 1 : 2) / size) * Math.cos((Math.PI * order * (index + 0.5)) / size)
      polynomial.forEach((coefficient, power) => {
        toPowers[power * size + index] = toPowers[power * size + index]! + weight * coefficient
      })
    }
    // T(n+1) = 2x·T(n) − T(n−1); T(1) = x.
    const doubled = [0, ...polynomial.map((coefficient) => (order === 0 ? 1 : 2) * coefficient)]
    const next = doubled.map((coefficient, power) => coefficient - (previous[power] ?? 0))
    previous = polynomial
    polynomial = next
  }
  return { places, toPowers }
}
