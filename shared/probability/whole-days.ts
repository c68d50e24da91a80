import { DomainError } from '../domain-error'
import { cutDayTable, mixedDayTable, pointDayTable, type DayTable } from './day-table'
import { gammaTail } from './incomplete-gamma'
import { isSmoothGamma, smoothGammaDays } from './smooth-gamma-days'

/** How a table over whole days is bounded. */
export type WholeDayBounds = {
  /** P(X > x) where it is known without cancellation; 1 − cdf otherwise. */
  readonly upperTail?: (x: number) => number
  /** A number of days that is never exceeded, if there is one. */
  readonly largestDays?: number
}

// 2700 years; a table that would be longer is a mistake in its numbers.
const mostDays = 1_000_000
// Where a complete table without an end is ended: far below the 1e-9 at which tables are cut.
const completeTail = 1e-17
// Convention 4: tables end at the smallest day with less than this beyond it.
const negligibleTail = 1e-9
// What may lie below the first day of a table, and is counted on it: no more than a rounding of a sum that makes 1.
const negligibleStart = 1e-16

/**
 * A continuous number of days as a table over whole days, cut and renormalised.
 *
 *     P(k) = F(k + ½) − F(k − ½),  P(0) = F(½)
 *
 * The complete table first, then the cut of `cutDayTable`. The table ends where the tail is
 * below 1e-17 or at `largestDays`, and is refused if it does neither within 1,000,000 days.
 *
 * @param cdf F, the probability of at most x days, x ≥ 0
 * @param bounds where and how it ends; nothing if F itself reaches 1
 * @throws {DomainError} naming `cdf` when it answers outside [0, 1] or does not end
 *
 * @example
 * dayTableMean(wholeDayTable((x) => Math.min(x / 20, 1))) // => 10.0000
 */
export function wholeDayTable(cdf: (x: number) => number, bounds: WholeDayBounds = {}): DayTable {
  return cutDayTable(completeDays(cdf, bounds))
}

/**
 * A gamma distributed number of days as a table over whole days, cut and renormalised; sd 0 is a
 * fixed number of days. Less than 1e-16 before the first day is counted on it.
 *
 * Each probability is accurate to 1e-13, their sum to 1e-12.
 *
 * @param of `meanDays` and `sdDays` finite and at least 0, and not so wide that the table would pass 1,000,000 days
 * @throws {DomainError} naming `meanDays` or `sdDays` outside its range
 *
 * @example
 * dayTableQuantile(gammaDayTable({ meanDays: 60, sdDays: 12 }), 0.95) // => 81
 */
export function gammaDayTable(of: { readonly meanDays: number; readonly sdDays: number }): DayTable {
  return isSmoothGamma(of) ? smoothGammaDays(of, negligibleTail) : gammaDays(of, negligibleTail)
}

/**
 * The same before the cut, for sums of waits that are cut together at their end: it goes on to
 * a tail of 1e-15.
 *
 * @param of `meanDays` and `sdDays` finite and at least 0, and not so wide that the table would pass 1,000,000 days
 * @throws {DomainError} naming `meanDays` or `sdDays` outside its range
 *
 * @example
 * dayTableMean(completeGammaDays({ meanDays: 60, sdDays: 12 })) // => 60.0000000000
 */
export function completeGammaDays(of: { readonly meanDays: number; readonly sdDays: number }): DayTable {
  return gammaDays(of, completeTail)
}

/**
 * A uniformly distributed number of days as a table over whole days, cut and renormalised; equal
 * ends are a fixed number of days. Each probability is accurate to 1e-13.
 *
 * @param of `minDays` and `maxDays` from 0 to 1,000,000, in this order
 * @throws {DomainError} naming `minDays` or `maxDays` outside its range
 *
 * @example
 * Array.from(uniformDayTable({ minDays: 2, maxDays: 4 }).probabilities) // => [0.25, 0.5, 0.25]
 */
export function uniformDayTable(of: { readonly minDays: number; readonly maxDays: number }): DayTable {
  return cutDayTable(completeUniformDays(of))
}

