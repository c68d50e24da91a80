import { standardNormalCdf, standardNormalDensity } from './normal-distribution'

const step = 1 / 64
const reach = 8.5
const count = Math.round((2 * reach) / step) + 1
const cdfs = new Float64Array(count)
const densities = new Float64Array(count)
for (let index = 0; index < count; index++) {
  const z = index * step - reach
  cdfs[index] = standardNormalCdf(z)
  densities[index] = standardNormalDensity(z)
}

/**
 * The standard normal distribution function from a table, to 1e-12 absolutely, in a few nanoseconds.
 *
 * Taylor's series of fourth order about the nearest of 1,089 nodes; its first
 * neglected term is below 5e-13. Where relative accuracy in the tail matters,
 * take `standardNormalUpperTail`.
 *
 * @param z any finite number
 *
 * @example
 * tabledNormalCdf(1.6448536269514722) // => 0.95000000000
 */
export function tabledNormalCdf(z: number): number {
  if (z <= -8) return 0
  if (z >= 8) return 1
  // Truncation of a positive number, which is quicker than rounding.
  const index = ((z + reach) * 64 + 0.5) | 0
  const node = index * step - reach
  const d = z - node
  const density = densities[index]!
  return (
    cdfs[index]! +
    density * d * (1 + d * (-0.5 * node + d * ((node * node - 1) / 6 + (d * node * (3 - node * node)) / 24)))
  )
}

/**
 * The standard normal density from the same table and by the same series, to 1e-12 absolutely.
 *
 * @param z any finite number
 *
 * @example
 * tabledNormalDensity(1) // => 0.241970724519
 */
export function tabledNormalDensity(z: number): number {
  if (z <= -8 || z >= 8) return 0
  const index = ((z + reach) * 64 + 0.5) | 0
  const node = index * step - reach
  const d = z - node
  const square = node * node
  const cubic = d * (node * (square - 3) - 0.25 * d * (square * (square - 6) + 3))
  return densities[index]! * (1 - d * (node - 0.5 * d * (square - 1 - cubic / 3)))
}
