import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { condensedDays, dayLatticeMean, sharedDays, withoutFarEnd } from '../../shared/probability/day-lattice'
import { regularisedGammaQ } from '../../shared/probability/incomplete-gamma'
import { standardNormalCdf } from '../../shared/probability/normal-distribution'

/** Σ weights · f(day) of days that begin on a first day. */
function sumOf(probabilities: Float64Array, of: { readonly firstDay: number; readonly stepDays: number }, f: (day: number) => number): number {
  const phase = of.firstDay % of.stepDays
  const { weights, stepsBefore } = condensedDays(sharedDays(probabilities), of.stepDays, phase)
  const start = of.firstDay - phase - stepsBefore * of.stepDays
  return weights.reduce((sum, weight, index) => sum + weight * f(start + index * of.stepDays), 0)
}
const steps = fc.constantFrom(2, 3, 4, 6, 8, 12, 16)
const days = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 80 }).filter((all) => all.some((one) => one > 0.01)).map((all) => {
  const sum = all.reduce((total, one) => total + one, 0)
  return Float64Array.from(all, (one) => one / sum)
})

describe('condensedDays', () => {
  it('is the days themselves at a step of one day', () => {
    const probabilities = Float64Array.of(0.2, 0.8)
    expect(condensedDays(sharedDays(probabilities), 1, 0)).toMatchObject({ weights: probabilities, stepsBefore: 0 })
  })

  it('keeps the sum and the first fifteen moments', () => {
    fc.assert(fc.property(days, steps, fc.integer({ min: 100, max: 130 }), fc.integer({ min: 0, max: 15 }), (probabilities, stepDays, firstDay, power) => {
      const scaled = (day: number): number => ((day - 150) / 100) ** power
      const literal = probabilities.reduce((sum, probability, index) => sum + probability * scaled(firstDay + index), 0)
      expect(Math.abs(sumOf(probabilities, { firstDay, stepDays }, scaled) - literal)).toBeLessThanOrEqual(1e-11 * (1 + 3 ** power))
    }))
  })

  // The accuracy the docstring states, at every single day, which spreading can only improve.
  it('meets a normal distribution function four steps wide to 2e-10 at every day', () => {
    for (const stepDays of [2, 3, 6, 16]) {
      for (let firstDay = 200; firstDay < 200 + stepDays; firstDay++) {
        for (let distance = -8; distance <= 8; distance += 0.17) {
          const f = (day: number): number => standardNormalCdf((day - firstDay) / (4 * stepDays) - distance)
          expect(Math.abs(sumOf(Float64Array.of(1), { firstDay, stepDays }, f) - f(firstDay))).toBeLessThanOrEqual(2e-10)
        }
      }
    }
  })

  it('meets the gamma tail over its shapes as well, where it is skewed', () => {
    const worst = { error: 0 }
    for (const z of [3, 6, 15, 60]) {
      const stepDays = 8
      const shapePerDay = Math.sqrt(z) / (4 * stepDays)
      for (let firstDay = Math.ceil((0.4 * z) / shapePerDay); firstDay * shapePerDay < 3 * z; firstDay++) {
        const f = (day: number): number => (day <= 0 ? 0 : regularisedGammaQ(day * shapePerDay, z))
        if (firstDay < 8 * stepDays) continue
        worst.error = Math.max(worst.error, Math.abs(sumOf(Float64Array.of(1), { firstDay, stepDays }, f) - f(firstDay)))
      }
    }
    expect(worst.error).toBeLessThanOrEqual(3e-10)
  })

  it('knows what lies beyond each weight, in size and in sum, and is made once', () => {
    const of = sharedDays(Float64Array.of(0.1, 0.2, 0.7))
    const row = condensedDays(of, 4, 3)
    expect(condensedDays(of, 4, 3)).toBe(row)
    expect(row.rests[0]).toBeCloseTo(1, 12)
    expect(row.rests.at(-1)).toBe(0)
    row.weights.forEach((_, index) => {
      const after = Array.from(row.weights.subarray(index))
      expect(row.rests[index]).toBeCloseTo(after.reduce((sum, one) => sum + one, 0), 12)
      expect(row.tails[index]).toBeCloseTo(after.reduce((sum, one) => sum + Math.abs(one), 0), 6)
    })
  })
})

describe('withoutFarEnd', () => {
  it('puts what lies beyond the last weight on it, so that the sum holds', () => {
    const lattice = { stepDays: 3, firstDay: 2, weights: Float64Array.of(0.5, 0.5 - 1e-9, 5e-10, 5e-10) }
    const kept = withoutFarEnd(lattice, 2e-9)
    expect(kept.weights).toEqual(Float64Array.of(0.5, 0.5))
    expect(withoutFarEnd(lattice, 1e-12)).toBe(lattice)
    expect(dayLatticeMean(kept)).toBeCloseTo(3.5, 8)
  })
})