/**
 * The same before the cut, for sums of waits that are cut together at their end.
 *
 * @param of `minDays` and `maxDays` from 0 to 1,000,000, in this order
 * @throws {DomainError} naming `minDays` or `maxDays` outside its range
 *
 * @example
 * dayTableMean(completeUniformDays({ minDays: 30, maxDays: 60 })) // => 45.0000
 */
export function completeUniformDays(of: { readonly minDays: number; readonly maxDays: number }): DayTable {
  const { minDays, maxDays } = of
  requireUpTo('minDays', minDays, 0)
  requireUpTo('maxDays', maxDays, minDays)
  if (minDays === maxDays) return pointDayTable(minDays)
  const width = maxDays - minDays
  return boundedDays(
    (x) => (x <= minDays ? 0 : x >= maxDays ? 1 : (x - minDays) / width),
    (x) => (x <= minDays ? 1 : x >= maxDays ? 0 : (maxDays - x) / width),
    { minDays, maxDays },
  )
}

/**
 * A triangularly distributed number of days as a table over whole days, cut and renormalised;
 * equal ends are a fixed number of days. Each probability is accurate to 1e-13.
 *
 * @param of `minDays`, `modeDays` and `maxDays` from 0 to 1,000,000, in this order
 * @throws {DomainError} naming the first that is outside its range
 *
 * @example
 * dayTableMean(triangularDayTable({ minDays: 30, modeDays: 45, maxDays: 90 })) // => 55.0000
 */
export function triangularDayTable(of: {
  readonly minDays: number
  readonly modeDays: number
  readonly maxDays: number
}): DayTable {
  return cutDayTable(completeTriangularDays(of))
}

/**
 * The same before the cut, for sums of waits that are cut together at their end.
 *
 * @param of `minDays`, `modeDays` and `maxDays` from 0 to 1,000,000, in this order
 * @throws {DomainError} naming the first that is outside its range
 *
 * @example
 * dayTableMean(completeTriangularDays({ minDays: 10, modeDays: 20, maxDays: 30 })) // => 20.0000
 */
export function completeTriangularDays(of: {
  readonly minDays: number
  readonly modeDays: number
  readonly maxDays: number
}): DayTable {
  const { minDays, modeDays, maxDays } = of
  requireUpTo('minDays', minDays, 0)
  requireUpTo('modeDays', modeDays, minDays)
  requireUpTo('maxDays', maxDays, modeDays)
  if (minDays === maxDays) return pointDayTable(minDays)
  const rising = (x: number) => ((x - minDays) / (maxDays - minDays)) * ((x - minDays) / (modeDays - minDays))
  const falling = (x: number) => ((maxDays - x) / (maxDays - minDays)) * ((maxDays - x) / (maxDays - modeDays))
  return boundedDays(
    (x) => (x <= minDays ? 0 : x >= maxDays ? 1 : x < modeDays ? rising(x) : 1 - falling(x)),
    (x) => (x <= minDays ? 1 : x >= maxDays ? 0 : x < modeDays ? 1 - rising(x) : falling(x)),
    { minDays, maxDays },
  )
}

/**
 * The table of waits that were observed, each with the same weight; one that is not whole is
 * split between its two neighbours so that the mean holds.
 *
 * @param days at least one observation, each from 0 to 1,000,000
 * @throws {DomainError} naming `days` when it is empty or an observation is outside its range
 *
 * @example
 * dayTableMean(observedDayTable([30, 45.5, 62])) // => 45.8333
 */
export function observedDayTable(days: readonly number[]): DayTable {
  if (days.length === 0) throw new DomainError('days', '[]', 'at least one observed number of days')
  return mixedDayTable(days.map((observed) => ({ weight: 1, table: pointDayTable(observed) })))
}

type Tail = (x: number) => number

