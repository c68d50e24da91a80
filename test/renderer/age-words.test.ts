import { describe, expect, it } from 'vitest'
import { ageWords } from '../../renderer/plan/age-words'
import { formatsOf } from '../../renderer/ui/formats'
import { civilDate } from '../../shared/calendar/civil-date'
import { timelineAge } from '../../shared/policy-timeline/timeline-age'

const words = (planningDate: string): string => ageWords(timelineAge(civilDate(planningDate)), { planningDate, formats: formatsOf('en-GB') })

describe('ageWords', () => {
  it('tells the age in the region’s dates, and what ended unverified', () => {
    expect(words('2026-11-23')).toBe(
      'The policy facts reach to 30 Jun 2026, 146 days before the planning date 23 Nov 2026. Ended since, and what holds now is not verified: US tariff suspension (10 Nov 2026); Announcement 70: the October rules are suspended (10 Nov 2026).',
    )
  })

  it('tells of a planning date before the facts, and of one day', () => {
    expect(words('2026-06-29')).toBe('The policy facts reach to 30 Jun 2026, 1 day after the planning date 29 Jun 2026.')
  })
})
