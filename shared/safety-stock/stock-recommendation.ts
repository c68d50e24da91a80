import { requireWhole } from '../domain-error'
import type { CivilDate } from '../calendar/civil-date'
import { leadTimeForms } from '../lead-time/lead-time-forms'
import { pointDayTable } from '../probability/day-table'
import { demandCurve } from './demand-curve'
import { formulaLevels, type FormulaLevel } from './formula-levels'
import { orderNowOf, type OrderNow } from './order-now'
import { decisionLeadTimes, partLevels, roundedLevels, safetyStockAt, type PartLevels, type StockLevels } from './part-levels'
import type { PlanningFrame } from './planning-frame'
import type { PlanningPart } from './planning-part'
import { protectionDemand, reserveLengths, type ProtectionDemand } from './protection-demand'
import { reorderPointFor, requireTarget } from './reorder-point'
import { serviceOfLevel, type ServiceLevels } from './service-of-level'

/** A level to compare with, and the service it really gives under the policy timeline. */
export type ComparedLevel = {
  readonly reorderPoint: number
  readonly safetyStock: number
  readonly service: ServiceLevels
}

/** What the safety stock is made of, part units: each the difference made by adding one thing. They sum to the rounded safety stock. */
export type SafetyStockContributions = {
  /** Demand variability, with the lead time fixed at its base mean. */
  readonly demand: number
  /** Base lead-time variability. */
  readonly leadTime: number
  /** The controls of the status-quo scenario. */
  readonly statusQuoControls: number
  /** The weight of the other scenarios. */
  readonly otherScenarios: number
  /** Caps; at most 0. */
  readonly caps: number
  readonly rounding: number
}

/** Everything sections 6 and 7 of the model say about a part with usage; quantities in part units. */
export type StockRecommendation = {
  /** What one order is. */
  readonly orderQuantity: number
  readonly protection: {
    /** Mean protection interval, days. */
    readonly meanDays: number
    /** Mean demand over it. */
    readonly meanDemand: number
    /** The same in the status-quo scenario. */
    readonly referenceMeanDemand: number
  }
  /** Levels before rounding, after caps. */
  readonly levels: StockLevels
  /** The same, each rounded up on its own. */
  readonly rounded: StockLevels
  readonly reorderPointBeforeCap: number
  /** What a cap on cover takes from the reorder point. */
  readonly capShortfall: number
  /** Service of the level before rounding; null for a part without usage, which needs none. */
  readonly service: ServiceLevels | null
  readonly policyBlind: ComparedLevel | null
  readonly textbook: ComparedLevel | null
  /** The safety stock now set in the ERP; null when not known or without usage. */
  readonly erp: ComparedLevel | null
  /** Longer pipeline: mean demand over the protection interval less the same without controls. On order, not in the building. */
  readonly pipelineIncrease: number
  readonly contributions: SafetyStockContributions
  /** Days of mean usage the safety stock lasts; null for a part without usage. */
  readonly coverDays: number | null
  readonly order: OrderNow
  /** Index of the scenario that sets the level under a worst-case or named attitude, else null. */
  readonly settingScenarioIndex: number | null
}

/**
 * What to hold of a part and what to order on a day, with its reasons.
 *
 * @param frame the plan
 * @param part the part
 * @param decisionDate day of the decision
 * @throws {DomainError} naming an input outside its range
 * @see Lodestock planning model, sections 5 to 7
 */
