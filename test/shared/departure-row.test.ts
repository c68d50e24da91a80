import { describe, expect, it } from 'vitest'
import { departureRow, fixedShares, movingRow, wholeRow, type DepartureRow, type FixedDays } from '../../shared/lead-time/departure-row'
import { sharedDays } from '../../shared/probability/day-lattice'

function madeOf(fixed: FixedDays, shares: Float64Array): readonly number[] {
  const length = Math.max(...fixed.parts.map((part) => part.probabilities.length))
  return Array.from({ length }, (_, day) => fixed.parts.reduce((sum, part, index) => sum + (shares[index] ?? 0) * (part.probabilities[day] ?? 0), 0))
}

describe('fixedShares', () => {
  it('makes up mixtures of two sets of days from two parts, however many there are', () => {
    const fixed: FixedDays = { firstDay: 100, parts: [] }
    for (let ready = 0; ready < 30; ready++) {
      const granted = 1 / (2 + ready)
      const values = Float64Array.of(granted, 0, 0.1 * (1 - granted), 0.6 * (1 - granted), 0.3 * (1 - granted))
      const shares = fixedShares(fixed, values)
      if (shares === null) throw new Error('too many parts')
      madeOf(fixed, shares).forEach((value, day) => expect(Math.abs(value - (values[day] ?? 0))).toBeLessThanOrEqual(1e-14))
    }
    expect(fixed.parts.length).toBe(2)
  })

  it('counts days beyond the end of shorter values as 0', () => {
    const fixed: FixedDays = { firstDay: 100, parts: [] }
    fixedShares(fixed, Float64Array.of(0.5, 0.5))
    const shares = fixedShares(fixed, Float64Array.of(0.25))
    expect(madeOf(fixed, shares ?? new Float64Array(0))).toEqual([expect.closeTo(0.25, 14), expect.closeTo(0, 14)])
  })

  it('gives up where every row is another, rather than keep as many parts', () => {
    const fixed: FixedDays = { firstDay: 100, parts: [] }
    const rows = Array.from({ length: 20 }, (_, day) => fixedShares(fixed, new Float64Array(20).fill(1, day, day + 1)))
    expect(rows[0]).not.toBeNull()
    expect(rows[19]).toBeNull()
    expect(fixed.parts.length).toBeLessThan(20)
  })
})

describe('departureRow', () => {
  it('is the table, with no days that stay where they are', () => {
    expect(departureRow({ firstDay: 7, probabilities: Float64Array.of(1) })).toMatchObject({ firstDay: 7, days: { probabilities: Float64Array.of(1) }, heldFromDay: Infinity, fixed: null, shares: null })
  })
})

describe('wholeRow', () => {
  const fixed: FixedDays = { firstDay: 103, parts: [sharedDays(Float64Array.of(1, 0)), sharedDays(Float64Array.of(0, 0.5, 0.5))] }

  it('is the days themselves where nothing is held', () => {
    const days = sharedDays(Float64Array.of(0.4, 0.6))
    expect(wholeRow(movingRow(100, days))).toEqual({ firstDay: 100, days })
  })

  it('puts the days before a halt and what leaves after it together, once', () => {
    const row: DepartureRow = { firstDay: 100, days: sharedDays(Float64Array.of(0.25, 0.25, 0.3, 0.2)), heldFromDay: 102, fixed, shares: Float64Array.of(0.125, 0.375) }
    const { firstDay, days } = wholeRow(row)
    expect([firstDay, ...days.probabilities]).toEqual([100, 0.25, 0.25, 0, 0.125, 0.1875, 0.1875])
    expect(wholeRow(row)).toBe(wholeRow(row))
  })

  it('begins on the first fixed day where nothing leaves before', () => {
    const row: DepartureRow = { firstDay: 100, days: null, heldFromDay: Infinity, fixed, shares: Float64Array.of(1) }
    expect([wholeRow(row).firstDay, ...wholeRow(row).days.probabilities].slice(0, 2)).toEqual([103, 1])
  })
})
