import { requireNonNegative } from '../domain-error'
import type { Part } from '../plan/part-schema'
import { preparedPart, type PreparedPlan } from '../plan/plan-inputs'
import { randomKey } from '../probability/random-state'
import { orderNowOf } from '../safety-stock/order-now'
import { roundedUp } from '../safety-stock/rounding'
import { placedOrder } from './part-outlook'
import { reviewDates } from './review-dates'
import type { WaitDraws } from './simulated-goods'
import { simulatedPart } from './simulated-part'
import { meanEstimate, shareEstimate, type Estimate } from './simulation-estimate'
import { simulateStock, type RuleFigures } from './stock-simulation'
import { timePhasedLevels } from './time-phased-levels'

/** What buying forward costs and saves over the horizon; quantities in part units, money in the plan's currency. JSON-safe. */
export type BuyingForward = {
  readonly partId: string
  /** Bought today on top of today's order, in whole lots. */
  readonly quantity: number
  /** What today's review orders anyway. */
  readonly orderToday: number
  /** Largest quantity one order or licence may cover; null without a cap. */
  readonly mostPerOrder: number | null
  /** Orders, and so licences, that today's quantities take under the cap; 1 where it does not bind. */
  readonly ordersNeeded: number
  /** What one order today would leave missing because of the cap. */
  readonly missingInOneOrder: number
  /** Quantity × unit cost; null without a unit cost. */
  readonly cash: number | null
  /** Of what is held longer over the horizon; null without a unit cost. */
  readonly holdingCost: Estimate | null
  /** Demand that is met at once and would not have been. */
  readonly shortageSaved: Estimate
  /** Backorder cost saved over the horizon; null where the target states none. */
  readonly backorderCostSaved: Estimate | null
  /** Share of futures with a day short: buying only what the levels ask for, and buying forward. */
  readonly shortFuturesWithout: Estimate
  readonly shortFuturesWith: Estimate
  readonly paths: number
  readonly seed: number
}

/**
 * Buying forward as a response to what is coming: what an extra order today costs, and what it saves over the horizon,
 * in the same simulated futures with and without it. Later orders become smaller by as much.
 *
 * @param plan the plan made ready
 * @param part a part of that plan
 * @param options paths and seed; the quantity, or left out for what lifts the position to the highest reorder point of the horizon
 * @throws {DomainError} naming `quantity` below 0
 * @see Lodestock planning model, section 8
 */
export function buyingForward(
  plan: PreparedPlan,
  part: Part,
  options: { readonly paths: number; readonly seed: number; readonly quantity?: number; readonly waitDraws?: WaitDraws; readonly horizonWeeks?: number },
): BuyingForward {
  const { frame, planningDate } = plan
  const { settings } = plan.plan
  const { inputs } = preparedPart(plan, part)
  const horizonWeeks = options.horizonWeeks ?? settings.horizonWeeks
  const levels = timePhasedLevels(frame, inputs, reviewDates({ planningDate, horizonWeeks, reviewPeriodDays: inputs.reviewPeriodDays }))
  const simulated = simulatedPart(frame, inputs, { key: randomKey(part.id), openOrders: part.openOrders.map(placedOrder), days: 7 * horizonWeeks, warmUpDays: 0 })
  const reorderPoint = levels[0]?.roundedReorderPoint ?? 0
  const today = orderNowOf({ reorderPoint, stock: inputs.stock, order: { orderQuantity: 0, ...simulated.order }, roundingStep: inputs.roundingStep })
  const highest = levels.reduce((most, level) => Math.max(most, level.roundedReorderPoint), 0)
  const wanted = options.quantity ?? Math.max(0, highest - today.inventoryPosition - today.orderNow)
  requireNonNegative('quantity', wanted)
  const quantity = wanted === 0 ? 0 : roundedUp(wanted, simulated.order.orderStep)
  const rule = {
    reorderPoints: Float64Array.from(levels, (level) => level.roundedReorderPoint),
    netStock: part.onHand - part.allocated - part.backordered,
    hasOpenOrders: true,
    stopDay: null,
  }
  const { paths, seed } = options
  const [without, forward] = simulateStock(simulated, [rule, { ...rule, boughtForward: quantity }], {
    seed, paths, waitDraws: options.waitDraws ?? 'one-quantile-per-path', countedFrom: 0, scenarioIndex: null,
  }) as [RuleFigures, RuleFigures]
  const { mostOrder } = simulated.order
  const wholeQuantity = quantity + today.orderNow
  const { unitCost } = part
  return {
    partId: part.id,
    quantity,
    orderToday: today.orderNow,
    mostPerOrder: mostOrder,
    ordersNeeded: mostOrder === null || wholeQuantity === 0 ? 1 : Math.ceil(wholeQuantity / mostOrder - 1e-9),
    missingInOneOrder: mostOrder === null ? 0 : Math.max(0, wholeQuantity - mostOrder),
    cash: unitCost === null ? null : quantity * unitCost,
    holdingCost: unitCost === null ? null : times(difference(forward.onHandDays, without.onHandDays), (unitCost * settings.holdingRatePerYear) / 365),
    shortageSaved: difference(without.shortage, forward.shortage),
    backorderCostSaved:
      inputs.target.kind === 'least-cost' ? times(difference(without.lateDays, forward.lateDays), inputs.target.backorderCostPerUnitDay) : null,
    shortFuturesWithout: shortShare(without, paths),
    shortFuturesWith: shortShare(forward, paths),
    paths,
    seed,
  }
}

/** Mean difference of two figures of the same futures. */
function difference(more: Float64Array, less: Float64Array): Estimate {
  return meanEstimate(more.map((value, path) => value - less[path]!))
}

function times({ value, standardError }: Estimate, factor: number): Estimate {
  return { value: value * factor, standardError: standardError * factor }
}

function shortShare({ firstShort }: RuleFigures, paths: number): Estimate {
  return shareEstimate(firstShort.filter((day) => day >= 0).length, paths)
}
