import type { DayTable } from '../probability/day-table'

/** A table of days that is asked for its quantiles many times. */
export type QuantileTable = {
  readonly firstDay: number
  /** `cumulative[i]` is the probability of at most `firstDay + i` days. */
  readonly cumulative: Float64Array
}

/**
 * A table of days ready for many quantiles.
 *
 * @param table probabilities that make 1
 */
export function quantileTable(table: DayTable): QuantileTable {
  const cumulative = new Float64Array(table.probabilities.length)
  let sum = 0
  for (let index = 0; index < cumulative.length; index++) cumulative[index] = sum += table.probabilities[index]!
  return { firstDay: table.firstDay, cumulative }
}

/**
 * The smallest number of days that is not exceeded with at least a given probability.
 *
 * @param table any quantile table
 * @param probability in (0, 1)
 *
 * @example
 * tableQuantile(quantileTable(pointDayTable(2.25)), 0.8) // => 3
 */
export function tableQuantile(table: QuantileTable, probability: number): number {
  const { cumulative } = table
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! >= probability) high = middle
    else low = middle + 1
  }
  return table.firstDay + low
}
