import { dayTableMean, dayTableQuantile, type DayTable } from '../probability/day-table'

/** A lead time in three numbers, days. */
export type LeadTimeSummary = {
  readonly meanDays: number
  /** Half of the orders take at most this long. */
  readonly medianDays: number
  /** Nine in ten orders take at most this long. */
  readonly lateDays: number
}

/**
 * A lead-time table in three numbers: what a planner reads instead of a distribution.
 *
 * @param table lead time in whole days, probabilities summing to 1
 *
 * @example
 * leadTimeSummary({ firstDay: 10, probabilities: Float64Array.of(0.5, 0.3, 0.2) })
 * // => { meanDays: 10.7, medianDays: 10, lateDays: 12 }
 */
export function leadTimeSummary(table: DayTable): LeadTimeSummary {
  return {
    meanDays: dayTableMean(table),
    medianDays: dayTableQuantile(table, 0.5),
    lateDays: dayTableQuantile(table, 0.9),
  }
}
