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
  return new ServiceOfLevel(demand, level)
}

/** A class, because a getter in an object literal costs V8 a hidden class of its own for every object, which keeps alive all that the getter sees. */
class ServiceOfLevel implements ServiceLevels {
  readonly cycleServiceLevel: number
  readonly #demand: readonly ProtectionDemand[]
  readonly #level: LevelAndOrder
  #fillRate: number | undefined

  constructor(demand: readonly ProtectionDemand[], level: LevelAndOrder) {
    let cycleServiceLevel = 1
    for (const one of demand) cycleServiceLevel = Math.min(cycleServiceLevel, one.protection.cdf(level.reorderPoint))
    this.cycleServiceLevel = cycleServiceLevel
    this.#demand = demand
    this.#level = level
  }

  get fillRate(): number {
    return (this.#fillRate ??= fillRateOf(this.#demand, this.#level))
  }

  /** Both of them, also in a copy as JSON. */
  toJSON(): ServiceLevels {
    return { cycleServiceLevel: this.cycleServiceLevel, fillRate: this.fillRate }
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
