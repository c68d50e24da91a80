import { cumulativeMeanDemand } from '../demand/expected-demand'
import type { CivilDate } from '../calendar/civil-date'
import type { DayTable } from '../probability/day-table'
import { countMixture } from './count-mixture'
import type { DemandMixture } from './demand-mixture'
import { demandGrid } from './demand-grid'
import { gammaKernel, gammaMixture, type GammaKernel } from './gamma-mixture'
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

/** The demand of a part from a date on, ready to be mixed over tables of days. */
export type DemandCurve = {
  /** Mean demand over `days` days from the date on, part units. */
  readonly meanOver: (days: number) => number
  /** Variance over mean of demand in any interval, part units; 0 for demand that does not vary. */
  readonly varianceToMean: number
  /** Demand over an interval whose length has this table; it may not reach beyond the days the curve was made for. */
  readonly over: (lengths: DayTable) => DemandMixture
}

/**
 * The demand of a part from a date on, with its forecast.
 *
 * @param part the part
 * @param afterDate day of the decision
 * @param days longest interval that will be asked for
 */
export function demandCurve(part: PlanningPart, afterDate: CivilDate, days: number): DemandCurve {
  const { meanPerDay, variancePerDay } = part.demandRate
  const varianceToMean = meanPerDay === 0 ? 0 : variancePerDay / meanPerDay
  const cumulativeMeans = cumulativeMeanDemand({ meanPerDay, forecast: part.forecast, afterDate, days })
  const grid = demandGrid({
    cumulativeMeans,
    days,
    varianceToMean: smoothness(part, varianceToMean),
    meanPerDay: part.forecast.length === 0 ? meanPerDay : null,
  })
  let kernel: GammaKernel | undefined
  return {
    meanOver: (length) => cumulativeMeans[length]!,
    varianceToMean,
    over(table) {
      const lengths = withoutFarTail(table)
      const isShort = lengths.probabilities.length <= fewLengths
      const { first, weights } = isShort ? { first: 0, weights: lengths.probabilities } : grid.weightsOf(lengths)
      const means = isShort
        ? cumulativeMeans.subarray(lengths.firstDay, lengths.firstDay + weights.length)
        : grid.means.subarray(first, first + weights.length)
      const inputs = { family: part.demandFamily, varianceToMean, weights, means }
      if (varianceToMean === 0) return stepMixture(inputs)
      switch (part.demandFamily) {
        case 'gamma': {
          if (isShort) return gammaMixture(inputs, gammaKernel(means, varianceToMean), 0)
          kernel ??= gammaKernel(grid.means, varianceToMean)
          return gammaMixture(inputs, kernel, first)
        }
        case 'normal':
          return normalMixture(inputs)
        case 'negative-binomial':
          return countMixture(inputs)
      }
    },
  }
}

// What lies beyond the last length kept, and is put on it: a tenth of what tables are cut at.
const farTail = 1e-10

function withoutFarTail({ firstDay, probabilities }: DayTable): DayTable {
  let length = probabilities.length
  let tail = 0
  while (length > 1 && tail + probabilities[length - 1]! < farTail) tail += probabilities[--length]!
  if (length === probabilities.length) return { firstDay, probabilities }
  const kept = probabilities.slice(0, length)
  kept[length - 1] = kept[length - 1]! + tail
  return { firstDay, probabilities: kept }
}

// A table as short as this is cheaper as it is.
const fewLengths = 12

/** What spreads a distribution over lengths: Poisson where whole pieces vary less than that. */
function smoothness(part: PlanningPart, varianceToMean: number): number {
  if (varianceToMean === 0 || part.demandFamily !== 'negative-binomial') return varianceToMean
  return Math.max(1, varianceToMean)
}

/**
 * Demand over the protection interval of a decision, as exact mixtures over a table of lead times.
 *
 * `N = R + L`: a decision must last until the order of the *next* review is received, so `leadTimes` is that of an
 * order placed one review later.
 *
 * @param reviewDays review period, days
 * @param curve demand from the decision on
 * @param leadTimes lead time in days, probabilities summing to 1
 * @see Lodestock planning model, section 5
 */
export function protectionDemand(reviewDays: number, curve: DemandCurve, leadTimes: DayTable): ProtectionDemand {
  let meanDays = reviewDays
  for (let index = 0; index < leadTimes.probabilities.length; index++) {
    meanDays += leadTimes.probabilities[index]! * (leadTimes.firstDay + index)
  }
  let leadTime: DemandMixture | undefined
  let lateness: DemandMixture | undefined
  return {
    meanDays,
    protection: curve.over({ ...leadTimes, firstDay: leadTimes.firstDay + reviewDays }),
    leadTime: () => (leadTime ??= curve.over(leadTimes)),
    lateness: () => (lateness ??= curve.over(spreadOverReview(leadTimes, reviewDays))),
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
