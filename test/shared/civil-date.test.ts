import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, civilDateFrom, civilDateOf, daysInMonth, isoDate, yearMonthDay } from '../../shared/calendar/civil-date'

describe('civilDateFrom', () => {
  it('refuses days the calendar does not have, never rolling over', () => {
    expect(civilDateFrom('2026-02-29')).toEqual({ ok: false, problem: { kind: 'no-such-date', text: '2026-02-29' } })
    expect(civilDateFrom('2026-13-01')).toMatchObject({ problem: { kind: 'no-such-date' } })
    expect(civilDateFrom('0000-01-01')).toMatchObject({ problem: { kind: 'no-such-date' } })
  })

  it('refuses other ways of writing a date', () => {
    for (const text of ['1.2.2026', '2026-2-1', '20260201', '', '2026-02-01 ']) {
      expect(civilDateFrom(text)).toMatchObject({ problem: { kind: 'date-shape', text } })
    }
  })
})

describe('civilDateOf and yearMonthDay', () => {
  // The proleptic Gregorian calendar of the ECMAScript standard is not ours.
  it('agree with the calendar of the JavaScript engine on any day of 1600 to 2600', () => {
    fc.assert(
      fc.property(fc.integer({ min: -135_140, max: 230_100 }), (days) => {
        const theirs = new Date(days * 86_400_000)
        const parts = { year: theirs.getUTCFullYear(), month: theirs.getUTCMonth() + 1, day: theirs.getUTCDate() }
        expect(civilDateOf(parts)).toBe(days)
        expect(yearMonthDay(civilDateOf(parts))).toEqual(parts)
      }),
    )
  })

  it('know leap years of centuries', () => {
    expect(daysInMonth({ year: 2000, month: 2 })).toBe(29)
    expect(daysInMonth({ year: 2100, month: 2 })).toBe(28)
  })
})

describe('isoDate', () => {
  it('is undone by civilDate and counts across a year', () => {
    expect(isoDate(addDays(civilDate('2027-12-31'), 60))).toBe('2028-02-29')
  })
})
