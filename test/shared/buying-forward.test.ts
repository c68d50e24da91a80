import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { buyingForward } from '../../shared/horizon/buying-forward'
import type { Part } from '../../shared/plan/part-schema'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const prepared = preparedPlan(plan, { planningDate: civilDate('2026-11-23') })
const options = { paths: 400, seed: 1 } as const

function partNamed(partNumber: string): Part {
  const part = plan.parts.find((one) => one.partNumber === partNumber)
  if (part === undefined) throw new Error(partNumber)
  return part
}

describe('buyingForward', () => {
  const part = partNamed('MG-N48H-241004')
  const forward = buyingForward(prepared, part, options)

  it('lifts the position to the highest reorder point of the horizon, and lowers the risk of being short', () => {
    expect(forward.quantity).toBeGreaterThan(0)
    expect(forward.quantity % (part.lotMultiple ?? 1)).toBe(0)
    expect(forward.shortFuturesWith.value).toBeLessThanOrEqual(forward.shortFuturesWithout.value)
    expect(forward.shortageSaved.value).toBeGreaterThan(0)
    expect(forward.cash).toBeCloseTo(forward.quantity * (part.unitCost ?? 0), 6)
    expect(forward.holdingCost?.value).toBeGreaterThan(0)
  })

  it('costs and saves nothing where nothing is bought', () => {
    const nothing = buyingForward(prepared, part, { ...options, quantity: 0 })
    expect(nothing).toMatchObject({ quantity: 0, cash: 0, holdingCost: { value: 0, standardError: 0 }, shortageSaved: { value: 0 }, ordersNeeded: 1 })
    expect(nothing.shortFuturesWith).toEqual(nothing.shortFuturesWithout)
  })

  it('says where the cap on an order binds: how many orders it takes, and what does not fit into one', () => {
    const capped = buyingForward(prepared, { ...part, moq: null, lotMultiple: 1000, capOrderQuantity: 50_000 }, { ...options, quantity: 120_000 })
    const whole = capped.quantity + capped.orderToday
    expect(capped.mostPerOrder).toBe(50_000)
    expect(capped.ordersNeeded).toBe(Math.ceil(whole / 50_000))
    expect(capped.missingInOneOrder).toBe(whole - 50_000)
  })

  // Usage of exactly 10 a day with plenty on hand: 700 more are held from receipt on day 60 to the day they displace an order's, never.
  it('holds what is bought for as long as the part has enough', () => {
    const steady: Part = {
      ...part, usage: { kind: 'stated', per: 'week', mean: 70, sd: 0 }, usageHistory: [], licenceRoute: 'exempt', openOrders: [], allocated: 0, backordered: 0,
      onHand: 100_000, leadTime: { kind: 'total', meanDays: 60, sdDays: 0, transitDays: 30 }, moq: null, lotMultiple: null, unitCost: 2,
    }
    const held = buyingForward(prepared, steady, { ...options, quantity: 700, horizonWeeks: 20 })
    // Received on the evening of day 60 of 140: 81 evenings, at 2 a piece and the plan's holding rate.
    expect(held.holdingCost?.value).toBeCloseTo((700 * 81 * 2 * plan.settings.holdingRatePerYear) / 365, 6)
    expect(held.holdingCost?.standardError).toBe(0)
  })

  it('names a negative quantity', () => {
    expect(() => buyingForward(prepared, part, { ...options, quantity: -1 })).toThrow(expect.objectContaining({ argument: 'quantity' }))
  })
})
