import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayTableMean, dayTableVariance, type DayTable } from '../../shared/probability/day-table'
import { licenceWaitTable } from '../../shared/policy-timeline/licence-wait-table'
import type { LicenceWait } from '../../shared/policy-timeline/licence-wait'

const waits: fc.Arbitrary<LicenceWait> = fc.oneof(
  fc.double({ min: 0, max: 90, noNaN: true }).map((days) => ({ kind: 'fixed' as const, days })),
  fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 60 })).map(([minDays, width]) => ({ kind: 'uniform' as const, minDays, maxDays: minDays + width })),
  fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 40 })).map(
    ([minDays, up, down]) => ({ kind: 'triangular' as const, minDays, modeDays: minDays + up, maxDays: minDays + up + down }),
  ),
  fc.tuple(fc.integer({ min: 5, max: 60 }), fc.constantFrom(0.1, 0.4, 0.9)).map(([meanDays, cv]) => ({ kind: 'gamma' as const, meanDays, sdDays: cv * meanDays })),
  fc.array(fc.double({ min: 0, max: 80, noNaN: true }), { minLength: 1, maxLength: 6 }).map((days) => ({ kind: 'observed' as const, days })),
)

const sumOf = (table: DayTable): number => table.probabilities.reduce((sum, probability) => sum + probability, 0)
const rowsOf = ({ firstDay, probabilities }: DayTable): readonly (readonly [number, number])[] =>
  Array.from(probabilities, (probability, index) => [firstDay + index, probability] as const).filter(([, probability]) => probability > 1e-12)

