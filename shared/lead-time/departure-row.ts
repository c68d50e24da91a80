import { sharedDays, type SharedDays } from '../probability/day-lattice'
import type { DayTable } from '../probability/day-table'

/**
 * When goods ready on a day leave, a whole day number: the days of their own, and shares of days that do not move with
 * the ready day, as after a halt.
 */
export type DepartureRow = {
  /** Day of the first of the days of their own. */
  readonly firstDay: number
  /** Days of their own: `probabilities[i]` is that of `firstDay + i`. Shared by ready days from which goods leave after the same wait; null for none. */
  readonly days: SharedDays | null
  /** Days that do not move, or null for none. */
  readonly fixed: FixedDays | null
  /** How much of each of their parts; null for none. Some may be negative, their sums are not. */
  readonly shares: Float64Array | null
}

/** Days that do not move with the ready day: goods of many ready days leave on mixtures of a few parts. */
export type FixedDays = {
  /** Day of the first value of every part. */
  readonly firstDay: number
  /** Parts of unit length, at right angles to each other; more come as they are needed. */
  readonly parts: SharedDays[]
}

/**
 * A table of departures as a row of its own.
 *
 * @param table probabilities of whole day numbers
 */
export function departureRow(table: DayTable): DepartureRow {
  return { firstDay: table.firstDay, days: sharedDays(table.probabilities), fixed: null, shares: null }
}

// More parts than these save nothing.
const mostParts = 12
// What a mixture of parts may leave out of a row: roundings.
const negligible = 1e-14

/**
 * Shares of fixed days that make up values from `firstDay` on, or null where it would take too many parts. Exact but
 * for roundings: what is left of the values, at right angles to all parts so far, becomes a part of its own.
 *
 * @param fixed where the parts are and new ones are put
 * @param values value of each day from `fixed.firstDay` on
 */
export function fixedShares(fixed: FixedDays, values: Float64Array): Float64Array | null {
  let longest = values.length
  for (const part of fixed.parts) longest = Math.max(longest, part.probabilities.length)
  const rest = new Float64Array(longest)
  rest.set(values)
  const shares: number[] = fixed.parts.map(() => 0)
  // Twice, because what one subtraction leaves of another part is no longer negligible.
  for (let pass = 0; pass < 2; pass++) {
    fixed.parts.forEach(({ probabilities }, index) => {
      const along = product(probabilities, rest)
      shares[index]! += along
      for (let day = 0; day < probabilities.length; day++) rest[day]! -= along * probabilities[day]!
    })
  }
  const size = Math.sqrt(product(rest, rest))
  if (size > negligible) {
    if (fixed.parts.length >= mostParts) return null
    fixed.parts.push(sharedDays(rest.map((value) => value / size)))
    shares.push(size)
  }
  return Float64Array.from(shares)
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  const days = Math.min(a.length, b.length)
  for (let day = 0; day < days; day++) sum += a[day]! * b[day]!
  return sum
}
