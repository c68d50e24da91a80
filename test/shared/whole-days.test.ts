import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutDayTable, dayTableMean, dayTableVariance, pointDayTable, type DayTable } from '../../shared/probability/day-table'
import { gammaCdf } from '../../shared/probability/gamma-distribution'
import {
  completeGammaDays,
  completeTriangularDays,
  completeUniformDays,
  gammaDayTable,
  observedDayTable,
  triangularDayTable,
  uniformDayTable,
  wholeDayTable,
} from '../../shared/probability/whole-days'
import figures from '../reference/probability-figures.json'

const sumOf = (table: DayTable) => table.probabilities.reduce((total, probability) => total + probability, 0)
const lastDayOf = (table: DayTable) => table.firstDay + table.probabilities.length - 1

type GammaDays = { meanDays: number; sdDays: number; lastDay: number; entries: [number, number][] }

describe('gammaDayTable', () => {
  // Figures: series at 70 digits, cut and renormalised there.
  it.each(figures.gammaDays as unknown as GammaDays[])('mean $meanDays sd $sdDays agrees with mpmath to 1e-13', ({ meanDays, sdDays, lastDay, entries }) => {
    const table = gammaDayTable({ meanDays, sdDays })
    expect(lastDayOf(table)).toBe(lastDay)
    expect(Math.abs(sumOf(table) - 1)).toBeLessThanOrEqual(1e-12)
    for (const [day, probability] of entries) {
      expect(Math.abs((table.probabilities[day - table.firstDay] ?? 0) - probability)).toBeLessThanOrEqual(1e-13)
    }
  })

  it('sums to 1 within 1e-12, never below 0, and is the cut of the complete table', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), fc.double({ min: 1e-4, max: 3, noNaN: true }), (meanDays, coefficient) => {
      const sdDays = meanDays * coefficient
      const table = gammaDayTable({ meanDays, sdDays })
      expect(Math.abs(sumOf(table) - 1)).toBeLessThanOrEqual(1e-12)
      expect(Math.min(...table.probabilities)).toBeGreaterThanOrEqual(0)
      const cut = cutDayTable(completeGammaDays({ meanDays, sdDays }))
      expect(lastDayOf(table)).toBe(lastDayOf(cut))
      table.probabilities.forEach((probability, i) => {
        expect(Math.abs(probability - (cut.probabilities[i + table.firstDay - cut.firstDay] ?? 0))).toBeLessThanOrEqual(1e-13)
      })
    }))
  })

  it('has the mean it was given, and its variance and a twelfth, where rounding to days loses nothing', () => {
    const table = completeGammaDays({ meanDays: 60, sdDays: 12 })
    expect(dayTableMean(table)).toBeCloseTo(60, 9)
    expect(dayTableVariance(table)).toBeCloseTo(144 + 1 / 12, 9)
  })

  it('is a fixed number of days for an sd of 0, and for one too small to show', () => {
    expect(gammaDayTable({ meanDays: 2.25, sdDays: 0 })).toEqual(pointDayTable(2.25))
    expect(gammaDayTable({ meanDays: 0, sdDays: 0 })).toEqual(pointDayTable(0))
    expect(dayTableMean(gammaDayTable({ meanDays: 60.3, sdDays: 1e-6 }))).toBe(60)
  })

  // Q(1e-12, 5e-13) = 2.8e-11: less than 1e-9 lies beyond day 0, though the mean is day 1.
  it('ends before its mean where the tail does', () => {
    expect(gammaDayTable({ meanDays: 1, sdDays: 1e6 })).toEqual(pointDayTable(0))
  })

  it.each([['meanDays', -1], ['sdDays', NaN], ['meanDays', 1e7], ['sdDays', 500_000]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => gammaDayTable({ meanDays: 60, sdDays: 12, [argument]: value }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('wholeDayTable', () => {
  it('agrees with gammaDayTable, from the cdf alone to 1e-13', () => {
    const table = wholeDayTable((x) => gammaCdf({ mean: 20, variance: 100, x }))
    const expected = gammaDayTable({ meanDays: 20, sdDays: 10 })
    expect(lastDayOf(table)).toBe(lastDayOf(expected))
    expected.probabilities.forEach((probability, i) => {
      expect(Math.abs(probability - (table.probabilities[i + expected.firstDay - table.firstDay] ?? 0))).toBeLessThanOrEqual(1e-13)
    })
  })

  it('uses an upper tail and an end where it is given them', () => {
    const table = wholeDayTable((x) => -Math.expm1(-x / 4), { upperTail: (x) => Math.exp(-x / 4) })
    expect(lastDayOf(table)).toBe(Math.ceil(4 * Math.log(1e9) - 0.5))
    const bounded = wholeDayTable((x) => Math.min(x / 7.5, 1), { largestDays: 7.5 })
    expect(lastDayOf(bounded)).toBe(7)
    expect(bounded.probabilities[0]).toBeCloseTo(0.5 / 7.5, 14)
  })

  it('ends where it is told to, though the cdf never reaches 1', () => {
    const table = wholeDayTable((x) => Math.min(0.9, x / 10), { largestDays: 20 })
    expect(Math.abs(sumOf(table) - 1)).toBeLessThanOrEqual(1e-12)
    expect(lastDayOf(table)).toBeLessThanOrEqual(20)
  })

  it('refuses a cdf that never reaches 1, or leaves [0, 1]', () => {
    for (const cdf of [() => 0.9, () => 0, () => NaN, (x: number) => x]) {
      expect(() => wholeDayTable(cdf)).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'cdf' }))
    }
  })
})