function completeDays(cdf: Tail, bounds: WholeDayBounds): DayTable {
  const lower = (x: number) => probabilityFrom(cdf(x))
  const upperTail = bounds.upperTail
  const upper = upperTail === undefined ? (x: number) => 1 - lower(x) : (x: number) => probabilityFrom(upperTail(x))
  const most = Math.min(bounds.largestDays ?? mostDays, mostDays)
  // The median by bisection: differences are taken of F below it and of the tail above it.
  let below = -1
  let centre = Math.ceil(most)
  while (centre - below > 1) {
    const middle = (below + centre) >> 1
    if (lower(middle + 0.5) >= 0.5) centre = middle
    else below = middle
  }
  const { table, left } = daysAround(lower, upper, { centre, lastDay: Math.ceil(most), endTail: completeTail })
  if (left >= completeTail && bounds.largestDays === undefined) {
    throw new DomainError('cdf', `${1 - left} at ${mostDays} days`, `1 within ${mostDays} days`)
  }
  return table
}

function gammaDays(of: { readonly meanDays: number; readonly sdDays: number }, endTail: number): DayTable {
  const { meanDays, sdDays } = of
  requireUpTo('meanDays', meanDays, 0)
  requireUpTo('sdDays', sdDays, 0)
  const relativeSd = sdDays / meanDays
  const shape = 1 / (relativeSd * relativeSd)
  // Spread that no double can show, or none at all.
  if (meanDays === 0 || !(shape < 1e30)) return pointDayTable(meanDays)
  const scaleDays = sdDays * relativeSd
  const lower = (x: number) => gammaTail(shape, x / scaleDays, x / meanDays, (x - meanDays) / meanDays, 'lower')
  const upper = (x: number) => gammaTail(shape, x / scaleDays, x / meanDays, (x - meanDays) / meanDays, 'upper')
  // A shape below 1 has its peak at 0 and may end before its mean.
  const centre = shape < 1 ? 0 : Math.floor(meanDays)
  const { table, left } = daysAround(lower, upper, { centre, lastDay: mostDays, endTail })
  if (left >= endTail) throw new DomainError('sdDays', sdDays, `so small that the days end within ${mostDays}`)
  for (let i = 0; i < table.probabilities.length; i += 1) table.probabilities[i]! /= 1 - left
  return table
}

function boundedDays(lower: Tail, upper: Tail, ends: { readonly minDays: number; readonly maxDays: number }): DayTable {
  const centre = Math.floor((ends.minDays + ends.maxDays) / 2)
  return daysAround(lower, upper, { centre, lastDay: Math.ceil(ends.maxDays), endTail: completeTail }).table
}

/** The table from differences of F below a day and of the tail above it, and what is left beyond its end. */
function daysAround(
  lower: Tail,
  upper: Tail,
  range: { readonly centre: number; readonly lastDay: number; readonly endTail: number },
): { readonly table: DayTable; readonly left: number } {
  let lowers = 0
  for (let day = range.centre - 1; day >= 0; day -= 1, lowers += 1) {
    const probability = lower(day + 0.5)
    if (probability < negligibleStart) break
    if (lowers === below.length) below = longer(below)
    below[lowers] = probability
  }
  let uppers = 0
  let left = 1
  for (let day = range.centre; day <= range.lastDay; day += 1) {
    left = upper(day + 0.5)
    if (uppers === above.length) above = longer(above)
    above[uppers] = left
    uppers += 1
    if (left < range.endTail) break
  }
  const probabilities = new Float64Array(lowers + uppers)
  let previous = 0
  for (let i = 0; i < lowers; i += 1) {
    const reached = below[lowers - 1 - i]!
    probabilities[i] = Math.max(reached - previous, 0)
    previous = reached
  }
  previous = 1 - previous
  for (let i = 0; i < uppers; i += 1) {
    probabilities[lowers + i] = Math.max(previous - above[i]!, 0)
    previous = above[i]!
  }
  return { table: { firstDay: range.centre - lowers, probabilities }, left }
}

// F below the centre and the tail above it, used again from call to call.
let below = new Float64Array(512)
let above = new Float64Array(512)

function longer(values: Float64Array): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(2 * values.length)
  wider.set(values)
  return wider
}

function probabilityFrom(value: number): number {
  if (!(value >= 0 && value <= 1)) throw new DomainError('cdf', value, 'a function with values from 0 to 1')
  return value
}

function requireUpTo(argument: string, value: number, least: number): void {
  if (!(value >= least && value <= mostDays)) {
    throw new DomainError(argument, value, `a number from ${least} to ${mostDays}`)
  }
}
