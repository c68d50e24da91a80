import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { reviewDates } from '../../shared/horizon/review-dates'

const planningDate = civilDate('2026-11-23')

describe('reviewDates', () => {
  it('counts both ends: 53 weekly reviews in a year of 52 weeks', () => {
    const dates = reviewDates({ planningDate, horizonWeeks: 52, reviewPeriodDays: 7 })
    expect(dates).toHaveLength(53)
    expect(dates.at(-1)).toBe(planningDate + 364)
  })

  it('stops at the last review within the horizon', () => {
    expect(reviewDates({ planningDate, horizonWeeks: 4, reviewPeriodDays: 10 }).at(-1)).toBe(planningDate + 20)
  })

  it.each([['horizonWeeks', 0], ['reviewPeriodDays', 0.5]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => reviewDates({ planningDate, horizonWeeks: 4, reviewPeriodDays: 7, [argument]: value })).toThrow(expect.objectContaining({ argument, value }))
  })
})