describe('licenceWaitTable', () => {
  it('splits a fixed wait that is not whole between its two days, so that the mean holds', () => {
    expect(rowsOf(licenceWaitTable({ kind: 'fixed', days: 30.25 }, 0))).toEqual([[30, 0.75], [31, 0.25]])
    expect(rowsOf(licenceWaitTable({ kind: 'fixed', days: 30 }, 0))).toEqual([[30, 1]])
  })

  it('counts a working day as 7/5 calendar days, in every kind of wait', () => {
    expect(rowsOf(licenceWaitTable({ kind: 'fixed', days: 45, working: true }, 0)).map(([day]) => day)).toEqual([63])
    for (const [working, calendar] of [
      [{ kind: 'uniform', minDays: 20, maxDays: 45 }, { kind: 'uniform', minDays: 28, maxDays: 63 }],
      [{ kind: 'triangular', minDays: 10, modeDays: 20, maxDays: 45 }, { kind: 'triangular', minDays: 14, modeDays: 28, maxDays: 63 }],
      [{ kind: 'gamma', meanDays: 20, sdDays: 10 }, { kind: 'gamma', meanDays: 28, sdDays: 14 }],
      [{ kind: 'observed', days: [10, 25] }, { kind: 'observed', days: [14, 35] }],
    ] as const) {
      const days = new Map(rowsOf(licenceWaitTable({ ...working, working: true }, 0)))
      for (const [day, probability] of rowsOf(licenceWaitTable(calendar, 0))) expect(days.get(day)).toBeCloseTo(probability, 12)
    }
  })

  it('gives each observed wait the same weight', () => {
    expect(rowsOf(licenceWaitTable({ kind: 'observed', days: [20, 44.5, 20, 60] }, 0))).toEqual([[20, 0.5], [44, 0.125], [45, 0.125], [60, 0.25]])
  })

  it('takes a continuous wait to the nearest day: P(0) = F(½), P(k) = F(k + ½) − F(k − ½)', () => {
    const rows = rowsOf(licenceWaitTable({ kind: 'uniform', minDays: 0, maxDays: 4 }, 0))
    expect(rows.map(([day]) => day)).toEqual([0, 1, 2, 3, 4])
    rows.forEach(([, probability], day) => expect(probability).toBeCloseTo(day === 0 || day === 4 ? 0.125 : 0.25, 12))
  })

  it('takes equal ends, and a standard deviation of 0, as a fixed wait', () => {
    const fixed = licenceWaitTable({ kind: 'fixed', days: 21.5 }, 0)
    expect(licenceWaitTable({ kind: 'uniform', minDays: 21.5, maxDays: 21.5 }, 0)).toEqual(fixed)
    expect(licenceWaitTable({ kind: 'triangular', minDays: 21.5, modeDays: 21.5, maxDays: 21.5 }, 0)).toEqual(fixed)
    expect(licenceWaitTable({ kind: 'gamma', meanDays: 21.5, sdDays: 0 }, 0)).toEqual(fixed)
  })

  it('files a refused application again at once: n refusals make n + 1 waits, with probability (1 − r)·rⁿ', () => {
    const rows = rowsOf(licenceWaitTable({ kind: 'fixed', days: 30 }, 0.25))
    rows.slice(0, 12).forEach(([day, probability], refusals) => {
      expect(day).toBe(30 * (refusals + 1))
      expect(Math.abs(probability - 0.75 * 0.25 ** refusals)).toBeLessThan(1e-9)
    })
  })

  // Less than 1e-9 is left after 15 waits: 0.25¹⁴ is 3.7e-9, 0.25¹⁵ is 9.3e-10.
  it('ends where less than 1e-9 is left', () => {
    expect(rowsOf(licenceWaitTable({ kind: 'fixed', days: 30 }, 0.25)).at(-1)?.[0]).toBe(15 * 30)
  })

  it('sums waits of 0 days too: refused and filed again on the same day', () => {
    const rows = rowsOf(licenceWaitTable({ kind: 'observed', days: [0, 1] }, 0.5))
    // G(0) = ½·½ + ½·½·G(0) = 1/3; G(1) = ½·½ + ½·(½·G(1) + ½·G(0)) = 4/9; from there on G(n) = G(n − 1)/3.
    ;[1 / 3, 4 / 9, 4 / 27, 4 / 81].forEach((probability, day) => expect(Math.abs((rows[day]?.[1] ?? 0) - probability)).toBeLessThan(1e-9))
  })

  it('has the mean E[w]/(1 − r) and the variance of a geometric sum', () => {
    fc.assert(fc.property(waits, fc.constantFrom(0, 0.05, 0.2, 0.5), (wait, refusalRate) => {
      const once = licenceWaitTable(wait, 0)
      const whole = licenceWaitTable(wait, refusalRate)
      const mean = dayTableMean(once)
      const variance = dayTableVariance(once) / (1 - refusalRate) + (refusalRate * mean ** 2) / (1 - refusalRate) ** 2
      expect(Math.abs(dayTableMean(whole) - mean / (1 - refusalRate))).toBeLessThanOrEqual(1e-5 * (1 + mean))
      expect(Math.abs(dayTableVariance(whole) - variance)).toBeLessThanOrEqual(1e-4 * (1 + variance))
    }), { numRuns: 60 })
  })

  it('sums to 1 within 1e-12', () => {
    fc.assert(fc.property(waits, fc.constantFrom(0, 0.1, 0.5), (wait, refusalRate) => {
      expect(Math.abs(sumOf(licenceWaitTable(wait, refusalRate)) - 1)).toBeLessThanOrEqual(1e-12)
    }), { numRuns: 60 })
  })

  it.each([1, -0.1, NaN, 2])('names the refusal rate when it is %s', (refusalRate) => {
    expect(() => licenceWaitTable({ kind: 'fixed', days: 30 }, refusalRate)).toThrow(expect.objectContaining({ argument: 'refusalRate', value: refusalRate }))
  })

  it('refuses a refusal rate with which nobody ever gets a licence, rather than computing for minutes', () => {
    expect(() => licenceWaitTable({ kind: 'fixed', days: 365 }, 0.99)).toThrow(expect.objectContaining({ argument: 'refusalRate' }))
  })

  it.each<[string, LicenceWait]>([
    ['days', { kind: 'fixed', days: -1 }], ['days', { kind: 'fixed', days: NaN }], ['days', { kind: 'observed', days: [] }], ['days', { kind: 'observed', days: [3, -3] }],
    ['days', { kind: 'uniform', minDays: 9, maxDays: 8 }], ['days', { kind: 'triangular', minDays: 1, modeDays: 9, maxDays: 8 }],
    ['meanDays', { kind: 'gamma', meanDays: -1, sdDays: 1 }], ['sdDays', { kind: 'gamma', meanDays: 1, sdDays: Infinity }],
  ])('names %s of %o', (argument, wait) => {
    expect(() => licenceWaitTable(wait, 0)).toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})
