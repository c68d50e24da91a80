import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { lengthLattice } from '../../shared/safety-stock/length-lattice'
import type { PlanningPart } from '../../shared/safety-stock/planning-part'

function part(known: Partial<PlanningPart> = {}): PlanningPart {
  return {
    demandRate: { meanPerDay: 10, variancePerDay: 1000, isAssumedVariability: false }, forecast: [], demandFamily: 'gamma',
    leadTime: { baseLeadTime: { meanDays: 60, sdDays: 10, transitDays: 20 }, controlIds: [], licenceRoute: 'exempt', applicationLag: { after: 'ready', days: 0 } },
    reviewPeriodDays: 7, target: { kind: 'cycle-service-level', cycleServiceLevel: 0.95 },
    orderRules: { moq: null, lotMultiple: null, capCoverDays: null, capOrderQuantity: null }, roundingStep: 1,
    stock: { onHand: 0, allocated: 0, backordered: 0, onOrder: 0 }, erpSafetyStock: null, ...known,
  }
}
const rate = (meanPerDay: number, variancePerDay: number) => ({ demandRate: { meanPerDay, variancePerDay, isAssumedVariability: false } })

describe('lengthLattice', () => {
  // √(100 · 0.75 · 670) / 10 = 22.4 days: 4 steps of 4 fit, 4 steps of 6 do not.
  it('steps a quarter of the standard deviation over the lengths', () => {
    expect(lengthLattice(part())).toEqual({ stepDays: 4, leastQuantity: (4 * 4 * 10) ** 2 / 100 })
  })

  it('steps a sixth of it for normal usage', () => {
    expect(lengthLattice(part({ demandFamily: 'normal' })).stepDays).toBe(3)
  })

  // Daily sd of 55 over 10 a day: 60 days of lead time are not far enough from 0. On steps of 6 days a level for α = 0.69 was wrong by 6e-6.
  it('is every day for normal usage that is erratic or soon received', () => {
    expect(lengthLattice(part({ demandFamily: 'normal', ...rate(10, 3000) })).stepDays).toBe(1)
    expect(lengthLattice(part({ ...rate(10, 3000) })).stepDays).toBeGreaterThan(1)
  })

  it('is every day where usage is steady, does not vary, is none, or has a forecast', () => {
    const every = { stepDays: 1, leastQuantity: 0 }
    expect(lengthLattice(part(rate(10, 20)))).toEqual(every)
    expect(lengthLattice(part(rate(10, 0)))).toEqual(every)
    expect(lengthLattice(part(rate(0, 0)))).toEqual(every)
    expect(lengthLattice(part({ forecast: [{ fromDate: civilDate('2027-01-01'), untilDate: civilDate('2027-02-01'), meanPerDay: 5 }] }))).toEqual(every)
  })

  it('is wider the more erratic the usage, never by less than 4 steps a standard deviation at its least quantity', () => {
    let previous = 1
    for (const variancePerDay of [100, 400, 1000, 4000, 20_000]) {
      const { stepDays, leastQuantity } = lengthLattice(part(rate(10, variancePerDay)))
      expect(stepDays).toBeGreaterThanOrEqual(previous)
      if (stepDays > 1) expect(Math.sqrt((variancePerDay / 10) * leastQuantity) / 10).toBeCloseTo(4 * stepDays, 9)
      previous = stepDays
    }
    expect(previous).toBe(16)
  })

  it('is every day for counts too large for a table of pieces', () => {
    expect(lengthLattice(part({ demandFamily: 'negative-binomial', ...rate(0.3, 0.5) })).stepDays).toBeGreaterThan(1)
    expect(lengthLattice(part({ demandFamily: 'negative-binomial', ...rate(10, 1000) })).stepDays).toBe(1)
  })
})
