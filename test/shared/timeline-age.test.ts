import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { builtInEvents } from '../../shared/policy-timeline/built-in-events'
import { timelineAge } from '../../shared/policy-timeline/timeline-age'

describe('timelineAge', () => {
  it('on 23 November 2026 is 146 days and has two open ends, the pause and the tariffs', () => {
    const age = timelineAge(civilDate('2026-11-23'))
    expect(age.asOfDate).toBe('2026-06-30')
    expect(age.ageDays).toBe(146)
    expect(age.openEnds.map((event) => event.id).toSorted()).toEqual(['announcement-70', 'us-tariff-suspension'])
    expect(age.sentence).toBe(
      'The policy facts reach to 2026-06-30, 146 days before the planning date 2026-11-23. Ended by then, and what holds since is not verified: US tariff suspension (2026-11-10); Announcement 70: the October rules are suspended (2026-11-10).',
    )
  })

  it('counts an end from its first day on', () => {
    expect(timelineAge(civilDate('2026-11-09')).openEnds).toEqual([])
    expect(timelineAge(civilDate('2026-11-10')).openEnds.length).toBe(2)
  })

  it('adds Announcement 72 and the first general licences as they end', () => {
    expect(timelineAge(civilDate('2026-12-02')).openEnds.map((event) => event.nominalEndDate)).toEqual([
      '2026-11-10', '2026-11-10', '2026-11-27', '2026-12-02',
    ])
  })

  it('closes an end that the user has verified', () => {
    const events = builtInEvents.map((event) =>
      event.id === 'announcement-70' ? { ...event, nominalEndDate: '2027-11-10', supersedesId: event.id } : event)
    expect(timelineAge(civilDate('2026-11-23'), events).openEnds.map((event) => event.id)).toEqual(['us-tariff-suspension'])
  })

  it('says so when the planning date lies before the facts', () => {
    expect(timelineAge(civilDate('2026-06-29')).sentence).toBe(
      'The policy facts reach to 2026-06-30, 1 day after the planning date 2026-06-29.',
    )
  })
})
