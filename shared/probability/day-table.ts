import { DomainError, requireNonNegative, requireOpenProbability, requireWhole } from '../domain-error'

/** Probabilities of a number of whole days. */
export type DayTable = {
  /** The number of days that the first probability belongs to, whole and at least 0. */
  readonly firstDay: number
  /** `probabilities[i]` is the probability of `firstDay + i` days; together they make 1. */
  readonly probabilities: Float64Array
}

// P(> K) below this is dropped: convention 4 of the reference cases.
const negligibleTail = 1e-9
// Probabilities that add up to exactly p in decimals may miss it by roundings: convention 1.
const probabilityTolerance = 1e-12
// 2700 years; a table that would be longer is a mistake in its numbers.
const mostDays = 1_000_000

/**
 * The mean number of days of a table.
 *
 * @param table probabilities that make 1
 *
 * @example
 * dayTableMean(pointDayTable(2.25)) // => 2.25
 */
export function dayTableMean(table: DayTable): number {
  // Measured from the first day, so that a table far from 0 loses nothing.
  let sum = 0
  for (let i = 1; i < table.probabilities.length; i += 1) sum += i * table.probabilities[i]!
  return table.firstDay + sum
}

/**
 * The variance of the number of days of a table, days squared.
 *
 * @param table probabilities that make 1
 *
 * @example
 * dayTableVariance(pointDayTable(2.25)) // => 0.1875
 */
export function dayTableVariance(table: DayTable): number {
  const meanDays = dayTableMean(table)
  let sum = 0
  for (let i = 0; i < table.probabilities.length; i += 1) {
    const distance = table.firstDay + i - meanDays
    sum += distance * distance * table.probabilities[i]!
  }
  return sum
}

/**
 * The smallest number of days that is not exceeded with at least a given probability.
 *
 * The sum may miss the probability by 1e-12, so that steps that add up to exactly p are found.
 *
 * @param table probabilities that make 1
 * @param probability in (0, 1)
 * @throws {DomainError} naming `probability` outside (0, 1)
 *
 * @example
 * dayTableQuantile(pointDayTable(2.25), 0.75) // => 2
 */
export function dayTableQuantile(table: DayTable, probability: number): number {
  requireOpenProbability('probability', probability)
  let sum = 0
  for (let i = 0; i < table.probabilities.length; i += 1) {
    sum += table.probabilities[i]!
    if (sum >= probability - probabilityTolerance) return table.firstDay + i
  }
  return table.firstDay + table.probabilities.length - 1
}

/**
 * The table of the sum of two independent numbers of days.
 *
 * @param a one of them
 * @param b the other
 *
 * @example
 * dayTableMean(convolvedDayTable(pointDayTable(2.25), pointDayTable(3.5))) // => 5.75
 */
export function convolvedDayTable(a: DayTable, b: DayTable): DayTable {
  const [short, long] =
    a.probabilities.length <= b.probabilities.length
      ? [a.probabilities, b.probabilities]
      : [b.probabilities, a.probabilities]
  const probabilities = new Float64Array(short.length + long.length - 1)
  for (let i = 0; i < short.length; i += 1) {
    const weight = short[i]!
    if (weight === 0) continue
    for (let j = 0; j < long.length; j += 1) probabilities[i + j]! += weight * long[j]!
  }
  return { firstDay: a.firstDay + b.firstDay, probabilities }
}

/**
 * The table without its negligible end: what lies beyond the smallest day K with P(> K) < 1e-9
 * is dropped, and the rest divided by its sum.
 *
 * @param table probabilities that make 1, or a little less where an endless table was ended
 * @throws {DomainError} naming `table` when it holds no probability at all
 *
 * @example
 * cutDayTable({ firstDay: 4, probabilities: Float64Array.of(0.5, 0.5, 1e-10) }).probabilities.length // => 2
 */
export function cutDayTable(table: DayTable): DayTable {
  const { firstDay, probabilities } = table
  let length = probabilities.length
  let tail = 0
  while (length > 1 && tail + probabilities[length - 1]! < negligibleTail) {
    length -= 1
    tail += probabilities[length]!
  }
  let sum = 0
  for (let i = 0; i < length; i += 1) sum += probabilities[i]!
  if (!(sum > 0)) throw new DomainError('table', sum, 'a table whose probabilities make 1')
  const kept = probabilities.slice(0, length)
  for (let i = 0; i < length; i += 1) kept[i]! /= sum
  return { firstDay, probabilities: kept }
}

/**
 * The table of a number of days that is drawn from one of several tables.
 *
 * @param parts tables with their weights, which are divided by their sum
 * @throws {DomainError} naming `weight` when one is negative or not finite, or `parts` when none is above 0
 *
 * @example
 * dayTableMean(mixedDayTable([{ weight: 3, table: pointDayTable(10) }, { weight: 1, table: pointDayTable(30) }])) // => 15
 */
export function mixedDayTable(parts: readonly { readonly weight: number; readonly table: DayTable }[]): DayTable {
  let sum = 0
  let firstDay = Infinity
  let endDay = 0
  for (const { weight, table } of parts) {
    requireNonNegative('weight', weight)
    if (weight === 0) continue
    sum += weight
    firstDay = Math.min(firstDay, table.firstDay)
    endDay = Math.max(endDay, table.firstDay + table.probabilities.length)
  }
  if (!(sum > 0 && sum < Infinity)) throw new DomainError('parts', sum, 'tables whose weights have a finite sum above 0')
  const probabilities = new Float64Array(endDay - firstDay)
  for (const { weight, table } of parts) {
    if (weight === 0) continue
    const share = weight / sum
    const offset = table.firstDay - firstDay
    for (let i = 0; i < table.probabilities.length; i += 1) probabilities[offset + i]! += share * table.probabilities[i]!
  }
  return { firstDay, probabilities }
}

/**
 * The table of so many days more. Shares its probabilities with the table it came from.
 *
 * @param table probabilities that make 1
 * @param days whole, negative for fewer; no day of the result may lie below 0
 * @throws {DomainError} naming `days` when it is not whole or leads below 0
 *
 * @example
 * shiftedDayTable(pointDayTable(4), 3).firstDay // => 7
 */
export function shiftedDayTable(table: DayTable, days: number): DayTable {
  requireWhole('days', days, { least: -table.firstDay, most: mostDays })
  return { firstDay: table.firstDay + days, probabilities: table.probabilities }
}

/**
 * The table of a fixed number of days. One that is not whole is split between its two
 * neighbours so that the mean holds.
 *
 * @param days at least 0, at most 1,000,000
 * @throws {DomainError} naming `days` outside its range
 *
 * @example
 * Array.from(pointDayTable(2.25).probabilities) // => [0.75, 0.25]
 */
export function pointDayTable(days: number): DayTable {
  if (!(days >= 0 && days <= mostDays)) throw new DomainError('days', days, `a number from 0 to ${mostDays}`)
  const firstDay = Math.floor(days)
  const beyond = days - firstDay
  return { firstDay, probabilities: beyond === 0 ? Float64Array.of(1) : Float64Array.of(1 - beyond, beyond) }
}
