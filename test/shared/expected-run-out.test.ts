import { describe, expect, it } from 'vitest'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { expectedRunOut } from '../../shared/horizon/expected-run-out'

const planningDate = civilDate('2026-11-23')
const base = { planningDate, netStock: 25, meanPerDay: 10, forecast: [], receipts: [], days: 100 }

function runOut(of: Partial<Parameters<typeof expectedRunOut>[0]>): string | null {
  const date = expectedRunOut({ ...base, ...of })
  return date === null ? null : isoDate(date)
}

describe('expectedRunOut', () => {
  it('names the first day whose demand cannot be met whole', () => {
    expect(runOut({})).toBe('2026-11-26')
    expect(runOut({ netStock: 30 })).toBe('2026-11-27')
  })

  it('counts a receipt after the demand of its day, so that it helps from the next day on', () => {
    expect(runOut({ receipts: [{ date: civilDate('2026-11-26'), quantity: 1000 }] })).toBe('2026-11-26')
    expect(runOut({ receipts: [{ date: civilDate('2026-11-25'), quantity: 1000 }] })).toBeNull()
  })

  it('takes receipts in any order', () => {
    const receipts = [{ date: civilDate('2026-11-27'), quantity: 10 }, { date: civilDate('2026-11-24'), quantity: 20 }]
    expect(runOut({ receipts })).toBe(runOut({ receipts: receipts.toReversed() }))
  })

  it('follows a forecast: a month without demand uses nothing up', () => {
    const forecast = [{ fromDate: civilDate('2026-11-24'), untilDate: civilDate('2026-12-24'), meanPerDay: 0 }]
    expect(runOut({ forecast })).toBe('2026-12-26')
  })

  it('is at once for backorders, from the first day of demand on', () => {
    expect(runOut({ netStock: -5 })).toBe('2026-11-24')
  })

  it('is never for a part without demand, and not within a horizon that the stock outlasts', () => {
    expect(runOut({ meanPerDay: 0, netStock: 0 })).toBeNull()
    expect(runOut({ days: 2 })).toBeNull()
  })

  it.each([0, 1.5, Number.NaN])('names the days when they are %d', (days) => {
    expect(() => runOut({ days })).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'days' }))
  })
})
