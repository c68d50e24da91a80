import { demandCurve } from '../safety-stock/demand-curve'
import { protectionDemand } from '../safety-stock/protection-demand'
import { nextLeadTime } from '../safety-stock/planning-frame'
import type { StockRecommendation } from '../safety-stock/stock-recommendation'
import type { PreparedPart, PreparedPlan } from './plan-inputs'

/** A scenario whose weight lies so near the accepted risk that a small change of it moves the level far. */
export type WeightCliff = {
  readonly scenarioIndex: number
  /** 1 − α. */
  readonly acceptedRisk: number
  /** The reorder point if that scenario alone were planned for, part units. */
  readonly reorderPoint: number
}

// "Near" is within a factor of two either way; "far" is a quarter more than today's reorder point.
const nearFactor = 2
const farFactor = 1.25

/**
 * The scenario of which the weight is a cliff for a part, or null.
 *
 * A scenario lighter than `1 − α` hardly moves a cycle-service level, one a little heavier may double it.
 * Fill-rate and cost targets have no such cliff, and only the weighted attitude has weights.
 *
 * @param plan the plan made ready
 * @param prepared the part
 * @param recommendation its recommendation
 * @see Lodestock planning model, section 6
 */
export function cliffScenario(plan: PreparedPlan, prepared: PreparedPart, recommendation: StockRecommendation): WeightCliff | null {
  const { frame, planningDate } = plan
  const { inputs } = prepared
  if (frame.inputs.attitude.kind !== 'weighted' || inputs.target.kind !== 'cycle-service-level') return null
  const { cycleServiceLevel } = inputs.target
  const acceptedRisk = 1 - cycleServiceLevel
  let found: WeightCliff | null = null
  frame.weights.forEach((weight, scenarioIndex) => {
    if (weight < acceptedRisk / nearFactor || weight > acceptedRisk * nearFactor) return
    const leadTimes = nextLeadTime(frame, inputs, planningDate, scenarioIndex)
    const demand = protectionDemand(inputs.reviewPeriodDays, demandCurve(inputs, planningDate), leadTimes)
    const reorderPoint = demand.protection.quantile(cycleServiceLevel)
    const isFar = reorderPoint > farFactor * recommendation.reorderPointBeforeCap
    if (isFar && (found === null || reorderPoint > found.reorderPoint)) found = { scenarioIndex, acceptedRisk, reorderPoint }
  })
  return found
}
