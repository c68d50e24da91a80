import { cumulativeMeanDemand } from '../demand/expected-demand'
import type { CivilDate } from '../calendar/civil-date'
import type { DayTable } from '../probability/day-table'
import { countMixture } from './count-mixture'
import type { DemandMixture } from './demand-mixture'
import { gammaMixture } from './gamma-mixture'
import { normalMixture } from './normal-mixture'
import type { PlanningPart } from './planning-part'
import { stepMixture } from './step-mixture'

/** Demand that one order decision must last for, under one table of lead times. */
export type ProtectionDemand = {
  /** Mean protection interval, days. */
  readonly meanDays: number
  /** X: demand over `R + L` days. */
  readonly protection: DemandMixture
  /** Y: demand over `L` days. Made when first asked for. */
  readonly leadTime: () => DemandMixture
  /** Z: demand over `L + J` days, J uniform on 0 to R − 1: what a unit may find on its way. Made when first asked for. */
  readonly lateness: () => DemandMixture
}

/** Mean demand of a part over the `n` days after a date. */
export type DemandCurve = {
  /** Mean demand over the first `n` days, for every `n` up to `days`, part units. */
  readonly means: (days: number) => Float64Array
  /** Variance over mean of demand in any interval, part units; 0 for demand that does not vary. */
  readonly varianceToMean: number
}

/**
 * The demand curve of a part from a date on, with its forecast.
 *
 * @param part the part
 * @param afterDate day of the decision
 */
export function demandCurve(part: PlanningPart, afterDate: CivilDate): DemandCurve {
  const { meanPerDay, variancePerDay } = part.demandRate
  let known = new Float64Array(0) as Float64Array
  return {
    varianceToMean: meanPerDay === 0 ? 0 : variancePerDay / meanPerDay,
    means(days) {
      if (known.length <= days) {
        known = cumulativeMeanDemand({ meanPerDay, forecast: part.forecast, afterDate, days: Math.max(days, 128, 2 * known.length) })
      }
      return known
    },
  }
}

/**
 * Demand over the protection interval of a decision, as exact mixtures over a table of lead times.
 *
 * `N = R + L`: a decision must last until the order of the *next* review is received, so `leadTimes` is that of an
 * order placed one review later.
 *
 * @param part family and review period
 * @param curve mean demand from the decision on
 * @param leadTimes lead time in days, probabilities summing to 1
 * @see Lodestock planning model, section 5
 */
export function protectionDemand(part: PlanningPart, curve: DemandCurve, leadTimes: DayTable): ProtectionDemand {
  const reviewDays = part.reviewPeriodDays
  let meanDays = reviewDays
  for (let index = 0; index < leadTimes.probabilities.length; index++) {
    meanDays += (leadTimes.probabilities[index] as number) * (leadTimes.firstDay + index)
  }
  let leadTime: DemandMixture | undefined
  let lateness: DemandMixture | undefined
  return {
    meanDays,
    protection: mixtureOver(part, curve, { ...leadTimes, firstDay: leadTimes.firstDay + reviewDays }),
    leadTime: () => (leadTime ??= mixtureOver(part, curve, leadTimes)),
    lateness: () => (lateness ??= mixtureOver(part, curve, spreadOverReview(leadTimes, reviewDays))),
  }
}

function mixtureOver(part: PlanningPart, curve: DemandCurve, intervals: DayTable): DemandMixture {
  const cumulative = curve.means(intervals.firstDay + intervals.probabilities.length)
  let count = 0
  for (const probability of intervals.probabilities) if (probability > 0) count++
  const weights = new Float64Array(count)
  const means = new Float64Array(count)
  let at = 0
  for (let index = 0; index < intervals.probabilities.length; index++) {
    const probability = intervals.probabilities[index] as number
    if (probability <= 0) continue
    weights[at] = probability
    means[at] = cumulative[intervals.firstDay + index] as number
    at++
  }
  const inputs = { family: part.demandFamily, varianceToMean: curve.varianceToMean, weights, means }
  if (curve.varianceToMean === 0) return stepMixture(inputs)
  switch (part.demandFamily) {
    case 'gamma':
      return gammaMixture(inputs)
    case 'normal':
      return normalMixture(inputs)
    case 'negative-binomial':
      return countMixture(inputs)
  }
}

function spreadOverReview(leadTimes: DayTable, reviewDays: number): DayTable {
  const { probabilities } = leadTimes
  const spread = new Float64Array(probabilities.length + reviewDays - 1)
  let running = 0
  for (let index = 0; index < spread.length; index++) {
    running += probabilities[index] ?? 0
    if (index >= reviewDays) running -= probabilities[index - reviewDays] as number
    spread[index] = Math.max(0, running) / reviewDays
  }
  return { firstDay: leadTimes.firstDay, probabilities: spread }
}
