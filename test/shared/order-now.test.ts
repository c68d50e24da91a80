import { describe, expect, it } from 'vitest'
import { orderNowOf } from '../../shared/safety-stock/order-now'

describe('orderNowOf', () => {
  const stock = { onHand: 60, allocated: 10, backordered: 5, onOrder: 15 }
  const order = { orderQuantity: 40, leastOrder: 40, orderStep: 10, mostOrder: null }

  it('counts on hand less allocated and backordered plus all open orders', () => {
    expect(orderNowOf({ reorderPoint: 60, roundingStep: 1, stock, order })).toEqual({ inventoryPosition: 60, orderNow: 0, orderShortfall: 0 })
  })

  it('orders the smallest multiple of the lot that fills the gap and is at least the minimum', () => {
    expect(orderNowOf({ reorderPoint: 65, roundingStep: 1, stock, order }).orderNow).toBe(40)
    expect(orderNowOf({ reorderPoint: 121, roundingStep: 1, stock, order }).orderNow).toBe(70)
  })

  it('says what a cap leaves missing', () => {
    expect(orderNowOf({ reorderPoint: 121, roundingStep: 1, stock, order: { ...order, mostOrder: 50 } })).toMatchObject({ orderNow: 50, orderShortfall: 11 })
  })
})
