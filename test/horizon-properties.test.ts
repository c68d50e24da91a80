import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../shared/calendar/civil-date'
import { buyingForward } from '../shared/horizon/buying-forward'
import { levelProof } from '../shared/horizon/level-proof'
import { partOutlook } from '../shared/horizon/part-outlook'
import { stockProjection } from '../shared/horizon/stock-projection'
import { partSurvival } from '../shared/horizon/stock-survival'
import { replayTimeline, usageReplay } from '../shared/horizon/usage-replay'
import type { OpenOrder, Part } from '../shared/plan/part-schema'
import { preparedPlan } from '../shared/plan/plan-inputs'
import { samplePlan } from '../shared/sample/sample-plan'

const sample = samplePlan()
const prepared = preparedPlan(sample, { planningDate: civilDate('2026-11-23') })
const timeline = replayTimeline(prepared)

const orders: fc.Arbitrary<OpenOrder> = fc.record({
  id: fc.constant('o-bcdfgh'),
  purchaseOrder: fc.constant(''),
  quantity: fc.constantFrom(1, 500, 1e5),
  promisedDate: fc.constantFrom('2026-10-01', '2026-11-23', '2026-12-24', '2027-02-10', '2027-06-01'),
  orderedDate: fc.constantFrom(null, '2026-09-01'),
  licence: fc.constantFrom<OpenOrder['licence']>(
    { status: 'not-needed' }, { status: 'included' }, { status: 'not-filed' }, { status: 'granted' },
    { status: 'filed', filedDate: '2026-11-23' }, { status: 'filed', filedDate: '2026-10-15' }, { status: 'filed', filedDate: '2025-01-15' },
  ),
})

/** Sample parts changed to the corners of what a planner may enter. */
const parts: fc.Arbitrary<Part> = fc
  .record({
    base: fc.constantFrom(...sample.parts),
    usage: fc.constantFrom<Part['usage']>(
      { kind: 'stated', per: 'week', mean: 0, sd: 0 }, { kind: 'stated', per: 'month', mean: 0.05, sd: 0.2 }, { kind: 'stated', per: 'week', mean: 3, sd: 1 },
      { kind: 'stated', per: 'week', mean: 400, sd: 0 }, { kind: 'stated', per: 'week', mean: 400, sd: 900 }, { kind: 'stated', per: 'week', mean: 2e6, sd: 3e5 },
    ),
    demandFamily: fc.constantFrom(null, 'gamma' as const, 'normal' as const, 'negative-binomial' as const),
    licenceRoute: fc.constantFrom('individual' as const, 'general' as const, 'exempt' as const),
    applicationLag: fc.constantFrom(null, { after: 'order' as const, days: 20 }, { after: 'ready' as const, days: 9 }),
    lead: fc.constantFrom([0, 0, 0], [1, 0, 0], [2.5, 1, 30], [60, 12, 30]),
    reviewPeriodDays: fc.constantFrom(null, 10, 90),
    target: fc.constantFrom<Part['target']>(
      { kind: 'cycle-service-level', cycleServiceLevel: 0.5 }, { kind: 'cycle-service-level', cycleServiceLevel: 0.999 },
      { kind: 'fill-rate', fillRate: 0.97 }, { kind: 'least-cost', backorderCostPerUnitDay: 0.5 },
    ),
    moq: fc.constantFrom(null, 0, 250),
    lotMultiple: fc.constantFrom(null, 1, 40),
    capOrderQuantity: fc.constantFrom(null, 400),
    stock: fc.constantFrom([0, 0, 0], [0, 0, 700], [5000, 6000, 0], [1e6, 0, 0]),
    openOrders: fc.array(orders, { maxLength: 2 }),
  })
  .map(({ base, lead, stock, ...changes }) => ({
    ...base, ...changes, forecast: [], capCoverDays: null, unitCost: base.unitCost ?? 1,
    leadTime: { kind: 'total', meanDays: lead[0] ?? 0, sdDays: lead[1] ?? 0, transitDays: lead[2] ?? 0 },
    onHand: stock[0] ?? 0, allocated: stock[1] ?? 0, backordered: stock[2] ?? 0,
  }))

/** Where a result holds something that JSON cannot, or a number that is none. */
function unsafePlaces(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`]
  if (value === undefined) return [`${path}: undefined`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => unsafePlaces(one, `${path}.${key}`))
}

const options = { paths: 20, seed: 1, horizonWeeks: 8 } as const

describe('the horizon of any part', () => {
  it('has finite, JSON-safe figures, and stock that is in order', () => {
    fc.assert(
      fc.property(parts, (part) => {
        const projection = stockProjection(prepared, part, options)
        const results = [
          partOutlook(prepared, part, { horizonWeeks: 8 }),
          projection,
          stockProjection(prepared, part, { ...options, waitDraws: 'independent' }),
          partSurvival(prepared, part, { stopDate: '2026-12-24', paths: 20, seed: 1, withinDays: 60 }),
          buyingForward(prepared, part, options),
          levelProof(prepared, part, { ...options, horizonWeeks: 4 }),
          usageReplay(prepared, part, { paths: 5, seed: 1, timeline }),
        ]
        expect(results.flatMap((result) => unsafePlaces(result))).toEqual([])
        for (const week of projection.withOrders) {
          expect(week.p05.value <= week.p25.value && week.p25.value <= week.p50.value && week.p50.value <= week.p75.value && week.p75.value <= week.p95.value).toBe(true)
          expect(week.short.value >= 0 && week.short.value <= 1).toBe(true)
        }
      }),
      { numRuns: 12 },
    )
  }, 300_000)

  it('never has less stock for ordering: with the same demand, orders only add', () => {
    fc.assert(
      fc.property(parts, (part) => {
        const { withOrders, withoutOrders } = stockProjection(prepared, part, options)
        withOrders.forEach((week, index) => expect(week.p05.value).toBeGreaterThanOrEqual((withoutOrders[index]?.p05.value ?? 0) - 1e-6 * Math.abs(week.p05.value)))
      }),
      { numRuns: 12 },
    )
  }, 300_000)
})
