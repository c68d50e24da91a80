import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import {
  assumedDemandRate, averageMonthDays, buildPlanDemandRate, historyDemandRate, periodsInWindow, statedDemandRate, type HistoryPeriod,
} from '../../shared/demand/demand-rate'

function months(quantities: readonly (readonly [start: string, days: number, quantity: number])[]): HistoryPeriod[] {
  return quantities.map(([start, days, quantity]) => ({ startDate: civilDate(start), days, quantity }))
}

const defaultWeeklyCv = 0.25

describe('statedDemandRate', () => {
  it('takes a month as 365.25/12 days', () => {
    expect(averageMonthDays).toBe(30.4375)
    const rate = statedDemandRate({ per: 'month', mean: 3043.75, sd: 304.375, defaultWeeklyCv })
    expect(rate.meanPerDay).toBeCloseTo(100, 12)
    expect(rate.variancePerDay).toBeCloseTo(304.375 ** 2 / 30.4375, 9)
  })

  it('takes the default variation of weekly usage without a standard deviation, and says so, per month too', () => {
    const week = statedDemandRate({ per: 'week', mean: 70, sd: null, defaultWeeklyCv })
    const month = statedDemandRate({ per: 'month', mean: 10 * averageMonthDays, sd: null, defaultWeeklyCv })
    expect(week).toEqual({ meanPerDay: 10, variancePerDay: (0.25 * 70) ** 2 / 7, isAssumedVariability: true })
    expect(month.variancePerDay).toBeCloseTo(week.variancePerDay, 12)
  })

  it('believes a stated standard deviation of 0', () => {
    expect(statedDemandRate({ per: 'week', mean: 70, sd: 0, defaultWeeklyCv })).toEqual({ meanPerDay: 10, variancePerDay: 0, isAssumedVariability: false })
  })

  it.each([['mean', -1], ['mean', NaN], ['sd', -1], ['sd', Infinity]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => statedDemandRate({ per: 'week', mean: 70, sd: 14, defaultWeeklyCv, [argument]: value })).toThrow(
      expect.objectContaining({ name: 'DomainError', argument, value }),
    )
  })
})

describe('assumedDemandRate', () => {
  it('has the weekly standard deviation that the coefficient of variation says', () => {
    const { variancePerDay } = assumedDemandRate({ meanPerDay: 40, defaultWeeklyCv: 0.3 })
    expect(Math.sqrt(7 * variancePerDay)).toBeCloseTo(0.3 * 280, 10)
  })

  it('names a variation below 0', () => {
    expect(() => assumedDemandRate({ meanPerDay: 1, defaultWeeklyCv: -0.1 })).toThrow(expect.objectContaining({ argument: 'defaultWeeklyCv' }))
  })
})

describe('periodsInWindow', () => {
  const history = months([['2025-11-01', 30, 1], ['2025-12-01', 31, 2], ['2026-01-01', 31, 3], ['2026-02-01', 28, 4]])

  it('counts a period that lies wholly in the window, its end being the first day no longer in it', () => {
    const inside = periodsInWindow(history, { fromDate: civilDate('2025-12-01'), untilDate: civilDate('2026-02-01') })
    expect(inside.map((period) => period.quantity)).toEqual([2, 3])
  })

  it('takes a window of twelve months to a planning date in the middle of one', () => {
    const window = { fromDate: civilDate('2025-11-23'), untilDate: civilDate('2026-11-23') }
    const known = months([['2025-11-01', 30, 1], ['2025-12-01', 31, 2], ['2026-10-23', 31, 3], ['2026-11-01', 30, 4]])
    expect(periodsInWindow(known, window).map((period) => period.quantity)).toEqual([2, 3])
  })

  it('leaves out a period that reaches over either end by a day', () => {
    const inside = periodsInWindow(history, { fromDate: civilDate('2025-12-02'), untilDate: civilDate('2026-02-28') })
    expect(inside.map((period) => period.quantity)).toEqual([3])
  })
})

