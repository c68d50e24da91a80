import type { CivilDate } from '../calendar/civil-date'

/** A dated forecast: the mean per day in place of the base mean. */
export type ForecastPeriod = {
  readonly fromDate: CivilDate
  /** First day no longer in the period. */
  readonly untilDate: CivilDate
  /** Mean usage per day, part units, at least 0. */
  readonly meanPerDay: number
}

/**
 * Mean demand over the `n` days after a date, for every `n` from 0 to `days`: an array of `days + 1` part quantities.
 *
 * The interval of `n` days is `afterDate + 1` to `afterDate + n`, as an order decision in the evening of `afterDate`
 * sees it. Where forecast periods overlap, the later in the list holds; outside them the base mean.
 *
 * @param of the base mean per day, the forecast (may be empty), the date, and the longest interval in days
 *
 * @example
 * Array.from(cumulativeMeanDemand({
 *   meanPerDay: 10, afterDate: civilDate('2026-12-30'), days: 3,
 *   forecast: [{ fromDate: civilDate('2027-01-01'), untilDate: civilDate('2027-02-01'), meanPerDay: 25 }],
 * })) // => [0, 10, 35, 60]
 */
export function cumulativeMeanDemand(of: {
  readonly meanPerDay: number
  readonly forecast: readonly ForecastPeriod[]
  readonly afterDate: CivilDate
  readonly days: number
}): Float64Array {
  const cumulative = new Float64Array(of.days + 1)
  if (of.forecast.length === 0) {
    for (let n = 1; n <= of.days; n++) cumulative[n] = of.meanPerDay * n
    return cumulative
  }
  let sum = 0
  for (let n = 1; n <= of.days; n++) {
    const date = of.afterDate + n
    let meanPerDay = of.meanPerDay
    for (const period of of.forecast) {
      if (date >= period.fromDate && date < period.untilDate) meanPerDay = period.meanPerDay
    }
    sum += meanPerDay
    cumulative[n] = sum
  }
  return cumulative
}
