import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { customsReleases } from '../../shared/policy-timeline/customs-calendar'

describe('customsReleases', () => {
  it('expects the figures of each month about the 20th of the next, across the turn of the year', () => {
    const events = customsReleases({ fromDate: civilDate('2026-12-20'), untilDate: civilDate('2027-02-20') })
    expect(events.map((event) => [event.id, event.effectiveDate])).toEqual([
      ['customs-release-2026-11', '2026-12-20'],
      ['customs-release-2026-12', '2027-01-20'],
    ])
    expect(events.flatMap((event) => event.effects)).toEqual([])
  })

  it('has none before the 20th', () => {
    expect(customsReleases({ fromDate: civilDate('2026-12-01'), untilDate: civilDate('2026-12-20') })).toEqual([])
  })
})
