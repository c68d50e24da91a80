import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderNowOf } from '../../shared/safety-stock/order-now'

type Inputs = Parameters<typeof orderNowOf>[0]
const none = { onHand: 0, allocated: 0, backordered: 0, onOrder: 0 }
const free = { orderQuantity: 20, leastOrder: 0, orderStep: 1, mostOrder: null }
const order = (known: Partial<Inputs>): ReturnType<typeof orderNowOf> => orderNowOf({ reorderPoint: 100, roundingStep: 1, stock: none, order: free, ...known })

describe('orderNowOf', () => {
  it('looks at on hand − allocated − backordered + all open orders', () => {
    expect(order({ stock: { onHand: 90, allocated: 15, backordered: 5, onOrder: 12 } })).toEqual({ inventoryPosition: 82, orderNow: 18, orderShortfall: 0 })
  })

  it('orders nothing at the reorder point, nor a millionth of a step below it', () => {
    expect(order({ stock: { ...none, onHand: 100 } }).orderNow).toBe(0)
    expect(order({ stock: { ...none, onHand: 99.999_999_9 } }).orderNow).toBe(0)
    expect(order({ stock: { ...none, onHand: 99 } }).orderNow).toBe(1)
  })

  it('orders the smallest multiple of the lot that reaches the reorder point', () => {
    expect(order({ stock: { ...none, onHand: 49 }, order: { ...free, orderStep: 25 } }).orderNow).toBe(75)
    expect(order({ stock: { ...none, onHand: 50 }, order: { ...free, orderStep: 25 } }).orderNow).toBe(50)
  })

  it('orders the MOQ at least', () => {
    expect(order({ stock: { ...none, onHand: 99 }, order: { ...free, leastOrder: 40 } }).orderNow).toBe(40)
    expect(order({ stock: none, order: { ...free, leastOrder: 40 } }).orderNow).toBe(100)
  })

  it('orders what covers backorders beyond all stock, even with a reorder point of 0', () => {
    expect(order({ reorderPoint: 0, stock: { ...none, backordered: 30 } })).toEqual({ inventoryPosition: -30, orderNow: 30, orderShortfall: 0 })
  })

  it('cuts the order to its cap, and says what is missing', () => {
    expect(order({ order: { ...free, orderStep: 25, mostOrder: 75 } })).toEqual({ inventoryPosition: 0, orderNow: 75, orderShortfall: 25 })
    expect(order({ order: { ...free, mostOrder: 100 } }).orderShortfall).toBe(0)
  })

  it('brings the position to the reorder point by less than a lot more, save for the MOQ', () => {
    const amount = fc.integer({ min: 0, max: 2000 })
    fc.assert(fc.property(amount, amount, amount, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 500 }), (reorderPoint, onHand, backordered, lot, moq) => {
      const leastOrder = Math.ceil(moq / lot) * lot
      const found = order({ reorderPoint, stock: { ...none, onHand, backordered }, order: { ...free, orderStep: lot, leastOrder } })
      if (found.inventoryPosition >= reorderPoint) expect(found.orderNow).toBe(0)
      else {
        expect(found.inventoryPosition + found.orderNow).toBeGreaterThanOrEqual(reorderPoint)
        expect(found.orderNow % lot).toBe(0)
        expect(found.orderNow < Math.max(reorderPoint - found.inventoryPosition, leastOrder) + lot).toBe(true)
      }
    }))
  })
})
