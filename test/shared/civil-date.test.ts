import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, civilDateFrom, civilDateOf, daysInMonth, isoDate, yearMonthDay, type CivilDate } from '../../shared/calendar/civil-date'

const anyDate = fc.integer({ min: civilDate('0001-01-01'), max: civilDate('9999-12-31') }).map((days) => days as CivilDate)

describe('civilDateOf', () => {
  it('counts days from 1970-01-01, negative before', () => {
    expect(civilDateOf({ year: 1970, month: 1, day: 1 })).toBe(0)
    expect(civilDateOf({ year: 1969, month: 12, day: 31 })).toBe(-1)
  })

  // The platform's own calendar is the independent program here; it counts milliseconds since 1970 in UTC.
  it('agrees with the platform on every day of the years 1 to 9999', () => {
    fc.assert(fc.property(anyDate, (date) => {
      const there = new Date(date * 86_400_000)
      expect(yearMonthDay(date)).toEqual({ year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate() })
      expect(civilDateOf(yearMonthDay(date))).toBe(date)
    }), { numRuns: 1000 })
  })

  it.each([
    { year: 0, month: 1, day: 1 }, { year: 10_000, month: 1, day: 1 }, { year: 2026, month: 0, day: 1 }, { year: 2026, month: 13, day: 1 },
    { year: 2026, month: 2, day: 29 }, { year: 2026, month: 4, day: 31 }, { year: 2026, month: 4, day: 0 }, { year: 2026, month: 4, day: 1.5 },
    { year: NaN, month: 4, day: 1 },
  ])('names the date when it is $year-$month-$day', (parts) => {
    expect(() => civilDateOf(parts)).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'date' }))
  })
})

describe('daysInMonth', () => {
  it('gives February 29 days every fourth year, not every hundredth, but every four hundredth', () => {
    expect([2024, 2025, 1900, 2000, 2100, 2400].map((year) => daysInMonth({ year, month: 2 }))).toEqual([29, 28, 28, 29, 28, 29])
  })

  it('sums to 365 days', () => {
    const months = Array.from({ length: 12 }, (_, index) => daysInMonth({ year: 2026, month: index + 1 }))
    expect(months).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  })
})

describe('civilDateFrom', () => {
  it.each([
    { text: '2026-2-03', kind: 'date-shape' }, { text: '03.02.2026', kind: 'date-shape' }, { text: '2026-02-03 ', kind: 'date-shape' },
    { text: '2026-02-03T00:00', kind: 'date-shape' }, { text: '', kind: 'date-shape' }, { text: '20260201', kind: 'date-shape' }, { text: '-026-02-03', kind: 'date-shape' },
    { text: '2026-02-29', kind: 'no-such-date' }, { text: '2026-13-01', kind: 'no-such-date' }, { text: '2026-00-01', kind: 'no-such-date' },
    { text: '2026-01-00', kind: 'no-such-date' }, { text: '2026-06-31', kind: 'no-such-date' }, { text: '0000-01-01', kind: 'no-such-date' },
  ])('calls "$text" $kind, never another day', ({ text, kind }) => {
    expect(civilDateFrom(text)).toEqual({ ok: false, problem: { kind, text } })
  })

  it('reads what isoDate writes', () => {
    fc.assert(fc.property(anyDate, (date) => {
      expect(civilDateFrom(isoDate(date))).toEqual({ ok: true, value: date })
    }))
  })
})

describe('civilDate', () => {
  it('refuses a text that is no date, with the text', () => {
    expect(() => civilDate('2026-02-30')).toThrow(expect.objectContaining({ argument: 'date', value: '2026-02-30' }))
  })
})

describe('isoDate', () => {
  it('writes years in four digits, so that texts sort as dates do', () => {
    expect(isoDate(civilDateOf({ year: 33, month: 4, day: 3 }))).toBe('0033-04-03')
    fc.assert(fc.property(anyDate, anyDate, (a, b) => {
      expect(isoDate(a) < isoDate(b)).toBe(a < b)
    }))
  })
})

describe('addDays', () => {
  it('crosses leap days and years, both ways', () => {
    expect(isoDate(addDays(civilDate('2028-02-28'), 1))).toBe('2028-02-29')
    expect(isoDate(addDays(civilDate('2027-12-31'), 60))).toBe('2028-02-29')
    expect(isoDate(addDays(civilDate('2027-01-01'), -365))).toBe('2026-01-01')
  })
})
