import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { leadTimeForms, madeForms } from '../../shared/lead-time/lead-time-forms'
import { pointDayTable, type DayTable } from '../../shared/probability/day-table'
import { gammaDayTable } from '../../shared/probability/whole-days'
import { demandCurve } from '../../shared/safety-stock/demand-curve'
import type { PlanningPart } from '../../shared/safety-stock/planning-part'
import { protectionDemand } from '../../shared/safety-stock/protection-demand'

const t0 = civilDate('2026-11-23')
function part(known: Partial<PlanningPart> = {}): PlanningPart {
  return {
    demandRate: { meanPerDay: 10, variancePerDay: 400, isAssumedVariability: false }, forecast: [], demandFamily: 'gamma',
    leadTime: { baseLeadTime: { meanDays: 60, sdDays: 0, transitDays: 20 }, controlIds: [], licenceRoute: 'exempt', applicationLag: { after: 'ready', days: 0 } },
    reviewPeriodDays: 7, target: { kind: 'cycle-service-level', cycleServiceLevel: 0.95 },
    orderRules: { moq: null, lotMultiple: null, capCoverDays: null, capOrderQuantity: null }, roundingStep: 1,
    stock: { onHand: 0, allocated: 0, backordered: 0, onOrder: 0 }, erpSafetyStock: null, ...known,
  }
}
const demandOver = (leadTimes: DayTable, known: Partial<PlanningPart> = {}, reviewDays = 7) =>
  protectionDemand(reviewDays, demandCurve(part(known), t0), leadTimeForms(leadTimes, 20))
const still = { demandRate: { meanPerDay: 10, variancePerDay: 0, isAssumedVariability: false } }

describe('protectionDemand', () => {
  it('lasts the review period and the lead time of the next order', () => {
    const demand = demandOver(pointDayTable(60.5))
    expect(demand.meanDays).toBe(67.5)
    expect(demand.protection.mean).toBeCloseTo(675, 9)
    expect(demand.leadTime().mean).toBeCloseTo(605, 9)
  })

  it('is late by a number of days uniform on 0 to R − 1', () => {
    expect(demandOver(pointDayTable(60)).lateness().mean).toBeCloseTo(10 * (60 + 3), 9)
    const steps = demandOver({ firstDay: 60, probabilities: Float64Array.of(0.5, 0.5) }, still, 2).lateness()
    expect([600, 610, 620].map((x) => steps.cdf(x))).toEqual([0.25, 0.75, 1])
    expect(demandOver(pointDayTable(60), {}, 1).lateness().mean).toBeCloseTo(600, 9)
  })

  it('is one thing, made once', () => {
    const demand = demandOver(pointDayTable(60))
    expect(demand.leadTime()).toBe(demand.leadTime())
    expect(demand.lateness()).toBe(demand.lateness())
  })

  // Erratic usage is worked out at every so many days; what lies below the least quantity of that, at every day.
  it.each(['gamma', 'normal', 'negative-binomial'] as const)('answers with a lattice of lengths as over every single day, for %s usage', (demandFamily) => {
    const slow = demandFamily === 'negative-binomial' ? 0.05 : 1
    const known = { demandFamily, demandRate: { meanPerDay: 10 * slow, variancePerDay: 900 * slow * slow, isAssumedVariability: false } }
    const curve = demandCurve(part(known), t0)
    expect(curve.lengths.stepDays).toBeGreaterThan(2)
    const table = gammaDayTable({ meanDays: 60, sdDays: 25 })
    const condensed = protectionDemand(7, curve, leadTimeForms(table, 20))
    const daily = protectionDemand(7, curve, madeForms(() => table, () => ({ stepDays: 1, firstDay: table.firstDay, weights: table.probabilities })))
    expect(condensed.meanDays).toBeCloseTo(daily.meanDays, 8)
    for (const name of ['protection', 'leadTime', 'lateness'] as const) {
      const one = name === 'protection' ? condensed.protection : condensed[name]()
      const other = name === 'protection' ? daily.protection : daily[name]()
      for (const share of [0.2, 0.5, 0.8, 1, 1.5, 2.5]) {
        const x = Math.round(share * other.mean)
        expect(Math.abs(one.cdf(x) - other.cdf(x))).toBeLessThanOrEqual(2e-9)
        expect(Math.abs(one.exceedance(x).excess - other.exceedance(x).excess)).toBeLessThanOrEqual(2e-9 * other.mean)
      }
      for (const probability of [0.2, 0.9, 0.999]) {
        const level = other.quantile(probability)
        expect(Math.abs(one.quantile(probability) - level)).toBeLessThanOrEqual(1e-7 * level)
      }
    }
  })
})
