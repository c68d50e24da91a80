import { describe, expect, it } from 'vitest'
import { textbookSafetyStock } from '../../shared/safety-stock/textbook-safety-stock'

const part = {
  demandMeanPerDay: 40, demandVariancePerDay: 1600,
  baseLeadTimeMeanDays: 60, baseLeadTimeSdDays: 10,
  reviewPeriodDays: 7, cycleServiceLevel: 0.95,
}

describe('textbookSafetyStock', () => {
  it('gives the figure in its docstring', () => {
    expect(textbookSafetyStock(part)).toBeCloseTo(850.248, 3)
  })

  // Chopra & Meindl, example 12-1: 2500 ± 500 a week, two weeks, reorder point 6000.
  // They hold 1000; Φ(1000 / (500·√2)) = 0.9213503964748574 is the level that buys.
  it('holds 1000 phones for the B&M store at the service its reorder point gives', () => {
    const phones = {
      demandMeanPerDay: 2500 / 7, demandVariancePerDay: 500 ** 2 / 7,
      baseLeadTimeMeanDays: 14, baseLeadTimeSdDays: 0,
      reviewPeriodDays: 0, cycleServiceLevel: 0.921_350_396_474_857_4,
    }
    expect(textbookSafetyStock(phones)).toBeCloseTo(1000, 6)
  })

  it('scales with the part unit: the same part in grams needs 1000 times as much', () => {
    const inGrams = { ...part, demandMeanPerDay: 40e3, demandVariancePerDay: 1600e6 }
    expect(textbookSafetyStock(inGrams)).toBeCloseTo(1000 * textbookSafetyStock(part), 6)
  })

  it('adds reviews to the lead time: reviewing every 7 days costs what 7 more days of lead time cost', () => {
    const continuous = { ...part, reviewPeriodDays: 0, baseLeadTimeMeanDays: 67 }
    expect(textbookSafetyStock(continuous)).toBeCloseTo(textbookSafetyStock(part), 9)
  })

  it('adds variances, not standard deviations', () => {
    const ofDemand = textbookSafetyStock({ ...part, baseLeadTimeSdDays: 0 })
    const ofLeadTime = textbookSafetyStock({ ...part, demandVariancePerDay: 0 })
    expect(textbookSafetyStock(part)).toBeCloseTo(Math.hypot(ofDemand, ofLeadTime), 9)
  })

  it('is zero when nothing varies', () => {
    expect(textbookSafetyStock({ ...part, demandVariancePerDay: 0, baseLeadTimeSdDays: 0 })).toBe(0)
  })

  it('is negative below a cycle service level of one half', () => {
    expect(textbookSafetyStock({ ...part, cycleServiceLevel: 0.4 })).toBeLessThan(0)
  })

  it.each([
    ['cycleServiceLevel', 0], ['cycleServiceLevel', 1], ['cycleServiceLevel', NaN],
    ['demandMeanPerDay', -1], ['demandVariancePerDay', Infinity], ['baseLeadTimeSdDays', -0.5], ['baseLeadTimeMeanDays', NaN], ['reviewPeriodDays', -1],
  ] as const)('names %s when it is %s', (argument, value) => {
    expect(() => textbookSafetyStock({ ...part, [argument]: value }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument, value }))
  })
})
