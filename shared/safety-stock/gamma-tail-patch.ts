import { chebyshevPoints } from '../probability/chebyshev'
import { regularisedGammaP, regularisedGammaQ } from '../probability/incomplete-gamma'
import { standardNormalQuantile } from '../probability/normal-distribution'

/**
 * The normal deviate of the upper tail Q(a, z) of a unit gamma variable, `v` with `Φ(v) = Q(a, z)`, as polynomials in
 * `√a` and `z`, for a stretch of z and all shapes that matter there.
 */
export type GammaTailPatch = {
  /** The polynomials are in `√a − √z` instead of `√a`. */
  readonly isShifted: boolean
  /** Middle and half of the stretch of `1/√z`. */
  readonly middle: number
  readonly half: number
  /** Where each of the four pieces begins, and the last ends, in the variable of the polynomials. */
  readonly bounds: Float64Array
  /** By piece, power of the variable and power of `1/√z`, both from −1 to 1. */
  readonly coefficients: Float64Array
}

/** How many pieces a patch has. */
export const gammaTailPieces = 4
/** Degree of a piece in the root of the shape. */
export const gammaTailDegree = 9
/** Degree of a piece in the root of z. */
export const gammaTailDegreeOfZ = 7

/** Below this shape the deviate bends too much near 0. */
export const leastCurvedShape = 2
/** Below this z, too. */
export const leastCurvedZ = 3
/** Lengths that leave less than about exp(-21)/15 = 5e-11 on the other side of z lie wholly on one side of it. */
export const farExponent = 21

// From here on one patch does for all z: the deviate is almost 2·(√a − √z).
const shiftedZ = 64
const stretches = 11
const perStretch = stretches / Math.log(shiftedZ / leastCurvedZ)
const patches: (GammaTailPatch | undefined)[] = []

/**
 * The patch for a z; made when first asked for and kept.
 *
 * @param z at least `leastCurvedZ`
 */
export function gammaTailPatch(z: number): GammaTailPatch {
  const stretch = z >= shiftedZ ? stretches : Math.min(stretches - 1, Math.floor(perStretch * Math.log(z / leastCurvedZ)))
  return (patches[stretch] ??= stretch === stretches ? shiftedPatch() : patchOf(leastCurvedZ * Math.exp(stretch / perStretch), leastCurvedZ * Math.exp((stretch + 1) / perStretch)))
}

/** The largest shape below which lengths lie wholly below z. */
export function nearShape(z: number): number {
  return z - Math.sqrt(2 * farExponent * z)
}

/** The least shape above which lengths lie wholly above z. */
export function farShape(z: number): number {
  return z + farExponent + Math.sqrt(2 * farExponent * z + farExponent * farExponent)
}

function patchOf(leastZ: number, mostZ: number): GammaTailPatch {
  const least = Math.sqrt(Math.max(leastCurvedShape, nearShape(leastZ)))
  const ratio = Math.sqrt(farShape(mostZ)) / least
  // Shorter pieces where the shape is small, as the deviate bends most there.
  return filledPatch(false, [1 / Math.sqrt(mostZ), 1 / Math.sqrt(leastZ)], (piece) => least * ratio ** (piece / gammaTailPieces))
}

function shiftedPatch(): GammaTailPatch {
  const root = Math.sqrt(shiftedZ)
  const least = Math.sqrt(nearShape(shiftedZ)) - root
  const most = Math.sqrt(farShape(shiftedZ)) - root
  return filledPatch(true, [0, 1 / root], (piece) => least + ((most - least) * piece) / gammaTailPieces)
}

function filledPatch(isShifted: boolean, [from, until]: readonly [number, number], boundOf: (piece: number) => number): GammaTailPatch {
  const ofRoot = chebyshevPoints(gammaTailDegree)
  const ofZ = chebyshevPoints(gammaTailDegreeOfZ)
  const bounds = Float64Array.from({ length: gammaTailPieces + 1 }, (_, piece) => boundOf(piece))
  const rows = gammaTailDegree + 1
  const columns = gammaTailDegreeOfZ + 1
  const coefficients = new Float64Array(gammaTailPieces * rows * columns)
  const middle = 0.5 * (from + until)
  const half = 0.5 * (until - from)
  for (let piece = 0; piece < gammaTailPieces; piece++) {
    for (let column = 0; column < columns; column++) {
      const rootOfZ = 1 / (middle + half * ofZ.places[column]!)
      for (let row = 0; row < rows; row++) {
        const place = 0.5 * (bounds[piece]! + bounds[piece + 1]! + (bounds[piece + 1]! - bounds[piece]!) * ofRoot.places[row]!)
        addValue(coefficients, piece, { row, column, value: tailDeviate((isShifted ? place + rootOfZ : place) ** 2, rootOfZ * rootOfZ) })
      }
    }
  }
  return { isShifted, middle, half, bounds, coefficients }

  function addValue(into: Float64Array, piece: number, { row, column, value }: { readonly row: number; readonly column: number; readonly value: number }): void {
    for (let power = 0; power < rows; power++) {
      const share = value * ofRoot.toPowers[power * rows + row]!
      const at = (piece * rows + power) * columns
      for (let powerOfZ = 0; powerOfZ < columns; powerOfZ++) into[at + powerOfZ]! += share * ofZ.toPowers[powerOfZ * columns + column]!
    }
  }
}

function tailDeviate(shape: number, z: number): number {
  // The smaller of the two tails keeps its digits.
  if (shape < z) return standardNormalQuantile(Math.max(regularisedGammaQ(shape, z), 1e-300))
  return -standardNormalQuantile(Math.max(regularisedGammaP(shape, z), 1e-300))
}
