import { preparedPart, type PreparedPlan } from '../plan/plan-inputs'
import type { Part } from '../plan/part-schema'
import { demandCurve } from '../safety-stock/demand-curve'
import { orderQuantityOf } from '../safety-stock/order-quantity'
import { leadTimeViews, nextLeadTime } from '../safety-stock/planning-frame'
import type { StockTarget } from '../safety-stock/planning-part'
import { protectionDemand } from '../safety-stock/protection-demand'
import { reorderPointFor, type LevelTask } from '../safety-stock/reorder-point'
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
  const curve = demandCurve(inputs, planningDate)
  const reviewUsage = curve.meanOver(inputs.reviewPeriodDays)
  const { orderQuantity } = orderQuantityOf(inputs.orderRules, reviewUsage, step)
  const surplusQuantity = Math.max(inputs.orderRules.lotMultiple ?? 0, (inputs.orderRules.moq ?? 0) - reviewUsage, 0)
  const statusQuo = protectionDemand(inputs.reviewPeriodDays, curve, nextLeadTime(frame, inputs, planningDate, frame.statusQuoIndex))
  const views = leadTimeViews(frame, inputs, planningDate).views.map((view) => protectionDemand(inputs.reviewPeriodDays, curve, view.leadTime))
  const hasNoUsage = statusQuo.protection.mean === 0 && views.every((view) => view.protection.mean === 0)
  const reference = statusQuo.protection.mean
  return {
    part,
    target: inputs.target,
    step,
    safetyStockFor: (target) => {
      if (hasNoUsage) return 0
      const task: LevelTask = { target, orderQuantity, reviewUsage, surplusQuantity }
      let level = -1
      let meanPerDay = 0
      for (const view of views) {
        const needed = reorderPointFor(view, task)
        if (needed <= level) continue
        level = needed
        meanPerDay = view.protection.mean / view.meanDays
      }
      const { capCoverDays } = inputs.orderRules
      const capped = capCoverDays === null ? level : Math.min(level, reference + capCoverDays * meanPerDay)
      return roundedUp(Math.max(0, capped - reference), step)
    },
  }
}
