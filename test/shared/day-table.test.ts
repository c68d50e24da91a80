import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  convolvedDayTable,
  cutDayTable,
  dayTableMean,
  dayTableQuantile,
  dayTableVariance,
  mixedDayTable,
  pointDayTable,
  shiftedDayTable,
  type DayTable,
} from '../../shared/probability/day-table'

const tables = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }))
  .map(([firstDay, weights]): DayTable => {
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return { firstDay, probabilities: Float64Array.from(weights, (weight) => weight / sum) }
  })

const sumOf = (table: DayTable) => table.probabilities.reduce((total, probability) => total + probability, 0)

describe('dayTableMean and dayTableVariance', () => {
  it('are 3.5 and 35/12 for a die', () => {
    const die = { firstDay: 1, probabilities: new Float64Array(6).fill(1 / 6) }
    expect(dayTableMean(die)).toBeCloseTo(3.5, 14)
    expect(dayTableVariance(die)).toBeCloseTo(35 / 12, 14)
  })
})

describe('dayTableQuantile', () => {
  it('finds a day whose sum is exactly the probability, though tenths do not add up in doubles', () => {
    const tenths = { firstDay: 0, probabilities: new Float64Array(10).fill(0.1) }
    expect(dayTableQuantile(tenths, 0.8)).toBe(7)
    expect(dayTableQuantile(tenths, 0.8 + 1e-11)).toBe(8)
  })

  it('is the last day when the sum falls short of the probability', () => {
    expect(dayTableQuantile({ firstDay: 5, probabilities: Float64Array.of(0.5, 0.4) }, 0.95)).toBe(6)
  })

  it.each([0, 1, NaN])('names the probability when it is %s', (probability) => {
    expect(() => dayTableQuantile(pointDayTable(3), probability)).toThrow(expect.objectContaining({ argument: 'probability' }))
  })
})

describe('convolvedDayTable', () => {
  it('gives the sums of two dice', () => {
    const die = { firstDay: 1, probabilities: new Float64Array(6).fill(1 / 6) }
    const sum = convolvedDayTable(die, die)
    expect(sum.firstDay).toBe(2)
    expect(Array.from(sum.probabilities, (probability) => Math.round(probability * 36))).toEqual([1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1])
  })

  it('adds means and variances, and keeps the sum', () => {
    fc.assert(fc.property(tables, tables, (a, b) => {
      const sum = convolvedDayTable(a, b)
      expect(dayTableMean(sum)).toBeCloseTo(dayTableMean(a) + dayTableMean(b), 9)
      expect(dayTableVariance(sum)).toBeCloseTo(dayTableVariance(a) + dayTableVariance(b), 8)
      expect(Math.abs(sumOf(sum) - 1)).toBeLessThanOrEqual(1e-12)
    }))
  })
})

describe('cutDayTable', () => {
  it('drops what lies beyond the smallest day with less than 1e-9 after it, and divides by the sum', () => {
    const table = { firstDay: 3, probabilities: Float64Array.of(0.5, 0.5 - 2.8e-9, 2e-9, 5e-10, 3e-10) }
    const cut = cutDayTable(table)
    expect(cut.firstDay).toBe(3)
    expect(cut.probabilities.length).toBe(3)
    expect(cut.probabilities[2]).toBeCloseTo(2e-9 / (1 - 8e-10), 24)
    expect(Math.abs(sumOf(cut) - 1)).toBeLessThanOrEqual(1e-15)
  })

  it('keeps a day with exactly 1e-9 beyond the day before it', () => {
    expect(cutDayTable({ firstDay: 0, probabilities: Float64Array.of(1 - 1e-9, 1e-9) }).probabilities.length).toBe(2)
  })

  it('leaves its argument as it was', () => {
    const table = { firstDay: 0, probabilities: Float64Array.of(1, 1e-10) }
    cutDayTable(table)
    expect([...table.probabilities]).toEqual([1, 1e-10])
  })

  it('refuses a table without probability', () => {
    expect(() => cutDayTable({ firstDay: 0, probabilities: new Float64Array(3) })).toThrow(expect.objectContaining({ argument: 'table' }))
  })
})

describe('mixedDayTable', () => {
  it('weighs the means', () => {
    fc.assert(fc.property(tables, tables, fc.double({ min: 0.01, max: 5, noNaN: true }), (a, b, weight) => {
      const mixed = mixedDayTable([{ weight, table: a }, { weight: 1, table: b }])
      expect(dayTableMean(mixed)).toBeCloseTo((weight * dayTableMean(a) + dayTableMean(b)) / (weight + 1), 9)
      expect(Math.abs(sumOf(mixed) - 1)).toBeLessThanOrEqual(1e-12)
    }))
  })

  it('leaves out what has no weight', () => {
    const mixed = mixedDayTable([{ weight: 0, table: pointDayTable(1) }, { weight: 2, table: pointDayTable(9) }])
    expect(mixed).toEqual(pointDayTable(9))
  })

  it('names what is wrong with its weights', () => {
    expect(() => mixedDayTable([])).toThrow(expect.objectContaining({ argument: 'parts' }))
    expect(() => mixedDayTable([{ weight: 0, table: pointDayTable(1) }])).toThrow(expect.objectContaining({ argument: 'parts' }))
    expect(() => mixedDayTable([{ weight: -1, table: pointDayTable(1) }])).toThrow(expect.objectContaining({ argument: 'weight' }))
  })
})

describe('shiftedDayTable', () => {
  it('moves every day by as many', () => {
    expect(dayTableMean(shiftedDayTable(pointDayTable(4.5), 10))).toBe(14.5)
    expect(shiftedDayTable(pointDayTable(4), -4).firstDay).toBe(0)
  })

  it.each([-5, 0.5, NaN])('names days when they are %s', (days) => {
    expect(() => shiftedDayTable(pointDayTable(4), days)).toThrow(expect.objectContaining({ argument: 'days' }))
  })
})

describe('pointDayTable', () => {
  it('keeps the mean', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), (days) => {
      expect(Math.abs(dayTableMean(pointDayTable(days)) - days)).toBeLessThanOrEqual(1e-12 * Math.max(1, days))
    }))
  })

  it.each([-0.5, NaN, Infinity])('names days when they are %s', (days) => {
    expect(() => pointDayTable(days)).toThrow(expect.objectContaining({ argument: 'days' }))
  })
})
