import { requireNonNegative, requireOpenProbability } from '../domain-error'
import { standardNormalQuantile } from '../probability/normal-distribution'

/** What the textbook formula needs to know about one part. */
export type TextbookInputs = {
  /** Mean usage, part units per day. */
  readonly demandMeanPerDay: number
  /** Variance of usage, part units squared per day. */
  readonly demandVariancePerDay: number
  /** Order to receipt with no export control at all, days. */
  readonly baseLeadTimeMeanDays: number
  /** Standard deviation of the same, days; 0 for a fixed lead time. */
  readonly baseLeadTimeSdDays: number
  /** Days between reviews; 0 for continuous review. */
  readonly reviewPeriodDays: number
  /** Wanted probability of no stockout in a replenishment cycle. Not the fill rate. */
  readonly cycleServiceLevel: number
}

/**
 * The safety stock most textbooks and ERP systems would give, in part units.
 *
 * Shown beside our own level so that a planner can see what the textbook
 * assumes away. Nothing is ordered on the strength of it.
 *
 *     z(α) · √( (R + E[B])·v + μ²·Var(B) )
 *
 * Takes demand over the protection interval to be normal, demand and lead time
 * to be independent, and export controls not to exist. With a variable lead
 * time the normal form misleads most where α is only a little above 0.5: there
 * it says that a steadier lead time always needs less stock, and it may not.
 *
 * Below α = 0.5 the result is negative, as the formula has it; it is not
 * clamped. Not rounded to whole pieces either.
 *
 * @param inputs every number finite and at least 0; `cycleServiceLevel` in (0, 1)
 * @throws {DomainError} naming the first input outside its range
 *
 * @see Chopra & Meindl, Supply Chain Management, ch. 12 (the formula)
 * @see Chopra, Reinhardt & Dada, Decision Sciences 35(1), 2004 (where it fails)
 *
 * @example
 * textbookSafetyStock({
 *   demandMeanPerDay: 40, demandVariancePerDay: 1600,
 *   baseLeadTimeMeanDays: 60, baseLeadTimeSdDays: 10,
 *   reviewPeriodDays: 7, cycleServiceLevel: 0.95,
 * }) // => 850.248
 */
export function textbookSafetyStock(inputs: TextbookInputs): number {
  requireNonNegative('demandMeanPerDay', inputs.demandMeanPerDay)
  requireNonNegative('demandVariancePerDay', inputs.demandVariancePerDay)
  requireNonNegative('baseLeadTimeMeanDays', inputs.baseLeadTimeMeanDays)
  requireNonNegative('baseLeadTimeSdDays', inputs.baseLeadTimeSdDays)
  requireNonNegative('reviewPeriodDays', inputs.reviewPeriodDays)
  requireOpenProbability('cycleServiceLevel', inputs.cycleServiceLevel)

  const protectionIntervalMeanDays = inputs.reviewPeriodDays + inputs.baseLeadTimeMeanDays
  const varianceFromDemand = protectionIntervalMeanDays * inputs.demandVariancePerDay
  const varianceFromLeadTime = (inputs.demandMeanPerDay * inputs.baseLeadTimeSdDays) ** 2

  return standardNormalQuantile(inputs.cycleServiceLevel) * Math.sqrt(varianceFromDemand + varianceFromLeadTime)
}
