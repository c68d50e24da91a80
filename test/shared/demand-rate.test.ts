import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { buildPlanDemandRate, historyDemandRate, periodsInWindow, statedDemandRate } from '../../shared/demand/demand-rate'

const month = (startDate: string, days: number, quantity: number) => ({ startDate: civilDate(startDate), days, quantity })

describe('statedDemandRate', () => {
  it('takes a month as 365.25/12 days', () => {
    const rate = statedDemandRate({ per: 'month', mean: 365.25, sd: 12, defaultWeeklyCv: 0.25 })
    expect(rate.meanPerDay).toBeCloseTo(12, 12)
    expect(rate.variancePerDay).toBeCloseTo((144 * 12) / 365.25, 12)
  })

  it('without a standard deviation takes the default and says so', () => {
    expect(statedDemandRate({ per: 'week', mean: 70, sd: null, defaultWeeklyCv: 0.2 })).toEqual({ meanPerDay: 10, variancePerDay: 28, isAssumedVariability: true })
  })

  it.each([['mean', { mean: -1, sd: 1 }], ['sd', { mean: 1, sd: Number.NaN }]])('names %s outside its range', (argument, given) => {
    expect(() => statedDemandRate({ per: 'week', defaultWeeklyCv: 0.25, ...given })).toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('historyDemandRate', () => {
  it('has no variance where usage follows the days of the months', () => {
    const periods = [month('2026-01-01', 31, 310), month('2026-02-01', 28, 280), month('2026-03-01', 31, 310), month('2026-04-01', 30, 300)]
    expect(historyDemandRate({ periods, defaultWeeklyCv: 0.25 })).toEqual({ meanPerDay: 10, variancePerDay: 0, isAssumedVariability: false })
  })

  it('leaves a missing month out instead of taking it as zero', () => {
    const periods = [month('2026-01-01', 31, 310), month('2026-03-01', 31, 310), month('2026-04-01', 30, 300)]
    expect(historyDemandRate({ periods, defaultWeeklyCv: 0.25 }).meanPerDay).toBe(10)
  })

  it('takes the default variability with two periods', () => {
    expect(historyDemandRate({ periods: [month('2026-01-01', 31, 300), month('2026-02-01', 28, 320)], defaultWeeklyCv: 0.25 }).isAssumedVariability).toBe(true)
  })

  it('refuses a history that is negative in total, or empty', () => {
    expect(() => historyDemandRate({ periods: [month('2026-01-01', 31, -5)], defaultWeeklyCv: 0.25 })).toThrow(expect.objectContaining({ argument: 'meanPerDay' }))
    expect(() => historyDemandRate({ periods: [], defaultWeeklyCv: 0.25 })).toThrow(expect.objectContaining({ argument: 'meanPerDay' }))
  })
})

describe('periodsInWindow', () => {
  it('counts a period only if it lies wholly in the window', () => {
    const window = { fromDate: civilDate('2025-11-23'), untilDate: civilDate('2026-11-23') }
    const history = [month('2025-11-01', 30, 1), month('2025-12-01', 31, 2), month('2026-10-23', 31, 3), month('2026-11-01', 30, 4)]
    expect(periodsInWindow(history, window).map((period) => period.quantity)).toEqual([2, 3])
  })
})

describe('buildPlanDemandRate', () => {
  it('adds the assemblies with their scrap', () => {
    const uses = [{ quantityPerProduct: 4, buildsPerWeek: 25, scrapRate: 0.03 }, { quantityPerProduct: 1, buildsPerWeek: 60, scrapRate: 0 }]
    expect(buildPlanDemandRate({ uses, sdPerWeek: 7, defaultWeeklyCv: 0.25 }).meanPerDay).toBeCloseTo(163 / 7, 12)
  })
})
