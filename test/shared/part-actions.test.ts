import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { partActions } from '../../shared/horizon/part-actions'
import { partOutlook } from '../../shared/horizon/part-outlook'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { samplePlan } from '../../shared/sample/sample-plan'

const prepared = preparedPlan(samplePlan(), { planningDate: civilDate('2026-11-23') })
const { parts } = prepared.plan

describe('partActions', () => {
  it('begins with today’s order of the recommendation, and with none where none is due', () => {
    for (const part of parts) {
      const { order } = partRecommendation(prepared, part).recommendation
      const today = partActions(prepared, part).orders.filter(({ orderDate }) => orderDate === '2026-11-23')
      expect(today.map(({ quantity }) => quantity)).toEqual(order.orderNow > 0 ? [order.orderNow] : [])
    }
  })

  it('names no order later than two weeks, and the same as the outlook over the whole horizon up to then', () => {
    for (const part of parts.slice(0, 6)) {
      const { orders } = partActions(prepared, part)
      expect(orders).toEqual(partOutlook(prepared, part).orders.filter(({ orderDate }) => orderDate <= '2026-12-07'))
    }
  })

  it('sees a part in danger exactly when its stock ends before half of the orders placed today would be in', () => {
    for (const part of parts) {
      const { runOutDate, todayMedianReceiptDate, isShortBeforeReceipt } = partActions(prepared, part)
      expect(isShortBeforeReceipt).toBe(runOutDate !== null && runOutDate <= todayMedianReceiptDate)
    }
    expect(parts.filter((part) => partActions(prepared, part).isShortBeforeReceipt).map(({ partNumber }) => partNumber)).toContain('MG-N42UH-PD18')
  })

  it('says of a halt that it is too late to order before it where even an order of today would be caught', () => {
    const part = parts.find(({ partNumber }) => partNumber === 'MG-YXG28-ARC22')
    if (part === undefined) throw new Error('no such part')
    expect(partActions(prepared, part).changes).toMatchObject([{ date: '2027-02-01', change: 'halt', orderBy: null }])
  })
})
