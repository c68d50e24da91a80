import { preparedPart, type PreparedPlan } from '../plan/plan-inputs'
import type { Part } from '../plan/part-schema'
import { demandCurve } from '../safety-stock/demand-curve'
import { decisionDemand, decisionLeadTimes, targetLevels } from '../safety-stock/part-levels'
import type { StockTarget } from '../safety-stock/planning-part'
import { roundedUp } from '../safety-stock/rounding'

/** One part with its demand made ready once, so that many targets can be tried on it. */
export type PartStockForTarget = {
  readonly part: Part
  /** The target the part has, its own or the default of its sector. */
  readonly target: StockTarget
  /** Rounding step of its levels, part units. */
  readonly step: number
  /** Rounded safety stock that a target needs, part units; 0 without usage. */
  readonly safetyStockFor: (target: StockTarget) => number
}

/**
 * A part of a plan made ready for trying targets; for its own target it gives the recommended safety stock.
 *
 * @param plan the plan made ready
 * @param part a part of that plan
 * @throws {DomainError} naming what a validated part cannot have wrong
 */
export function partStockForTarget(plan: PreparedPlan, part: Part): PartStockForTarget {
  const { frame, planningDate } = plan
  const { inputs } = preparedPart(plan, part)
  const step = inputs.roundingStep
  const demand = decisionDemand(inputs, decisionLeadTimes(frame, inputs, planningDate), demandCurve(inputs, planningDate))
  return {
    part,
    target: inputs.target,
    step,
    safetyStockFor: (target) => roundedUp(targetLevels(inputs, demand, target, null).levels.safetyStock, step),
  }
}
