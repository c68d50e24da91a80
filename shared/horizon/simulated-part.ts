import { addDays } from '../calendar/civil-date'
import { cumulativeMeanDemand } from '../demand/expected-demand'
import { orderQuantityOf } from '../safety-stock/order-quantity'
import type { PlanningFrame } from '../safety-stock/planning-frame'
import type { PlanningPart } from '../safety-stock/planning-part'
import { demandPath } from './demand-path'
import type { PlacedOrder } from './open-order-receipt'
import { simulatedGoods } from './simulated-goods'
import type { SimulatedPart } from './stock-simulation'

// Net stock this small a share of a day's usage below zero is rounding.
const roundingShare = 1e-9

/**
 * A part laid out for simulation.
 *
 * @param frame the plan
 * @param part the part
 * @param of the part's key, its open orders, whole days after the planning date, and whole days before it (a multiple of
 *   the review period) in which the pipeline comes into its state
 * @throws {DomainError} naming an input outside its range
 */
export function simulatedPart(
  frame: PlanningFrame,
  part: PlanningPart,
  of: { readonly key: number; readonly openOrders: readonly PlacedOrder[]; readonly days: number; readonly warmUpDays: number },
): SimulatedPart {
  const firstDay = addDays(frame.inputs.planningDate, -of.warmUpDays)
  const days = of.warmUpDays + of.days
  const { meanPerDay } = part.demandRate
  const usage = cumulativeMeanDemand({ meanPerDay, forecast: part.forecast, afterDate: frame.inputs.planningDate, days: part.reviewPeriodDays })
  return {
    key: of.key,
    firstDay,
    days,
    goods: simulatedGoods(frame, part, of.openOrders),
    demand: demandPath(part, { afterDate: firstDay, days }),
    reviewOffsets: Int32Array.from({ length: Math.floor(days / part.reviewPeriodDays) + 1 }, (_, index) => index * part.reviewPeriodDays),
    order: orderQuantityOf(part.orderRules, usage[part.reviewPeriodDays] ?? 0, part.roundingStep),
    roundingStep: part.roundingStep,
    tolerance: roundingShare * meanPerDay,
  }
}