describe('historyDemandRate', () => {
  // By hand: μ = 900/90 = 10; (310-310)²/31 + (294-280)²/28 + (296-310)²/31 = 7 + 6.3226; half of it.
  it('is Σq/Σlen, and the squared deviations by length over n − 1', () => {
    const rate = historyDemandRate({ periods: months([['2026-01-01', 31, 310], ['2026-02-01', 28, 294], ['2026-03-01', 31, 296]]), defaultWeeklyCv })
    expect(rate.meanPerDay).toBe(10)
    expect(rate.variancePerDay).toBeCloseTo((7 + 196 / 31) / 2, 12)
    expect(rate.isAssumedVariability).toBe(false)
  })

  it('sees no variability in months that differ only in length', () => {
    const steady = historyDemandRate({ periods: months([['2026-01-01', 31, 310], ['2026-02-01', 28, 280], ['2026-03-01', 31, 310]]), defaultWeeklyCv })
    const equal = historyDemandRate({ periods: months([['2026-01-01', 31, 300], ['2026-02-01', 28, 300], ['2026-03-01', 31, 300]]), defaultWeeklyCv })
    expect(steady.variancePerDay).toBe(0)
    expect(equal.variancePerDay).toBeGreaterThan(1)
  })

  it('takes a missing month as missing, not as zero', () => {
    const quarter = months([['2026-01-01', 31, 310], ['2026-02-01', 28, 280], ['2026-04-01', 30, 300]])
    const withZero = [...quarter, ...months([['2026-03-01', 31, 0]])]
    expect(historyDemandRate({ periods: quarter, defaultWeeklyCv }).meanPerDay).toBe(10)
    expect(historyDemandRate({ periods: withZero, defaultWeeklyCv }).meanPerDay).toBe(890 / 120)
  })

  it('takes the mean of two periods and the default variability', () => {
    const rate = historyDemandRate({ periods: months([['2026-01-01', 31, 300], ['2026-02-01', 28, 290]]), defaultWeeklyCv })
    expect(rate).toEqual(assumedDemandRate({ meanPerDay: 10, defaultWeeklyCv }))
  })

  it('takes returns beyond issues in one month, but no history that is negative in total or empty', () => {
    expect(historyDemandRate({ periods: months([['2026-01-01', 31, 900], ['2026-02-01', 28, -10], ['2026-03-01', 31, 10]]), defaultWeeklyCv }).meanPerDay).toBe(10)
    for (const periods of [months([['2026-01-01', 31, -1]]), []]) {
      expect(() => historyDemandRate({ periods, defaultWeeklyCv })).toThrow(expect.objectContaining({ argument: 'meanPerDay' }))
    }
  })

  it('does not depend on the order of its periods, and scales with the unit', () => {
    const quantity = fc.integer({ min: 0, max: 10_000 })
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 92 }), quantity), { minLength: 3, maxLength: 24 }), (rows) => {
      const periods = rows.map(([days, units], index) => ({ startDate: civilDate(`20${10 + index}-01-01`), days, quantity: units }))
      const rate = historyDemandRate({ periods, defaultWeeklyCv })
      const turned = historyDemandRate({ periods: periods.toReversed(), defaultWeeklyCv })
      const inGrams = historyDemandRate({ periods: periods.map((one) => ({ ...one, quantity: 1000 * one.quantity })), defaultWeeklyCv })
      expect(turned.meanPerDay).toBeCloseTo(rate.meanPerDay, 9)
      expect(Math.abs(turned.variancePerDay - rate.variancePerDay)).toBeLessThanOrEqual(1e-9 * (1 + rate.variancePerDay))
      expect(Math.abs(inGrams.variancePerDay - 1e6 * rate.variancePerDay)).toBeLessThanOrEqual(1e-3 * (1 + rate.variancePerDay))
    }))
  })
})

describe('buildPlanDemandRate', () => {
  it('adds pieces × builds × (1 + scrap) over the assemblies', () => {
    const rate = buildPlanDemandRate({
      uses: [{ quantityPerProduct: 96, buildsPerWeek: 180, scrapRate: 0.02 }, { quantityPerProduct: 2, buildsPerWeek: 35, scrapRate: 0 }],
      sdPerWeek: 700, defaultWeeklyCv,
    })
    expect(rate.meanPerDay).toBeCloseTo((96 * 180 * 1.02 + 70) / 7, 9)
    expect(rate.variancePerDay).toBeCloseTo(70_000, 9)
  })

  it('is no demand where nothing uses the part', () => {
    expect(buildPlanDemandRate({ uses: [], sdPerWeek: null, defaultWeeklyCv })).toEqual({ meanPerDay: 0, variancePerDay: 0, isAssumedVariability: true })
  })

  it.each(['quantityPerProduct', 'buildsPerWeek', 'scrapRate'] as const)('names a negative %s', (argument) => {
    const use = { quantityPerProduct: 2, buildsPerWeek: 350, scrapRate: 0.02, [argument]: -0.1 }
    expect(() => buildPlanDemandRate({ uses: [use], sdPerWeek: null, defaultWeeklyCv })).toThrow(expect.objectContaining({ argument, value: -0.1 }))
  })
})
