import type { LeadTimeForms } from '../lead-time/lead-time-forms'
import { dayLatticeMean, type DayLattice } from '../probability/day-lattice'
import type { DemandCurve } from './demand-curve'
import type { DemandMixture } from './demand-mixture'
import { demandMixtureFrom } from './demand-mixture-from'
import { spreadOverReview } from './spread-over-review'

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
export function protectionDemand(reviewDays: number, curve: DemandCurve, leadTimes: LeadTimeForms): ProtectionDemand {
  const lattice = leadTimes.lattice(curve.lengths.stepDays)
  const mixture = (ofLengths: (lengths: DayLattice) => DayLattice): DemandMixture => {
    const coarse = curve.over(ofLengths(lattice))
    if (lattice.stepDays === 1) return coarse
    return demandMixtureFrom(coarse, curve.lengths.leastQuantity, () => curve.over(ofLengths(leadTimes.lattice(1))))
  }
  let leadTime: DemandMixture | undefined
  let lateness: DemandMixture | undefined
  return {
    meanDays: reviewDays + dayLatticeMean(lattice),
    protection: mixture((lengths) => ({ ...lengths, firstDay: lengths.firstDay + reviewDays })),
    leadTime: () => (leadTime ??= mixture((lengths) => lengths)),
    lateness: () => (lateness ??= mixture((lengths) => spreadOverReview(lengths, reviewDays))),
  }
}

/**
 * What the shortage of a replenishment cycle is a share of under a fill rate, part units: what one order is. Where the next
 * review has no usage and no rule asks for more (a shutdown in the forecast), an order is nothing; then it is the usage of the cycle itself.
 *
 * @param demand demand of the decision
 * @param orderQuantity `q`, part units, at least 0
 * @see Lodestock planning model, section 6
 */
export function cycleQuantity(demand: ProtectionDemand, orderQuantity: number): number {
  return orderQuantity > 0 ? orderQuantity : demand.protection.mean - demand.leadTime().mean
}

/**
 * Makes a curve ready for several lead times at once, which saves work.
 *
 * @param curve demand from a decision on
 * @param reviewDays review period, days
 * @param leadTimes those that will be asked for
 */
export function reserveLengths(curve: DemandCurve, reviewDays: number, leadTimes: readonly LeadTimeForms[]): void {
  const { stepDays } = curve.lengths
  let firstDay = Infinity
  let endDay = -Infinity
  for (const leadTime of leadTimes) {
    const lattice = leadTime.lattice(stepDays)
    if (lattice.stepDays !== stepDays) continue
    firstDay = Math.min(firstDay, lattice.firstDay)
    endDay = Math.max(endDay, lattice.firstDay + lattice.weights.length * stepDays)
  }
  if (endDay > firstDay) curve.reserve({ stepDays, firstDay: firstDay + reviewDays, endDay: endDay + reviewDays })
}
