import { gammaTailDegree, gammaTailDegreeOfZ, gammaTailPatch, gammaTailPieces } from './gamma-tail-patch'

/**
 * The upper tail Q(a, z) of a unit gamma variable as a curve over its shape a, for one z.
 *
 * The normal deviate of the tail, `v` with `Φ(v) = Q(a, z)`, is almost a straight
 * line in `√a`: four polynomials give it for all shapes of at least 2 that straddle a z of at least 3, with an
 * error of Q below 1e-10 (test/shared/gamma-tail-curve.test.ts). They come from a patch over a stretch of z, so that
 * a curve costs no evaluation of the function itself.
 */
export type GammaTailCurve = {
  /** What is taken from `√a` to have the variable of the pieces. */
  shift: number
  /** Where each piece begins, and the last ends, in that variable. */
  bounds: Float64Array
  /** By piece: coefficients of `v` by ascending power of the place in the piece, −1 to 1. */
  readonly deviates: Float64Array
  /** The same of `−dv/dz`. */
  readonly slopes: Float64Array
}

/** Coefficients of one piece. */
export const curveSize = gammaTailDegree + 1

/** A curve to be filled by `fitGammaTailCurve`, again and again. */
export function emptyGammaTailCurve(): GammaTailCurve {
  const size = gammaTailPieces * curveSize
  return { shift: 0, bounds: new Float64Array(gammaTailPieces + 1), deviates: new Float64Array(size), slopes: new Float64Array(size) }
}

/**
 * Fits a curve for a z.
 *
 * @param curve filled with the result
 * @param z where the tail begins, at least 3
 * @param hasSlopes whether slopes are wanted, too
 */
export function fitGammaTailCurve(curve: GammaTailCurve, z: number, hasSlopes: boolean): void {
  const { isShifted, middle, half, bounds, coefficients } = gammaTailPatch(z)
  const { deviates, slopes } = curve
  const root = Math.sqrt(z)
  const perRoot = 1 / root
  const at = (perRoot - middle) / half
  curve.shift = isShifted ? root : 0
  curve.bounds = bounds
  // Written out for degree 7, even and odd powers apart: two chains that a processor works on at the same time.
  const columns = gammaTailDegreeOfZ + 1
  const square = at * at
  for (let row = 0, c = 0; row < deviates.length; row++, c += columns) {
    const even = coefficients[c]! + square * (coefficients[c + 2]! + square * (coefficients[c + 4]! + square * coefficients[c + 6]!))
    const odd = coefficients[c + 1]! + square * (coefficients[c + 3]! + square * (coefficients[c + 5]! + square * coefficients[c + 7]!))
    deviates[row] = even + at * odd
  }
  if (!hasSlopes) return
  // d(1/√z)/dz = −½·z^(−3/2), and d(√a − √z)/dz = −½/√z.
  const perZ = (0.5 * perRoot * perRoot * perRoot) / half
  for (let row = 0, c = 0; row < slopes.length; row++, c += columns) {
    const even = coefficients[c + 1]! + square * (3 * coefficients[c + 3]! + square * (5 * coefficients[c + 5]! + square * 7 * coefficients[c + 7]!))
    const odd = 2 * coefficients[c + 2]! + square * (4 * coefficients[c + 4]! + square * 6 * coefficients[c + 6]!)
    slopes[row] = perZ * (even + at * odd)
  }
  if (!isShifted) return
  for (let piece = 0; piece < gammaTailPieces; piece++) {
    const perShift = perRoot / (bounds[piece + 1]! - bounds[piece]!)
    const first = piece * curveSize
    for (let power = 1; power < curveSize; power++) slopes[first + power - 1]! += perShift * power * deviates[first + power]!
  }
}

/**
 * The value of a piece at a place.
 *
 * @param coefficients `deviates` or `slopes` of a curve
 * @param first index of the first coefficient of the piece
 * @param at place in the piece, −1 to 1
 */
export function valueOnCurve(coefficients: Float64Array, first: number, at: number): number {
  // Even and odd powers are two chains that a processor works on at the same time.
  const square = at * at
  const even =
    coefficients[first]! +
    square * (coefficients[first + 2]! + square * (coefficients[first + 4]! + square * (coefficients[first + 6]! + square * coefficients[first + 8]!)))
  const odd =
    coefficients[first + 1]! +
    square * (coefficients[first + 3]! + square * (coefficients[first + 5]! + square * (coefficients[first + 7]! + square * coefficients[first + 9]!)))
  return even + at * odd
}
