import { describe, expect, it } from 'vitest'
import { leadTimeSummary } from '../../shared/lead-time/lead-time-summary'
import { pointDayTable } from '../../shared/probability/day-table'

describe('leadTimeSummary', () => {
  it('gives the mean, the day half of the orders are in, and the day nine in ten are', () => {
    const summary = leadTimeSummary({ firstDay: 30, probabilities: Float64Array.of(0.4, 0.1, 0.4, 0, 0.1) })
    expect(summary.meanDays).toBeCloseTo(30 + 0.1 + 0.8 + 0.4, 12)
    expect(summary).toMatchObject({ medianDays: 31, lateDays: 32 })
  })

  it('is one day three times where the lead time is fixed', () => {
    expect(leadTimeSummary(pointDayTable(42))).toEqual({ meanDays: 42, medianDays: 42, lateDays: 42 })
  })
})
