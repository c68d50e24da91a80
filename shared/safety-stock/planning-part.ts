import type { DemandRate } from '../demand/demand-rate'
import type { ForecastPeriod } from '../demand/expected-demand'
import type { LeadTimeProfile } from '../lead-time/lead-time-book'
import type { DemandFamily } from './demand-mixture'

/** What a part's level must achieve. */
export type StockTarget =
  /** Probability of no stockout in a replenishment cycle, (0, 1). */
  | { readonly kind: 'cycle-service-level'; readonly cycleServiceLevel: number }
  /** Share of demand met from stock at once, (0, 1). */
  | { readonly kind: 'fill-rate'; readonly fillRate: number }
  /** The level at which holding and late delivery together cost least; plan currency per unit and day. */
  | { readonly kind: 'least-cost'; readonly holdingCostPerUnitDay: number; readonly backorderCostPerUnitDay: number }

/** How orders may be sized; part units, null for no limit. */
export type OrderRules = {
  /** Smallest quantity a supplier accepts. */
  readonly moq: number | null
  /** Orders are whole multiples of it. */
  readonly lotMultiple: number | null
  /** Largest safety stock allowed, in days of mean usage. */
  readonly capCoverDays: number | null
  /** Largest quantity one licence or order may cover. */
  readonly capOrderQuantity: number | null
}

/** What a part has and has coming; part units. */
export type StockStatus = {
  readonly onHand: number
  /** On hand but promised to work orders. */
  readonly allocated: number
  readonly backordered: number
  /** Sum of all open orders. */
  readonly onOrder: number
}

/** One part as the engine sees it. */
export type PlanningPart = {
  readonly demandRate: DemandRate
  /** Dated means in place of the base mean; empty for none. */
  readonly forecast: readonly ForecastPeriod[]
  readonly demandFamily: DemandFamily
  readonly leadTime: LeadTimeProfile
  /** Days between order decisions, whole, at least 1. */
  readonly reviewPeriodDays: number
  readonly target: StockTarget
  readonly orderRules: OrderRules
  /** Levels are rounded up to multiples of it: 1 for pieces, else the plan's step, above 0. */
  readonly roundingStep: number
  readonly stock: StockStatus
  /** The safety stock now set in the user's ERP, part units, or null. */
  readonly erpSafetyStock: number | null
}