export function stockRecommendation(frame: PlanningFrame, part: PlanningPart, decisionDate: CivilDate): StockRecommendation {
  requireWhole('reviewPeriodDays', part.reviewPeriodDays, { least: 1, most: 3660 })
  requireTarget(part.target)
  const reviewDays = part.reviewPeriodDays
  const leadTimes = decisionLeadTimes(frame, part, decisionDate)
  const base = frame.leadTimes.baseForms(part.leadTime)
  const steady = leadTimeForms(pointDayTable(part.leadTime.baseLeadTime.meanDays), 0)
  const curve = demandCurve(part, decisionDate)
  reserveLengths(curve, reviewDays, [base, leadTimes.statusQuo, ...leadTimes.views.map((view) => view.leadTime)])
  const found = partLevels(part, leadTimes, curve, null)
  const { reviewUsage, order, task, statusQuo, views, setting, reorderPointBeforeCap, levels } = found
  if (!found.hasUsage) return withoutUsage(part, setting.demand.meanDays, found)
  const demands = views.map((view) => view.demand)
  const meanDemand = setting.demand.protection.mean
  const meanDays = setting.demand.meanDays
  const meanPerDay = meanDemand / meanDays
  const referenceMeanDemand = statusQuo.protection.mean
  const { reorderPoint } = levels
  const rounded = roundedLevels(levels, part.roundingStep)
  const serviceOf = (level: number): ServiceLevels =>
    serviceOfLevel(demands, { reorderPoint: level, orderQuantity: order.orderQuantity, reviewUsage })

  const blindDemand = leadTimes.statusQuo === base ? statusQuo : protectionDemand(reviewDays, curve, base)
  const blindReorderPoint = reorderPointFor(blindDemand, task)
  const steadyDemand = protectionDemand(reviewDays, curve, steady)
  const blindSafetyStock = safetyStockAt(blindReorderPoint, blindDemand.protection.mean)
  // What is held in each stage, from the last to the first.
  const stageBefore = (next: number, safetyStock: number): number => (Math.abs(safetyStock - next) <= sameStage * reorderPointBeforeCap ? next : safetyStock)
  const uncappedStage = safetyStockAt(reorderPointBeforeCap, referenceMeanDemand)
  const statusQuoStage = stageBefore(uncappedStage, safetyStockAt(statusQuo === blindDemand ? blindReorderPoint : levelOfStatusQuo(), referenceMeanDemand))
  const blindStage = stageBefore(statusQuoStage, blindSafetyStock)
  const steadyStage = stageBefore(blindStage, safetyStockAt(reorderPointFor(steadyDemand, task), steadyDemand.protection.mean))

  function levelOfStatusQuo(): number {
    return views.length === 1 && setting.demand === statusQuo ? reorderPointBeforeCap : reorderPointFor(statusQuo, task)
  }

  return {
    orderQuantity: order.orderQuantity,
    protection: { meanDays, meanDemand, referenceMeanDemand },
    levels,
    rounded,
    reorderPointBeforeCap,
    capShortfall: reorderPointBeforeCap - reorderPoint,
    service: serviceOf(reorderPoint),
    policyBlind: { reorderPoint: blindReorderPoint, safetyStock: blindSafetyStock, service: serviceOf(blindReorderPoint) },
    ...comparisons(part, curve.varianceToMean, blindDemand, serviceOf),
    pipelineIncrease: meanDemand - blindDemand.protection.mean,
    contributions: {
      demand: steadyStage,
      leadTime: blindStage - steadyStage,
      statusQuoControls: statusQuoStage - blindStage,
      otherScenarios: uncappedStage - statusQuoStage,
      caps: levels.safetyStock - uncappedStage,
      rounding: rounded.safetyStock - levels.safetyStock,
    },
    coverDays: levels.safetyStock / meanPerDay,
    order: orderNowOf({ reorderPoint: rounded.reorderPoint, stock: part.stock, order, roundingStep: part.roundingStep }),
    settingScenarioIndex: setting.scenarioIndex,
  }
}

// Of the reorder point: stages nearer than this to each other are one, and what is between them is roundings.
const sameStage = 1e-9

function comparisons(
  part: PlanningPart,
  varianceToMean: number,
  blindDemand: ProtectionDemand,
  serviceOf: (level: number) => ServiceLevels,
): { readonly textbook: ComparedLevel; readonly erp: ComparedLevel | null } {
  const { textbook, erp } = formulaLevels(part, varianceToMean, blindDemand)
  const served = (level: FormulaLevel): ComparedLevel => ({ ...level, service: serviceOf(level.reorderPoint) })
  return { textbook: served(textbook), erp: erp === null ? null : served(erp) }
}

function withoutUsage(
  part: PlanningPart,
  meanDays: number,
  { order, levels }: PartLevels,
): StockRecommendation {
  return {
    orderQuantity: order.orderQuantity,
    protection: { meanDays, meanDemand: 0, referenceMeanDemand: 0 },
    levels,
    rounded: roundedLevels(levels, part.roundingStep),
    reorderPointBeforeCap: 0,
    capShortfall: 0,
    service: null,
    policyBlind: null,
    textbook: null,
    erp: null,
    pipelineIncrease: 0,
    contributions: { demand: 0, leadTime: 0, statusQuoControls: 0, otherScenarios: 0, caps: 0, rounding: 0 },
    coverDays: null,
    order: orderNowOf({ reorderPoint: 0, stock: part.stock, order, roundingStep: part.roundingStep }),
    settingScenarioIndex: null,
  }
}
