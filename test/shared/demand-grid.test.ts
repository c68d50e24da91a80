import { describe, expect, it } from 'vitest'
import { regularisedGammaQ } from '../../shared/probability/incomplete-gamma'
import type { DayTable } from '../../shared/probability/day-table'
import { gammaDayTable } from '../../shared/probability/whole-days'
import { demandGrid } from '../../shared/safety-stock/demand-grid'

function gridOf(of: { meanPerDay: number; weeklyCv: number; days: number }) {
  const { meanPerDay, weeklyCv, days } = of
  const varianceToMean = 7 * weeklyCv ** 2 * meanPerDay
  const grid = demandGrid({ cumulativeMeans: Float64Array.from({ length: days + 1 }, (_, n) => n * meanPerDay), days, varianceToMean, meanPerDay })
  return { grid, varianceToMean }
}
const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** A lead time with two humps and a lone day far out, as a halt leaves it. */
const lengths: DayTable = (() => {
  const base = gammaDayTable({ meanDays: 70, sdDays: 20 })
  const probabilities = new Float64Array(430)
  base.probabilities.forEach((probability, index) => {
    const day = base.firstDay + index
    probabilities[day] = (probabilities[day] ?? 0) + 0.7 * probability
    if (day + 150 < 430) probabilities[day + 150] = (probabilities[day + 150] ?? 0) + 0.25 * probability
  })
  probabilities[429] = 0.05
  const sum = sumOf(probabilities)
  return { firstDay: 0, probabilities: probabilities.map((probability) => probability / sum) }
})()

describe('demandGrid', () => {
  it.each([0.1, 0.5, 1, 2, 4])('keeps the sum and the mean of a table over days, at a weekly variation of %d', (weeklyCv) => {
    const { grid } = gridOf({ meanPerDay: 10, weeklyCv, days: 440 })
    const { first, weights } = grid.weightsOf(lengths)
    expect(sumOf(weights)).toBeCloseTo(1, 10)
    const mean = weights.reduce((sum, weight, index) => sum + weight * (grid.means[first + index] ?? NaN), 0)
    expect(mean).toBeCloseTo(10 * lengths.probabilities.reduce((sum, probability, day) => sum + probability * day, 0), 6)
  })

  it.each([0.1, 0.5, 1, 2, 4])('stands for every day in the tail of gamma demand to 1e-9, at a weekly variation of %d', (weeklyCv) => {
    const { grid, varianceToMean } = gridOf({ meanPerDay: 10, weeklyCv, days: 440 })
    const { first, weights } = grid.weightsOf(lengths)
    const tail = (mean: number, x: number): number => (mean === 0 ? 0 : regularisedGammaQ(mean / varianceToMean, x / varianceToMean))
    for (const x of [200, 700, 1500, 2600, 5000]) {
      let byDays = 0
      lengths.probabilities.forEach((probability, day) => (byDays += probability * tail(10 * day, x)))
      let byGrid = 0
      weights.forEach((weight, index) => (byGrid += weight * tail(grid.means[first + index] ?? NaN, x)))
      expect(Math.abs(byGrid - byDays)).toBeLessThanOrEqual(1e-9)
    }
  })

  it('has far fewer lengths than days where usage is erratic, and every day where it is steady', () => {
    expect(gridOf({ meanPerDay: 10, weeklyCv: 4, days: 440 }).grid.means.length).toBeLessThan(220)
    expect(gridOf({ meanPerDay: 10, weeklyCv: 0.1, days: 440 }).grid.means.length).toBe(441)
  })

  it('saves at least half of the lengths of a part with a weekly variation of 1.6', () => {
    expect(gridOf({ meanPerDay: 10, weeklyCv: 1.6, days: 800 }).grid.means.length).toBeLessThan(400)
  })

  it('has every day where a forecast changes the mean', () => {
    const cumulativeMeans = Float64Array.from({ length: 301 }, (_, n) => (n < 100 ? n : 100 + 5 * (n - 100)))
    const grid = demandGrid({ cumulativeMeans, days: 300, varianceToMean: 500, meanPerDay: null })
    expect(grid.means).toEqual(cumulativeMeans)
    expect(grid.weightsOf({ firstDay: 90, probabilities: Float64Array.of(0.5, 0.5) })).toEqual({ first: 90, weights: Float64Array.of(0.5, 0.5) })
  })
})
