import type { OrderQuantity } from './order-quantity'
import type { StockStatus } from './planning-part'
import { isBelow, roundedUp } from './rounding'

/** Today's order. */
export type OrderNow = {
  /** On hand − allocated − backordered + all open orders, part units. */
  readonly inventoryPosition: number
  /** What to order today, part units; 0 for nothing. */
  readonly orderNow: number
  /** What a cap on the order quantity leaves missing, part units. */
  readonly orderShortfall: number
}

/**
 * What to order today: nothing while the inventory position is at or above the
 * rounded reorder point, else the smallest multiple of the lot (without a lot,
 * of the rounding step) that is at least `max(s − position, MOQ)`.
 *
 * @param of the rounded reorder point, the stock, what one order is, and the rounding step
 * @see Lodestock planning model, section 6
 *
 * @example
 * orderNowOf({
 *   reorderPoint: 100, roundingStep: 1,
 *   stock: { onHand: 60, allocated: 0, backordered: 0, onOrder: 15 },
 *   order: { orderQuantity: 20, leastOrder: 20, orderStep: 10, mostOrder: null },
 * }) // => { inventoryPosition: 75, orderNow: 30, orderShortfall: 0 }
 */
export function orderNowOf(of: {
  readonly reorderPoint: number
  readonly stock: StockStatus
  readonly order: OrderQuantity
  readonly roundingStep: number
}): OrderNow {
  const { stock, order } = of
  const inventoryPosition = stock.onHand - stock.allocated - stock.backordered + stock.onOrder
  if (!isBelow(inventoryPosition, of.reorderPoint, of.roundingStep)) {
    return { inventoryPosition, orderNow: 0, orderShortfall: 0 }
  }
  const wanted = roundedUp(Math.max(of.reorderPoint - inventoryPosition, order.leastOrder), order.orderStep)
  const orderNow = order.mostOrder === null ? wanted : Math.min(wanted, order.mostOrder)
  const missing = Math.max(of.reorderPoint - inventoryPosition, order.leastOrder) - orderNow
  return { inventoryPosition, orderNow, orderShortfall: Math.max(0, missing) }
}
