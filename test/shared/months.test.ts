import { describe, expect, it } from 'vitest'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { addMonths } from '../../shared/calendar/months'

describe('addMonths', () => {
  it.each([
    ['2026-11-23', -12, '2025-11-23'], ['2026-11-23', 12, '2027-11-23'], ['2026-12-15', 1, '2027-01-15'], ['2026-01-15', -1, '2025-12-15'],
    ['2026-08-31', 1, '2026-09-30'], ['2024-02-29', 12, '2025-02-28'], ['2024-02-29', 48, '2028-02-29'], ['2026-03-31', -13, '2025-02-28'],
    ['2026-05-05', 0, '2026-05-05'], ['2026-12-01', -24, '2024-12-01'],
  ])('takes %s by %i months to %s', (from, months, to) => {
    expect(isoDate(addMonths(civilDate(from), months))).toBe(to)
  })

  it('refuses to leave the calendar', () => {
    expect(() => addMonths(civilDate('9999-06-01'), 12)).toThrow(expect.objectContaining({ argument: 'date' }))
  })
})
