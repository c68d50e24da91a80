/**
 * About where the normal deviate of Q(a, z) lies, as a cubic in √a, for one z: for first guesses only.
 *
 * Through four values of Wilson and Hilferty's formula `3√a − 1/(3√a) − 3·a^(1/6)·∛z`; good to about 0.02 for
 * shapes from 1 on, the formula's own error there.
 */
export type GammaTailLine = {
  /** Coefficients by ascending power of `(√a − middle) / half`. */
  c0: number
  c1: number
  c2: number
  c3: number
  middle: number
  half: number
}

/** A line to be filled by `fitGammaTailLine`, again and again. */
export function emptyGammaTailLine(): GammaTailLine {
  return { c0: 0, c1: 0, c2: 0, c3: 0, middle: 0, half: 1 }
}

// cos(π/8) and cos(3π/8): Chebyshev's points of four.
const outer = 0.9238795325112867
const inner = 0.3826834323650898

/**
 * Fits the line to the shapes from `leastRoot²` to `mostRoot²`.
 *
 * @param line filled with the result
 * @param z where the tail begins, above 0
 * @param leastRoot square root of the least shape, above 0
 * @param mostRoot square root of the largest shape, above `leastRoot`
 */
export function fitGammaTailLine(line: GammaTailLine, z: number, leastRoot: number, mostRoot: number): void {
  const middle = 0.5 * (leastRoot + mostRoot)
  const half = 0.5 * (mostRoot - leastRoot)
  const cubeRoot = Math.cbrt(z)
  const a = roughDeviate(middle - half * outer, cubeRoot)
  const b = roughDeviate(middle - half * inner, cubeRoot)
  const c = roughDeviate(middle + half * inner, cubeRoot)
  const d = roughDeviate(middle + half * outer, cubeRoot)
  // Even and odd parts through (±inner, ±outer).
  const evenInner = 0.5 * (b + c)
  const evenOuter = 0.5 * (a + d)
  const oddInner = (0.5 * (c - b)) / inner
  const oddOuter = (0.5 * (d - a)) / outer
  const perSquares = 1 / (outer * outer - inner * inner)
  line.c2 = (evenOuter - evenInner) * perSquares
  line.c0 = evenInner - line.c2 * inner * inner
  line.c3 = (oddOuter - oddInner) * perSquares
  line.c1 = oddInner - line.c3 * inner * inner
  line.middle = middle
  line.half = half
}

function roughDeviate(root: number, cubeRoot: number): number {
  return 3 * root - 1 / (3 * root) - 3 * Math.cbrt(root) * cubeRoot
}
