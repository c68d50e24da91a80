import { addDays, type CivilDate } from '../calendar/civil-date'
import { cumulativeMeanDemand } from '../demand/expected-demand'
import { dayTableMean, dayTableQuantile, type DayTable } from '../probability/day-table'
import { orderNowOf } from '../safety-stock/order-now'
import { orderQuantityOf } from '../safety-stock/order-quantity'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart } from '../safety-stock/planning-part'
import type { TimePhasedLevel } from './time-phased-levels'

/** An order to be placed on a review date, with when it may be expected. */
export type PlannedOrder = {
  readonly orderDate: CivilDate
  /** Part units. */
  readonly quantity: number
  /** What a cap on the quantity leaves missing, part units. */
  readonly shortfall: number
  /** Mean lead time, days. */
  readonly expectedDays: number
  /** Received by then with a probability of one half. */
  readonly medianReceiptDate: CivilDate
  /** Received by then with a probability of nine in ten. */
  readonly lateReceiptDate: CivilDate
}

/**
 * The orders of the horizon: through the reviews with expected demand, at each the order that section 6 asks for.
 *
 * Lead times are those the attitude sees; in the worst case those of the scenario that sets the level.
 *
 * @param frame the plan
 * @param part the part, with its stock of today
 * @param levels its levels on every review date, today's first
 * @throws {DomainError} naming an input outside its range
 * @see Lodestock planning model, section 8
 */
export function replenishmentPlan(frame: PlanningFrame, part: PlanningPart, levels: readonly TimePhasedLevel[]): readonly PlannedOrder[] {
  const planned: PlannedOrder[] = []
  let { stock } = part
  for (const level of levels) {
    const reviewUsage = meanUsage(part, level.date)
    const order = orderQuantityOf(part.orderRules, reviewUsage, part.roundingStep)
    const { orderNow, orderShortfall } = orderNowOf({ reorderPoint: level.roundedReorderPoint, stock, order, roundingStep: part.roundingStep })
    if (orderNow > 0) {
      const leadTime = seenLeadTime(frame, part, level)
      planned.push({
        orderDate: level.date,
        quantity: orderNow,
        shortfall: orderShortfall,
        expectedDays: dayTableMean(leadTime),
        medianReceiptDate: addDays(level.date, dayTableQuantile(leadTime, 0.5)),
        lateReceiptDate: addDays(level.date, dayTableQuantile(leadTime, 0.9)),
      })
    }
    stock = { ...stock, onOrder: stock.onOrder + orderNow - reviewUsage }
  }
  return planned
}

/** Lead time of an order placed on a review date, as the attitude sees it. */
function seenLeadTime(frame: PlanningFrame, part: PlanningPart, level: TimePhasedLevel): DayTable {
  const { settingScenarioIndex: scenarioIndex, date: orderDate } = level
  return scenarioIndex === null
    ? frame.leadTimes.weightedLeadTime(part.leadTime, { orderDate, weights: frame.weights })
    : frame.leadTimes.leadTime(part.leadTime, { orderDate, scenarioIndex })
}

function meanUsage(part: PlanningPart, afterDate: CivilDate): number {
  const days = part.reviewPeriodDays
  return cumulativeMeanDemand({ meanPerDay: part.demandRate.meanPerDay, forecast: part.forecast, afterDate, days })[days] ?? 0
}
