import { cycleQuantity, type ProtectionDemand } from './protection-demand'

/** The service a reorder point gives. */
export type ServiceLevels = {
  /** Probability of no stockout in a replenishment cycle: F(s). */
  readonly cycleServiceLevel: number
  /** Share of demand met from stock at once, by the fill-rate equation: below 0 where a level lets more than an order's quantity go short. Worked out when first read. */
  readonly fillRate: number
}

/** A reorder point, and what one order and one review's usage are; part units. */
export type LevelAndOrder = { readonly reorderPoint: number; readonly orderQuantity: number; readonly reviewUsage: number }

/**
 * The service a reorder point gives under some demand.
 *
 *     cycle: F(s)        fill: 1 − ( E[(X − s)+] − E[(Y − s − q + u)+] ) / q
 *
 * @param demand demand over the protection interval; several (worst case): the smaller of each
 * @param level the reorder point with what one order (`q`) and one review's usage (`u`) are, part units
 * @see Lodestock planning model, sections 6 and 7
 */
export function serviceOfLevel(
  demand: readonly ProtectionDemand[],
  level: LevelAndOrder,
): ServiceLevels {
  let cycleServiceLevel = 1
  for (const one of demand) cycleServiceLevel = Math.min(cycleServiceLevel, one.protection.cdf(level.reorderPoint))
  let fillRate: number | undefined
  return {
    cycleServiceLevel,
    get fillRate() {
      return (fillRate ??= fillRateOf(demand, level))
    },
  }
}

function fillRateOf(demand: readonly ProtectionDemand[], level: LevelAndOrder): number {
  let fillRate = 1
  for (const one of demand) {
    const before = one.protection.exceedance(level.reorderPoint)
    const after = one.leadTime().exceedance(level.reorderPoint + level.orderQuantity - level.reviewUsage)
    const suppliedQuantity = cycleQuantity(one, level.orderQuantity)
    if (suppliedQuantity > 0) fillRate = Math.min(fillRate, 1 - (before.excess - after.excess) / suppliedQuantity)
  }
  return fillRate
}