describe('uniformDayTable', () => {
  it('gives the first and the last day what lies nearest to them', () => {
    expect([...uniformDayTable({ minDays: 0, maxDays: 4 }).probabilities]).toEqual([0.125, 0.25, 0.25, 0.25, 0.125])
    expect(uniformDayTable({ minDays: 2.1, maxDays: 2.2 })).toEqual(pointDayTable(2))
  })

  it('keeps a mean of whole ends, and is a fixed number of days for equal ones', () => {
    expect(dayTableMean(completeUniformDays({ minDays: 30, maxDays: 75 }))).toBeCloseTo(52.5, 11)
    expect(uniformDayTable({ minDays: 7.5, maxDays: 7.5 })).toEqual(pointDayTable(7.5))
  })

  it.each([['minDays', -1], ['maxDays', 3], ['maxDays', Infinity]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => uniformDayTable({ minDays: 4, maxDays: 9, [argument]: value }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('triangularDayTable', () => {
  // Areas under x/8 from 0 to 4, by hand: x²/16 at 0.5, 1.5, 2.5, 3.5 and 4.
  it('gives the areas of a right triangle', () => {
    const areas = [0.25, 2, 4, 6, 3.75].map((area) => area / 16)
    expect([...triangularDayTable({ minDays: 0, modeDays: 4, maxDays: 4 }).probabilities]).toEqual(areas)
    expect([...triangularDayTable({ minDays: 0, modeDays: 0, maxDays: 4 }).probabilities].toReversed()).toEqual(areas)
  })

  it('has the mean of its three corners where they are whole', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 3 }), (days) => {
      const [minDays, modeDays, maxDays] = [...days].sort((a, b) => a - b) as [number, number, number]
      const table = completeTriangularDays({ minDays, modeDays, maxDays })
      expect(Math.abs(sumOf(table) - 1)).toBeLessThanOrEqual(1e-12)
      // Rounding to days moves the mean a little at the kinks: by at most 1/24 day.
      expect(Math.abs(dayTableMean(table) - (minDays + modeDays + maxDays) / 3)).toBeLessThanOrEqual(1 / 24)
    }))
  })

  it('is a fixed number of days for equal ends', () => {
    expect(triangularDayTable({ minDays: 9, modeDays: 9, maxDays: 9 })).toEqual(pointDayTable(9))
  })

  it.each([['minDays', -1], ['modeDays', 3], ['maxDays', 5]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => triangularDayTable({ minDays: 4, modeDays: 6, maxDays: 9, [argument]: value }))
      .toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('observedDayTable', () => {
  it('weighs every observation alike and splits what is not whole', () => {
    expect(observedDayTable([3, 4.5])).toEqual({ firstDay: 3, probabilities: Float64Array.of(0.5, 0.25, 0.25) })
  })

  it('has the mean of the observations', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 30 }), (days) => {
      expect(dayTableMean(observedDayTable(days))).toBeCloseTo(days.reduce((sum, day) => sum + day, 0) / days.length, 9)
    }))
  })

  it('names days when there are none or one is below 0', () => {
    expect(() => observedDayTable([])).toThrow(expect.objectContaining({ argument: 'days' }))
    expect(() => observedDayTable([3, -1])).toThrow(expect.objectContaining({ argument: 'days' }))
  })
})
