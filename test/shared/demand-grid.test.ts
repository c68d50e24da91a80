import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regularisedGammaP } from '../../shared/probability/incomplete-gamma'
import { demandGrid } from '../../shared/safety-stock/demand-grid'

describe('demandGrid', () => {
  it('keeps the distribution function of gamma demand to 1e-9 with far fewer lengths, for erratic usage', () => {
    fc.assert(fc.property(fc.double({ min: 0.6, max: 2.5, noNaN: true }), fc.integer({ min: 20, max: 80 }), fc.double({ min: 0.3, max: 3, noNaN: true }), (cv, firstDay, times) => {
      const perDay = 10
      const varianceToMean = 7 * cv * cv * perDay
      const cumulativeMeans = Float64Array.from({ length: 701 }, (_, n) => n * perDay)
      const grid = demandGrid({ cumulativeMeans, days: 700, varianceToMean, meanPerDay: perDay })
      // A bulk, a lump and a long tail, as a halt and refusals make them.
      const probabilities = Float64Array.from({ length: 500 }, (_, n) => Math.exp(-(((n - 40) / 15) ** 2)) + (n === 170 ? 3 : 0) + 0.01 * Math.exp(-n / 50))
      const sum = probabilities.reduce((total, one) => total + one, 0)
      const table = { firstDay, probabilities: probabilities.map((one) => one / sum) }
      const { first, weights } = grid.weightsOf(table)
      const x = times * perDay * (firstDay + 80)
      let exact = 0
      table.probabilities.forEach((p, n) => (exact += p * regularisedGammaP((perDay * (firstDay + n)) / varianceToMean, x / varianceToMean)))
      let found = 0
      weights.forEach((weight, index) => (found += weight * (grid.means[first + index] === 0 ? 1 : regularisedGammaP(grid.means[first + index]! / varianceToMean, x / varianceToMean))))
      expect(Math.abs(found - exact)).toBeLessThan(1e-9)
    }), { numRuns: 60 })
  })

  it('keeps every day for itself where usage is smooth, or forecast', () => {
    const cumulativeMeans = Float64Array.from({ length: 301 }, (_, n) => n * 10)
    const smooth = demandGrid({ cumulativeMeans, days: 300, varianceToMean: 1, meanPerDay: 10 })
    const forecast = demandGrid({ cumulativeMeans, days: 300, varianceToMean: 500, meanPerDay: null })
    expect(Array.from(smooth.means)).toEqual(Array.from(cumulativeMeans))
    expect(Array.from(forecast.means)).toEqual(Array.from(cumulativeMeans))
  })

  it('saves at least half of the lengths for a part with a weekly coefficient of variation of 1.6', () => {
    const cumulativeMeans = Float64Array.from({ length: 701 }, (_, n) => n)
    expect(demandGrid({ cumulativeMeans, days: 700, varianceToMean: 7 * 1.6 ** 2, meanPerDay: 1 }).means.length).toBeLessThan(350)
  })
})
