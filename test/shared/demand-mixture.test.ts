import { describe, expect, it } from 'vitest'
import { gammaQuantile } from '../../shared/probability/gamma-distribution'
import { mixtureMoments, quantileGuess } from '../../shared/safety-stock/demand-mixture'

describe('mixtureMoments', () => {
  it('adds how lengths differ to how demand of one length varies', () => {
    // Means 40 and 80 by halves: 20² between them, and 5 per unit of mean within.
    const moments = mixtureMoments({ weights: Float64Array.of(0.5, 0.5), means: Float64Array.of(40, 80), varianceToMean: 5 })
    expect(moments).toEqual({ mean: 60, variance: 400 + 300 })
  })

  it('has no variance where nothing varies, whatever roundings say', () => {
    expect(mixtureMoments({ weights: Float64Array.of(0.1, 0.2, 0.7), means: Float64Array.of(8.3, 8.3, 8.3), varianceToMean: 0 }).variance).toBeCloseTo(0, 12)
  })
})

describe('quantileGuess', () => {
  it('is within two hundredths of the quantile of a gamma variable that is not too skewed', () => {
    for (const relativeSd of [0.05, 0.2, 0.5]) {
      for (const probability of [0.5, 0.9, 0.99]) {
        const moments = { mean: 670, variance: (relativeSd * 670) ** 2 }
        const exact = gammaQuantile({ ...moments, probability })
        expect(Math.abs(quantileGuess(moments, probability) / exact - 1)).toBeLessThanOrEqual(0.02)
      }
    }
  })
})
