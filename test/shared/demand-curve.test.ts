import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { pointDayTable, type DayTable } from '../../shared/probability/day-table'
import { gammaDayTable } from '../../shared/probability/whole-days'
import { demandCurve as curveOf, type DemandCurve } from '../../shared/safety-stock/demand-curve'
import type { DemandFamily, DemandMixture } from '../../shared/safety-stock/demand-mixture'
import type { PlanningPart } from '../../shared/safety-stock/planning-part'
import { gammaCdf } from '../reference/literal-gamma'

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
/** A curve that takes tables over days. */
function demandCurve(of: PlanningPart): Omit<DemandCurve, 'over'> & { readonly over: (table: DayTable) => DemandMixture } {
  const curve = curveOf(of, t0)
  return { ...curve, over: ({ firstDay, probabilities }) => curve.over({ stepDays: 1, firstDay, weights: probabilities }) }
}
const still = { demandRate: { meanPerDay: 10, variancePerDay: 0, isAssumedVariability: false } }

describe('demandCurve', () => {
  const lengths = gammaDayTable({ meanDays: 60, sdDays: 25 })

  it('has the variance of the part in proportion to the mean of the interval', () => {
    expect(demandCurve(part()).varianceToMean).toBe(40)
    expect(demandCurve(part()).meanOver(31)).toBe(310)
  })

  it.each(['gamma', 'normal', 'negative-binomial'] as const)('is nothing over an interval without usage: %s', (demandFamily) => {
    const forecast = [{ fromDate: civilDate('2026-11-23'), untilDate: civilDate('2028-01-01'), meanPerDay: 0 }]
    const nothing = demandCurve(part({ forecast, demandFamily })).over(lengths)
    expect([nothing.mean, nothing.cdf(0), nothing.quantile(0.99), nothing.exceedance(0).excess]).toEqual([0, 1, 0, 0])
  })

  it('takes the forecast where there is one, and the part’s variance to mean with it', () => {
    const forecast = [{ fromDate: civilDate('2026-12-01'), untilDate: civilDate('2027-01-01'), meanPerDay: 30 }]
    const curve = demandCurve(part({ forecast }))
    expect(curve.meanOver(7)).toBe(70)
    expect(curve.meanOver(60)).toBe(29 * 10 + 31 * 30)
    const one = curve.over(pointDayTable(60))
    expect(one.cdf(1000)).toBeCloseTo(gammaCdf(1000, 1220 / 40, 1 / 40), 9)
  })

  it('counts erratic demand over a long table as over every single day', () => {
    for (const [meanPerDay, variancePerDay] of [[10, 400], [10, 4000], [0.3, 9]] as const) {
      const mixture = demandCurve(part({ demandRate: { meanPerDay, variancePerDay, isAssumedVariability: false } })).over(lengths)
      for (const share of [0.4, 1, 1.7, 3]) {
        const x = share * 60 * meanPerDay
        let cdf = 0
        lengths.probabilities.forEach((probability, index) => {
          const mean = (lengths.firstDay + index) * meanPerDay
          cdf += probability * (mean === 0 ? 1 : gammaCdf(x, (mean * meanPerDay) / variancePerDay, meanPerDay / variancePerDay))
        })
        expect(Math.abs(mixture.cdf(x) - cdf)).toBeLessThanOrEqual(2e-9)
      }
    }
  })

  it.each<[DemandFamily, boolean]>([['gamma', false], ['normal', false], ['negative-binomial', true]])('takes %s demand by its two moments; in whole pieces: %s', (demandFamily, isWhole) => {
    const mixture = demandCurve(part({ demandFamily })).over(pointDayTable(60))
    expect(mixture.isWhole).toBe(isWhole)
    expect(mixture.mean).toBeCloseTo(600, 9)
    // Var = 2·∫ E[(X − x)+] dx − mean², by the trapezium rule in steps of one unit: 60 days of 400.
    let second = mixture.exceedance(0).excess
    for (let x = 1; x < 2600; x++) second += 2 * mixture.exceedance(x).excess
    const spread = second - 600 ** 2
    expect(Math.abs(spread / 24_000 - 1)).toBeLessThan(0.02)
  })

  it('is in steps where demand does not vary, whatever its family', () => {
    for (const demandFamily of ['gamma', 'normal', 'negative-binomial'] as const) {
      const mixture = demandCurve(part({ ...still, demandFamily })).over(pointDayTable(60.5))
      expect(mixture.quantile(0.5)).toBe(600)
      expect(mixture.quantile(0.51)).toBe(610)
    }
  })

  it('is nothing at all without usage', () => {
    const curve = demandCurve(part({ demandRate: { meanPerDay: 0, variancePerDay: 0, isAssumedVariability: true } }))
    expect(curve.over(pointDayTable(60))).toMatchObject({ mean: 0, varianceToMean: 0 })
  })
})
