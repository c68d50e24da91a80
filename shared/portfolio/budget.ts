import type { CivilDate } from '../calendar/civil-date'
import { requireNonNegative } from '../domain-error'
import { preparedPlan } from '../plan/plan-inputs'
import type { PlanDocument } from '../plan/plan-document'
import type { StockTarget } from '../safety-stock/planning-part'
import { largestMultipleWithin } from '../safety-stock/rounding'
import { partStockForTarget, type PartStockForTarget } from './part-stock-for-target'

/** The safety stock of one part within a budget. */
export type BudgetedPart = {
  readonly partId: string
  /** Safety stock that its target asks for, part units. */
  readonly wanted: number
  /** Safety stock within the budget, part units. */
  readonly safetyStock: number
  /** Cash in it, plan currency. */
  readonly cash: number
}

/** The safety stock of a plan within a budget, as JSON. */
export type BudgetedPlan = {
  /** The limit, plan currency. */
  readonly limit: number
  /** Cash that the targets ask for, and cash within the limit; parts without a unit cost are in neither. */
  readonly wantedCash: number
  readonly cash: number
  /** What the odds of every target are divided by, one number for all parts: 1 where the targets fit; null where even nothing above the mean does not. */
  readonly oddsDivisor: number | null
  readonly parts: readonly BudgetedPart[]
  readonly partsWithoutUnitCost: number
}

const mostDivisor = 1e9
const bisections = 60

/**
 * The safety stocks that keep expected shortage cost least within a limit on the cash in them.
 *
 * A target tells what a planner takes a late unit to cost: with holding at `h` and a target of α it is `b = h·α/(1 − α)`.
 * A limit makes holding dearer, by one factor for all parts; so the odds α/(1 − α) of every target are divided by one
 * number, found by bisection. Where a level leaps at that number, it is raised as far as the rest of the limit goes, so
 * that what is left would not buy one more step of the part that was cut last. A limit above what the targets ask for
 * is not spent.
 *
 * @param plan a validated plan
 * @param options the limit in plan currency, at least 0, and the day to plan for
 * @throws {DomainError} naming `limit` when it is negative or not finite
 * @see Lodestock planning model, section 9
 */
export function budgetedPlan(plan: PlanDocument, options: { readonly limit: number; readonly planningDate: CivilDate }): BudgetedPlan {
  const { limit, planningDate } = options
  requireNonNegative('limit', limit)
  const prepared = preparedPlan(plan, { planningDate })
  const priced = plan.parts.filter((part) => part.unitCost !== null && part.unitCost > 0).map((part) => partStockForTarget(prepared, part))
  const stocksAt = (divisor: number): readonly number[] => priced.map((levels) => levels.safetyStockFor(targetWithOdds(levels.target, divisor)))
  const cashOf = (stocks: readonly number[]): number => stocks.reduce((sum, stock, at) => sum + stock * costOf(priced[at] as PartStockForTarget), 0)
  const wanted = stocksAt(1)
  let [low, high] = [1, mostDivisor]
  let [above, within] = [wanted, cashOf(wanted) <= limit ? wanted : stocksAt(high)]
  if (cashOf(wanted) > limit && cashOf(within) <= limit) {
    for (let count = 0; count < bisections && high / low > 1 + 1e-12; count++) {
      const middle = Math.sqrt(low * high)
      const stocks = stocksAt(middle)
      if (cashOf(stocks) <= limit) [high, within] = [middle, stocks]
      else [low, above] = [middle, stocks]
    }
  }
  const isOutOfReach = cashOf(within) > limit
  const stocks = isOutOfReach ? priced.map(() => 0) : filledUp(priced, { within, above, left: limit - cashOf(within) })
  return {
    limit,
    wantedCash: cashOf(wanted),
    cash: cashOf(stocks),
    oddsDivisor: cashOf(wanted) <= limit ? 1 : isOutOfReach ? null : high,
    parts: priced.map((levels, at) => ({ partId: levels.part.id, wanted: wanted[at] ?? 0, safetyStock: stocks[at] ?? 0, cash: (stocks[at] ?? 0) * costOf(levels) })),
    partsWithoutUnitCost: plan.parts.filter((part) => part.unitCost === null).length,
  }
}

function costOf({ part }: PartStockForTarget): number {
  return part.unitCost ?? 0
}

/** Levels that leap between two nearly equal divisors, raised in whole steps until the rest of the limit buys no more. */
function filledUp(priced: readonly PartStockForTarget[], of: { readonly within: readonly number[]; readonly above: readonly number[]; readonly left: number }): readonly number[] {
  let { left } = of
  return of.within.map((stock, at) => {
    const levels = priced[at] as PartStockForTarget
    const room = (of.above[at] ?? stock) - stock
    if (room <= 0) return stock
    const more = Math.min(room, largestMultipleWithin(left / costOf(levels), levels.step))
    if (more <= 0) return stock
    left -= more * costOf(levels)
    return stock + more
  })
}

/** A target whose odds are divided by a number: the target of whoever holding costs that many times as much. */
function targetWithOdds(target: StockTarget, divisor: number): StockTarget {
  if (divisor === 1) return target
  const level = (value: number): number => value / (value + divisor * (1 - value))
  switch (target.kind) {
    case 'cycle-service-level':
      return { ...target, cycleServiceLevel: level(target.cycleServiceLevel) }
    case 'fill-rate':
      return { ...target, fillRate: level(target.fillRate) }
    case 'least-cost':
      return { ...target, holdingCostPerUnitDay: target.holdingCostPerUnitDay * divisor }
  }
}
