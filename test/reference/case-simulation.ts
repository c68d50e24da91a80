import { civilDate } from '../../shared/calendar/civil-date'
import type { PlacedOrder } from '../../shared/horizon/open-order-receipt'
import { reviewDates } from '../../shared/horizon/review-dates'
import { simulatedPart } from '../../shared/horizon/simulated-part'
import type { SimulatedPart } from '../../shared/horizon/stock-simulation'
import { timePhasedLevels } from '../../shared/horizon/time-phased-levels'
import { planningFrame } from '../../shared/safety-stock/planning-frame'
import { caseInputs, casePart } from './case-inputs'
import type { CasePart, CasePlan } from './reference-case'

/** A reference case laid out for the engine's simulation, with its rounded time-phased reorder points and net stock. */
export type CaseSimulation = { readonly simulated: SimulatedPart; readonly reorderPoints: Float64Array; readonly netStock: number }

/** A reference part as the simulation takes it. */
export function caseSimulation(plan: CasePlan, input: CasePart, weeks: number): CaseSimulation {
  const frame = planningFrame(caseInputs(plan))
  const part = casePart(plan, input)
  const openOrders = (input.stock?.openOrders ?? []).map((order): PlacedOrder => {
    const { status, filed } = order.licence
    return {
      quantity: order.quantity,
      promisedDate: civilDate(order.promised),
      orderedDate: order.ordered == null ? null : civilDate(order.ordered),
      licence: status === 'filed' ? { status, filedDate: civilDate(filed ?? '') } : { status },
    }
  })
  const dates = reviewDates({ planningDate: civilDate(plan.date), horizonWeeks: weeks, reviewPeriodDays: part.reviewPeriodDays })
  return {
    simulated: simulatedPart(frame, part, { key: 1, openOrders, days: 7 * weeks, warmUpDays: 0 }),
    reorderPoints: Float64Array.from(timePhasedLevels(frame, part, dates), (level) => level.roundedReorderPoint),
    netStock: part.stock.onHand - part.stock.allocated - part.stock.backordered,
  }
}
