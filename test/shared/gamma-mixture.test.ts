import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regularisedGammaQ } from '../../shared/probability/incomplete-gamma'
import { gammaExpectedExcess } from '../../shared/probability/gamma-distribution'
import { gammaKernel, gammaMixture } from '../../shared/safety-stock/gamma-mixture'

/** Plain sums over every length, the function itself each time. */
function plain(means: Float64Array, weights: Float64Array, scale: number, x: number): { readonly probability: number; readonly excess: number } {
  let probability = 0
  let excess = 0
  means.forEach((mean, index) => {
    probability += weights[index]! * regularisedGammaQ(mean / scale, x / scale)
    excess += weights[index]! * gammaExpectedExcess({ mean, variance: mean * scale, x })
  })
  return { probability, excess }
}

const mixtures = fc.record({ perDay: fc.double({ min: 0.05, max: 500, noNaN: true }), cv: fc.double({ min: 0.1, max: 2, noNaN: true }), first: fc.integer({ min: 10, max: 90 }), days: fc.integer({ min: 1, max: 400 }), tilt: fc.double({ min: 0.9, max: 1.02, noNaN: true }) }).map(({ perDay, cv, first, days, tilt }) => {
  const means = Float64Array.from({ length: days }, (_, index) => perDay * (first + index))
  const raw = means.map((_, index) => tilt ** index)
  const sum = raw.reduce((total, one) => total + one, 0)
  return { means, weights: raw.map((one) => one / sum), scale: 7 * cv * cv * perDay }
})

describe('gammaMixture', () => {
  it('agrees with the plain sum over lengths, probabilities to 1e-9 and excesses to 1e-9 of the mean', () => {
    fc.assert(fc.property(mixtures, fc.double({ min: 0.2, max: 3, noNaN: true }), ({ means, weights, scale }, times) => {
      const mixture = gammaMixture({ family: 'gamma', varianceToMean: scale, means, weights }, gammaKernel(means, scale), 0)
      const x = times * mixture.mean
      const expected = plain(means, weights, scale, x)
      const found = mixture.exceedance(x)
      expect(Math.abs(found.probability - expected.probability)).toBeLessThan(1e-9)
      expect(Math.abs(1 - mixture.cdf(x) - expected.probability)).toBeLessThan(1e-9)
      expect(Math.abs(found.excess - expected.excess)).toBeLessThan(1e-9 * mixture.mean)
    }), { numRuns: 150 })
  })

  it('has a quantile at which the distribution function is what was asked for', () => {
    fc.assert(fc.property(mixtures, fc.constantFrom(0.5, 0.9, 0.97, 0.999), ({ means, weights, scale }, probability) => {
      const mixture = gammaMixture({ family: 'gamma', varianceToMean: scale, means, weights }, gammaKernel(means, scale), 0)
      const { probability: beyond } = plain(means, weights, scale, mixture.quantile(probability))
      expect(Math.abs(1 - beyond - probability)).toBeLessThan(3e-9)
    }), { numRuns: 100 })
  })
})
