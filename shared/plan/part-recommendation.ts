import { leadTimeSummary, type LeadTimeSummary } from '../lead-time/lead-time-summary'
import { dayTableMean, mixedDayTable, type DayTable } from '../probability/day-table'
import { nextLeadTime } from '../safety-stock/planning-frame'
import { stockRecommendation, type StockRecommendation } from '../safety-stock/stock-recommendation'
import type { Part } from './part-schema'
import { partNotes, type PartNotes } from './part-notes'
import { preparedPart, type PreparedPart, type PreparedPlan } from './plan-inputs'

/** What is recommended for one part of a plan, with everything a planner needs to defend it. */
export type PartRecommendation = {
  readonly prepared: PreparedPart
  readonly recommendation: StockRecommendation
  /** Of an order placed today, with no export control. */
  readonly leadTimeWithoutControls: LeadTimeSummary
  /** Of an order placed today, as the plan weighs the scenarios. */
  readonly leadTimeWithControls: LeadTimeSummary
  /**
   * The planned lead time that belongs to the safety stock: the mean in the status quo of an order at the next
   * review, days. An ERP that keeps another one needs another safety stock.
   */
  readonly plannedLeadTimeDays: number
  /** The safety stock an ERP needs that keeps `erpLeadTimeDays` as lead time; null when that is not known. Part units. */
  readonly safetyStockForErpLeadTime: number | null
  /** Rounded safety stock × unit cost, plan currency; null without a unit cost. */
  readonly cash: number | null
  /** The ERP's safety stock × unit cost; null when either is not known. */
  readonly erpCash: number | null
  readonly holdingCostPerYear: number | null
  /** Today's order × unit cost; null without a unit cost. */
  readonly orderCost: number | null
  /** Magnet mass in the rounded safety stock, kg; null when the mass of a unit is not known. */
  readonly magnetMassKg: number | null
  /** Mean usage per week over the protection interval, part units. */
  readonly usagePerWeek: number
  readonly notes: PartNotes
}

/**
 * What is recommended for one part of a plan on its planning date.
 *
 * @param plan the plan made ready
 * @param part a part of that plan
 * @param prepared the part made ready, where it is known from before
 * @throws {DomainError} naming what a validated part cannot have wrong
 */
export function partRecommendation(plan: PreparedPlan, part: Part, prepared = preparedPart(plan, part)): PartRecommendation {
  const { frame, planningDate } = plan
  const { inputs } = prepared
  const recommendation = stockRecommendation(frame, inputs, planningDate)
  const base = frame.leadTimes.baseTable(inputs.leadTime.baseLeadTime)
  const withControls = leadTimeSummary(leadTimeSeenToday(plan, prepared))
  const withoutControls = leadTimeSummary(base)
  const plannedLeadTimeDays = dayTableMean(nextLeadTime(frame, inputs, planningDate, frame.statusQuoIndex).table())
  const { protection, rounded } = recommendation
  const meanPerDay = protection.meanDemand / protection.meanDays
  const costOf = (quantity: number | null): number | null =>
    quantity === null || part.unitCost === null ? null : quantity * part.unitCost
  const cash = costOf(rounded.safetyStock)
  return {
    prepared,
    recommendation,
    leadTimeWithoutControls: withoutControls,
    leadTimeWithControls: withControls,
    plannedLeadTimeDays,
    safetyStockForErpLeadTime:
      part.erpLeadTimeDays === null
        ? null
        : Math.max(0, recommendation.levels.reorderPoint - meanPerDay * (inputs.reviewPeriodDays + part.erpLeadTimeDays)),
    cash,
    erpCash: costOf(part.erpSafetyStock),
    holdingCostPerYear: cash === null ? null : cash * plan.plan.settings.holdingRatePerYear,
    orderCost: costOf(recommendation.order.orderNow),
    magnetMassKg: part.magnetMassPerUnitKg === null ? null : rounded.safetyStock * part.magnetMassPerUnitKg,
    usagePerWeek: 7 * meanPerDay,
    notes: partNotes({ plan, prepared, recommendation, withControls, withoutControls }),
  }
}

/**
 * Lead time of an order placed today: weighted, or of the scenario the attitude looks at (worst case: the longest mean).
 *
 * @param plan the plan made ready
 * @param part a part of it made ready
 */
export function leadTimeSeenToday({ frame, planningDate }: PreparedPlan, { inputs }: PreparedPart): DayTable {
  const { attitude, scenarios } = frame.inputs
  const rows = scenarios.flatMap((scenario, scenarioIndex) => {
    const weight = frame.weights[scenarioIndex] as number
    const isSeen = attitude.kind === 'scenario' ? scenario.name === attitude.name : weight > 0
    if (!isSeen) return []
    const order = { orderDate: planningDate, scenarioIndex }
    return [{ weight: attitude.kind === 'scenario' ? 1 : weight, table: frame.leadTimes.leadTime(inputs.leadTime, order) }]
  })
  if (attitude.kind !== 'worst-case') return mixedDayTable(rows)
  return rows.map(({ table }) => table).reduce((worst, table) => (dayTableMean(table) > dayTableMean(worst) ? table : worst))
}
