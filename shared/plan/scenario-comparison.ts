import { demandCurve } from '../safety-stock/demand-curve'
import { nextLeadTime, type PlanningFrame } from '../safety-stock/planning-frame'
import { protectionDemand } from '../safety-stock/protection-demand'
import { serviceOfLevel } from '../safety-stock/service-of-level'
import { stockRecommendation, type StockRecommendation } from '../safety-stock/stock-recommendation'
import type { Part } from './part-schema'
import { preparedPart, type PreparedPlan } from './plan-inputs'

/** A part's levels if one scenario alone were planned for, and what the plan's own levels give if that scenario comes. */
export type ScenarioLevels = {
  /** The scenario. */
  readonly scenarioId: string
  /** Rounded safety stock planned for this scenario alone, part units. */
  readonly safetyStock: number
  /** Rounded reorder point planned for this scenario alone, part units. */
  readonly reorderPoint: number
  /** The safety stock × unit cost, plan currency; null without a unit cost. */
  readonly cash: number | null
  /** Cycle service that the plan's own reorder point gives if this scenario comes, 0 to 1; null for a part without usage. */
  readonly serviceOfPlan: number | null
  /** Days of mean usage in that safety stock; null for a part without usage. */
  readonly coverDays: number | null
  /** Whether the plan's own level then gives less cycle service than is aimed at. */
  readonly isBelowTarget: boolean
}

/**
 * What each scenario would ask of a part, and how the plan's own level fares in each: the choice between planning for
 * one outlook or for the weighted mixture.
 *
 * Safety stocks are all measured from the status quo, so that they can be compared and added up.
 *
 * @param plan the plan made ready, with its own attitude
 * @param part a part of that plan
 * @param own the part's recommendation under that attitude
 * @throws {DomainError} naming what a validated part cannot have wrong
 * @see Lodestock planning model, sections 6 and 7
 *
 * @example
 * const plan = preparedPlan(samplePlan(), { planningDate: civilDate('2026-11-23') })
 * const part = plan.plan.parts.find((each) => each.partNumber === 'MG-YXG28-ARC22')
 * scenarioComparison(plan, part, partRecommendation(plan, part).recommendation).map((each) => each.safetyStock) // => [2244, 2244, 1834, 11721]
 */
export function scenarioComparison(plan: PreparedPlan, part: Part, own: Pick<StockRecommendation, 'levels' | 'orderQuantity' | 'service'>): readonly ScenarioLevels[] {
  const { inputs } = preparedPart(plan, part)
  const { frame, planningDate } = plan
  // Fill-rate and cost targets name no cycle service; what the plan's level gives over all scenarios stands for it.
  const aim = inputs.target.kind === 'cycle-service-level' ? inputs.target.cycleServiceLevel : (own.service?.cycleServiceLevel ?? 0)
  return plan.plan.scenarios.map((scenario, scenarioIndex) => {
    const alone: PlanningFrame = { ...frame, inputs: { ...frame.inputs, attitude: { kind: 'scenario', name: scenario.id } } }
    const { rounded, service, coverDays } = stockRecommendation(alone, inputs, planningDate)
    const curve = demandCurve(inputs, planningDate)
    const level = { reorderPoint: own.levels.reorderPoint, orderQuantity: own.orderQuantity, reviewUsage: curve.meanOver(inputs.reviewPeriodDays) }
    const demand = service === null ? null : protectionDemand(inputs.reviewPeriodDays, curve, nextLeadTime(frame, inputs, planningDate, scenarioIndex))
    const serviceOfPlan = demand === null ? null : serviceOfLevel([demand], level).cycleServiceLevel
    return {
      scenarioId: scenario.id,
      safetyStock: rounded.safetyStock,
      reorderPoint: rounded.reorderPoint,
      cash: part.unitCost === null ? null : rounded.safetyStock * part.unitCost,
      serviceOfPlan,
      coverDays,
      isBelowTarget: serviceOfPlan !== null && serviceOfPlan < aim - 1e-6,
    }
  })
}
