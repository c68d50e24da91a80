/** What turns values of a function into the polynomial through them. */
export type ChebyshevPoints = {
  /** Chebyshev's points of the first kind, in (−1, 1), descending. */
  readonly places: Float64Array
  /** Matrix by rows from values at the points to coefficients of ascending powers. */
  readonly toPowers: Float64Array
}

/**
 * Chebyshev's points for a polynomial, and the matrix from values there to its coefficients.
 *
 * Powers of degree 9 give values to about 1e-13 of the largest, those of degree 14 to 1e-11.
 *
 * @param degree of the polynomial, whole, at least 0
 *
 * @example
 * chebyshevPoints(0).places.length // => 1
 */
export function chebyshevPoints(degree: number): ChebyshevPoints {
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
