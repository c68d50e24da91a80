import type { CivilDate } from '../calendar/civil-date'
import type { LeadTimeForms } from '../lead-time/lead-time-forms'
import type { DemandCurve } from './demand-curve'
import { orderQuantityOf, type OrderQuantity } from './order-quantity'
import { leadTimeViews, nextLeadTime, type PlanningFrame } from './planning-frame'
import type { PlanningPart, StockTarget } from './planning-part'
import { protectionDemand, reserveLengths, type ProtectionDemand } from './protection-demand'
import { reorderPointFor, type LevelTask } from './reorder-point'
import { roundedUp } from './rounding'

/** The three levels of a part, part units. */
export type StockLevels = {
  /** Order when the inventory position is below it. */
  readonly reorderPoint: number
  /** Reorder point − mean demand over the protection interval in the status quo, never below 0. */
  readonly safetyStock: number
  /** The position an order restores: the ERP's maximum. */
  readonly orderUpToLevel: number
}

/** Lead times that a decision depends on. */
export type DecisionLeadTimes = {
  readonly statusQuo: LeadTimeForms
  /** As the plan's attitude sees them: one, or several of which the worst counts. */
  readonly views: readonly { readonly scenarioIndex: number | null; readonly leadTime: LeadTimeForms }[]
}

/** Demand as a decision sees it, under one view of the scenarios. */
export type DemandView = { readonly scenarioIndex: number | null; readonly demand: ProtectionDemand }

/** The demand of a part as a decision sees it, and what one order is, whatever the target; quantities in part units. */
export type DecisionDemand = {
  /** Mean usage of one review period. */
  readonly reviewUsage: number
  /** What one order is; nothing of a part without usage. */
  readonly order: OrderQuantity
  readonly statusQuo: ProtectionDemand
  readonly views: readonly DemandView[]
  /** Whether the interval has any usage; without it nothing need be held. */
  readonly hasUsage: boolean
}

/** What section 6 says of one target; quantities in part units. */
export type TargetLevels = {
  readonly task: LevelTask
  /** The view that sets the level. */
  readonly setting: DemandView
  readonly reorderPointBeforeCap: number
  /** Levels before rounding, after caps. */
  readonly levels: StockLevels
}

/** What section 6 says about a part on one day, and what it says it from. */
export type PartLevels = DecisionDemand & TargetLevels

/**
 * The lead times that a decision on a day depends on: those of an order at the next review.
 *
 * @param frame the plan
 * @param part the part
 * @param decisionDate day of the decision
 */
export function decisionLeadTimes(frame: PlanningFrame, part: PlanningPart, decisionDate: CivilDate): DecisionLeadTimes {
  return {
    statusQuo: nextLeadTime(frame, part, decisionDate, frame.statusQuoIndex),
    views: leadTimeViews(frame, part, decisionDate).views,
  }
}

/**
 * The levels of a part on one day, before rounding.
 *
 * @param part the part, its numbers within their ranges
 * @param leadTimes of the decision
 * @param curve demand from the day of the decision on
 * @param guess about where the reorder point lies, part units, or null; only time depends on it
 * @see Lodestock planning model, section 6
 */
export function partLevels(part: PlanningPart, leadTimes: DecisionLeadTimes, curve: DemandCurve, guess: number | null): PartLevels {
  const demand = decisionDemand(part, leadTimes, curve)
  return { ...demand, ...targetLevels(part, demand, part.target, guess) }
}

/**
 * The demand of a part as a decision on a day sees it, on which any number of targets can be tried.
 *
 * @param part the part, its numbers within their ranges
 * @param leadTimes of the decision
 * @param curve demand from the day of the decision on
 * @see Lodestock planning model, section 5
 */
export function decisionDemand(part: PlanningPart, leadTimes: DecisionLeadTimes, curve: DemandCurve): DecisionDemand {
  const reviewDays = part.reviewPeriodDays
  const reviewUsage = curve.meanOver(reviewDays)
  const order = orderQuantityOf(part.orderRules, reviewUsage, part.roundingStep)
  reserveLengths(curve, reviewDays, [leadTimes.statusQuo, ...leadTimes.views.map((view) => view.leadTime)])
  const statusQuo = protectionDemand(reviewDays, curve, leadTimes.statusQuo)
  const views = leadTimes.views.map(({ scenarioIndex, leadTime }) => ({
    scenarioIndex,
    demand: leadTime === leadTimes.statusQuo ? statusQuo : protectionDemand(reviewDays, curve, leadTime),
  }))
  const hasUsage = statusQuo.protection.mean !== 0 || views.some((view) => view.demand.protection.mean !== 0)
  const isIdle = part.demandRate.meanPerDay === 0 && !hasUsage
  return { reviewUsage, order: isIdle ? { ...order, orderQuantity: 0 } : order, statusQuo, views, hasUsage }
}

/**
 * The levels that a target asks for under some demand, before rounding.
 *
 * @param part the part, whose own target does not matter
 * @param demand of the decision
 * @param target to reach
 * @param guess about where the reorder point lies, part units, or null; only time depends on it
 * @see Lodestock planning model, section 6
 */
export function targetLevels(part: PlanningPart, demand: DecisionDemand, target: StockTarget, guess: number | null): TargetLevels {
  const { reviewUsage, order, views, hasUsage } = demand
  const { lotMultiple, moq, capCoverDays } = part.orderRules
  const task: LevelTask = {
    target,
    orderQuantity: order.orderQuantity,
    reviewUsage,
    surplusQuantity: Math.max(lotMultiple ?? 0, (moq ?? 0) - reviewUsage, 0),
  }
  let setting = views[0] as DemandView
  let reorderPointBeforeCap = hasUsage ? -1 : 0
  if (hasUsage) {
    for (const view of views) {
      const level = reorderPointFor(view.demand, task, guess)
      if (level > reorderPointBeforeCap) {
        reorderPointBeforeCap = level
        setting = view
      }
    }
  }
  const referenceMeanDemand = demand.statusQuo.protection.mean
  const meanPerDay = setting.demand.protection.mean / setting.demand.meanDays
  const reorderPoint = capCoverDays === null ? reorderPointBeforeCap : Math.min(reorderPointBeforeCap, referenceMeanDemand + capCoverDays * meanPerDay)
  const levels: StockLevels = {
    reorderPoint,
    safetyStock: safetyStockAt(reorderPoint, referenceMeanDemand),
    orderUpToLevel: reorderPoint + Math.max(0, order.orderQuantity - reviewUsage),
  }
  return { task, setting, reorderPointBeforeCap, levels }
}

/**
 * The safety stock that a reorder point holds, part units, never below 0.
 *
 * @param reorderPoint part units
 * @param meanDemand mean demand over the protection interval, part units
 *
 * @example
 * safetyStockAt(850, 670) // => 180
 */
export function safetyStockAt(reorderPoint: number, meanDemand: number): number {
  return Math.max(0, reorderPoint - meanDemand)
}

/**
 * Levels rounded up, each on its own.
 *
 * @param levels part units
 * @param step 1 for pieces, else the plan's precision, above 0
 *
 * @example
 * roundedLevels({ reorderPoint: 10.2, safetyStock: 3.4, orderUpToLevel: 12 }, 1) // => { reorderPoint: 11, safetyStock: 4, orderUpToLevel: 12 }
 */
export function roundedLevels(levels: StockLevels, step: number): StockLevels {
  return {
    reorderPoint: roundedUp(levels.reorderPoint, step),
    safetyStock: roundedUp(levels.safetyStock, step),
    orderUpToLevel: roundedUp(levels.orderUpToLevel, step),
  }
}
