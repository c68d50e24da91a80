import { describe, expect, it } from 'vitest'
import { orderQuantityOf } from '../../shared/safety-stock/order-quantity'

const rules = { moq: null, lotMultiple: null, capCoverDays: null, capOrderQuantity: null }

describe('orderQuantityOf', () => {
  it('is the largest of MOQ in whole lots, one lot and one review of usage', () => {
    expect(orderQuantityOf({ ...rules, moq: 120, lotMultiple: 50 }, 80, 1).orderQuantity).toBe(150)
    expect(orderQuantityOf({ ...rules, lotMultiple: 50 }, 20, 1).orderQuantity).toBe(50)
    expect(orderQuantityOf(rules, 80, 1).orderQuantity).toBe(80)
  })

  it('is nothing for a part without usage', () => {
    expect(orderQuantityOf({ ...rules, moq: 50 }, 0, 1).orderQuantity).toBe(0)
  })

  it('is cut to the largest multiple of the lot that fits a cap, and refuses a cap below the minimum order', () => {
    expect(orderQuantityOf({ ...rules, lotMultiple: 50, capOrderQuantity: 620 }, 900, 1).orderQuantity).toBe(600)
    expect(() => orderQuantityOf({ ...rules, moq: 700, capOrderQuantity: 620 }, 900, 1)).toThrow(expect.objectContaining({ argument: 'capOrderQuantity' }))
  })
})
