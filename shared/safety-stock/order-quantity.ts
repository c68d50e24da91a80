import { DomainError, requireNonNegative, requirePositive } from '../domain-error'
import type { OrderRules } from './planning-part'
import { isBelow, largestMultipleWithin, roundedUp } from './rounding'

/** What one order is, part units. */
export type OrderQuantity = {
  /** The order the rules lead to: the largest of MOQ in whole lots, one lot and one review's usage, within the cap. */
  readonly orderQuantity: number
  /** MOQ rounded up to whole lots; 0 without one. */
  readonly leastOrder: number
  /** The step order sizes move in: the lot, else the rounding step. */
  readonly orderStep: number
  /** Largest order the cap allows, in whole steps; null without a cap. */
  readonly mostOrder: number | null
}

/**
 * What one order of a part is.
 *
 *     q = max(MOQ rounded up to whole lots, one lot, u)
 *
 * cut to the largest multiple of the lot that fits a cap on the quantity.
 *
 * @param rules MOQ, lot and cap
 * @param reviewUsage `u`, mean usage of one review period, part units, at least 0
 * @param roundingStep 1 for pieces, else the plan's precision
 * @throws {DomainError} naming `capOrderQuantity` when it lies below the minimum order
 * @see Lodestock planning model, section 6
 *
 * @example
 * orderQuantityOf({ moq: 120, lotMultiple: 50, capCoverDays: null, capOrderQuantity: null }, 80, 1)
 * // => { orderQuantity: 150, leastOrder: 150, orderStep: 50, mostOrder: null }
 */
export function orderQuantityOf(rules: OrderRules, reviewUsage: number, roundingStep: number): OrderQuantity {
  const { moq, lotMultiple, capOrderQuantity } = rules
  if (moq !== null) requireNonNegative('moq', moq)
  if (lotMultiple !== null) requirePositive('lotMultiple', lotMultiple)
  const orderStep = lotMultiple ?? roundingStep
  const leastOrder = moq === null || moq === 0 ? 0 : lotMultiple === null ? moq : roundedUp(moq, lotMultiple)
  let orderQuantity = Math.max(leastOrder, lotMultiple ?? 0, reviewUsage)
  let mostOrder: number | null = null
  if (capOrderQuantity !== null) {
    requirePositive('capOrderQuantity', capOrderQuantity)
    mostOrder = largestMultipleWithin(capOrderQuantity, orderStep)
    if (mostOrder === 0 || isBelow(mostOrder, leastOrder, orderStep)) {
      throw new DomainError('capOrderQuantity', capOrderQuantity, `at least the minimum order of ${Math.max(leastOrder, orderStep)}`)
    }
    orderQuantity = Math.min(orderQuantity, mostOrder)
  }
  return { orderQuantity, leastOrder, orderStep, mostOrder }
}
