import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { cumulativeMeanDemand } from '../../shared/demand/expected-demand'

const january = { fromDate: civilDate('2027-01-01'), untilDate: civilDate('2027-02-01'), meanPerDay: 25 }
const demand = (of: Partial<Parameters<typeof cumulativeMeanDemand>[0]>): number[] =>
  Array.from(cumulativeMeanDemand({ meanPerDay: 10, forecast: [], afterDate: civilDate('2026-12-30'), days: 4, ...of }))

describe('cumulativeMeanDemand', () => {
  it('grows by the mean of every day without a forecast', () => {
    expect(demand({})).toEqual([0, 10, 20, 30, 40])
  })

  it('begins on the day after the decision, and ends a forecast before its end date', () => {
    expect(demand({ forecast: [january], afterDate: civilDate('2026-12-31') })).toEqual([0, 25, 50, 75, 100])
    expect(demand({ forecast: [january], afterDate: civilDate('2027-01-29') })).toEqual([0, 25, 50, 60, 70])
  })

  it('takes the base mean before, between and after the forecast', () => {
    const whole = demand({ forecast: [january], afterDate: civilDate('2026-12-21'), days: 50 })
    expect(whole.at(-1)).toBe(10 * 10 + 31 * 25 + 9 * 10)
  })

  it('takes the later of two forecasts for the same day', () => {
    const firstOfJanuary = { ...january, untilDate: civilDate('2027-01-02'), meanPerDay: 0 }
    expect(demand({ forecast: [january, firstOfJanuary] })).toEqual([0, 10, 10, 35, 60])
    expect(demand({ forecast: [firstOfJanuary, january] })).toEqual([0, 10, 35, 60, 85])
  })

  it('is nothing over no days', () => {
    expect(demand({ days: 0, forecast: [january] })).toEqual([0])
  })
})
