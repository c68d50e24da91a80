import { describe, expect, it } from 'vitest'
import { orderQuantityOf } from '../../shared/safety-stock/order-quantity'
import type { OrderRules } from '../../shared/safety-stock/planning-part'

function rules(known: Partial<OrderRules> = {}): OrderRules {
  return { moq: null, lotMultiple: null, capCoverDays: null, capOrderQuantity: null, ...known }
}

describe('orderQuantityOf', () => {
  it('is one review’s usage without rules', () => {
    expect(orderQuantityOf(rules(), 80, 1)).toEqual({ orderQuantity: 80, leastOrder: 0, orderStep: 1, mostOrder: null })
  })

  it('is the largest of MOQ in whole lots, one lot and one review’s usage', () => {
    expect(orderQuantityOf(rules({ moq: 120, lotMultiple: 50 }), 80, 1).orderQuantity).toBe(150)
    expect(orderQuantityOf(rules({ moq: 20, lotMultiple: 50 }), 30, 1).orderQuantity).toBe(50)
    expect(orderQuantityOf(rules({ moq: 20, lotMultiple: 50 }), 180, 1).orderQuantity).toBe(180)
    expect(orderQuantityOf(rules({ moq: 120 }), 80, 1)).toMatchObject({ orderQuantity: 120, leastOrder: 120, orderStep: 1 })
  })

  it('takes an MOQ of 0 as none', () => {
    expect(orderQuantityOf(rules({ moq: 0, lotMultiple: 50 }), 80, 1)).toMatchObject({ orderQuantity: 80, leastOrder: 0 })
  })

  it('is cut to the largest multiple of the lot that fits a cap', () => {
    expect(orderQuantityOf(rules({ lotMultiple: 50, capOrderQuantity: 620 }), 1000, 1)).toMatchObject({ orderQuantity: 600, mostOrder: 600 })
    expect(orderQuantityOf(rules({ capOrderQuantity: 62.5 }), 1000, 1)).toMatchObject({ orderQuantity: 62, mostOrder: 62 })
    expect(orderQuantityOf(rules({ capOrderQuantity: 620 }), 80, 1).orderQuantity).toBe(80)
  })

  it('is what the rules ask for where the next review has no usage', () => {
    expect(orderQuantityOf(rules({ moq: 120, lotMultiple: 50 }), 0, 1).orderQuantity).toBe(150)
    expect(orderQuantityOf(rules(), 0, 1).orderQuantity).toBe(0)
  })

  it('refuses a cap below the minimum order, and one below a lot', () => {
    for (const known of [{ moq: 120, lotMultiple: 50, capOrderQuantity: 149 }, { moq: 120, capOrderQuantity: 119 }, { lotMultiple: 50, capOrderQuantity: 40 }, { capOrderQuantity: 0 }]) {
      expect(() => orderQuantityOf(rules(known), 80, 1)).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'capOrderQuantity' }))
    }
    expect(orderQuantityOf(rules({ moq: 120, lotMultiple: 50, capOrderQuantity: 150 }), 80, 1).mostOrder).toBe(150)
  })

  it('names an MOQ or a lot outside its range', () => {
    expect(() => orderQuantityOf(rules({ moq: -1 }), 80, 1)).toThrow(expect.objectContaining({ argument: 'moq' }))
    expect(() => orderQuantityOf(rules({ lotMultiple: 0 }), 80, 1)).toThrow(expect.objectContaining({ argument: 'lotMultiple' }))
  })
})
