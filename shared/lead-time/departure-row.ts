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
  /** Of the days of their own only those before this day count: what would leave later is among the days that do not move. Infinity where all count. */
  readonly heldFromDay: number
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
  return movingRow(table.firstDay, sharedDays(table.probabilities))
}

/**
 * Departures after a wait, with no days that stay where they are.
 *
 * @param firstDay day of the first of the days
 * @param days shared by all ready days with the same wait
 */
export function movingRow(firstDay: number, days: SharedDays): DepartureRow {
  return { firstDay, days, heldFromDay: Infinity, fixed: null, shares: null }
}

/** Days of a whole row, and the day of the first. */
export type WholeRow = { readonly firstDay: number; readonly days: SharedDays }

const wholeRows = new WeakMap<DepartureRow, WholeRow>()

/**
 * All days on which goods of a row leave, put together. Made once.
 *
 * @param row any row
 */
export function wholeRow(row: DepartureRow): WholeRow {
  const { firstDay, days, heldFromDay, fixed, shares } = row
  if (days !== null && fixed === null && heldFromDay === Infinity) return { firstDay, days }
  let whole = wholeRows.get(row)
  if (whole === undefined) {
    const own = days === null ? new Float64Array(0) : days.probabilities.subarray(0, Math.max(0, heldFromDay - firstDay))
    const parts = fixed?.parts ?? []
    const start = days === null ? (fixed?.firstDay ?? firstDay) : firstDay
    const gap = (fixed?.firstDay ?? start) - start
    const length = Math.max(own.length, ...parts.map((part) => gap + part.probabilities.length))
    const probabilities = new Float64Array(length)
    probabilities.set(own)
    shares?.forEach((share, index) => {
      parts[index]?.probabilities.forEach((value, day) => (probabilities[gap + day]! += share * value))
    })
    whole = { firstDay: start, days: sharedDays(probabilities) }
    wholeRows.set(row, whole)
  }
  return whole
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
