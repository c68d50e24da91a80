import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pieceTails, type PieceTails } from '../../shared/safety-stock/piece-tails'

/** P(X > k) by the recursion in logarithms, so that nothing vanishes. */
function literal(mean: number, varianceToMean: number, pieces: number): number {
  if (mean === 0) return 0
  const size = mean / (varianceToMean - 1)
  let log = varianceToMean <= 1 ? -mean : -size * Math.log(varianceToMean)
  let cdf = Math.exp(log)
  for (let k = 1; k <= pieces; k++) {
    log += varianceToMean <= 1 ? Math.log(mean / k) : Math.log(((size + k - 1) / k) * (1 - 1 / varianceToMean))
    cdf += Math.exp(log)
  }
  return 1 - cdf
}
function tailOf(tails: PieceTails, index: number, pieces: number): number {
  const { values, at, first, end } = tails.row(pieces)
  return index < first ? 0 : index >= end ? 1 : (values[at + index] ?? NaN)
}

describe('pieceTails', () => {
  it.each([0.6, 1, 1.4, 5, 40])('agrees with the sum of every length to 1e-12, at a variance to mean of %d', (varianceToMean) => {
    const means = Float64Array.from({ length: 60 }, (_, index) => 0.7 * index * (1 + index / 30))
    const tails = pieceTails(means, varianceToMean)
    for (const pieces of [0, 3, 20, 9, 150, 60]) {
      means.forEach((mean, index) => expect(Math.abs(tailOf(tails, index, pieces) - literal(mean, varianceToMean, pieces))).toBeLessThanOrEqual(1e-12))
    }
  })

  it('begins lengths of which the probability of no piece is no double', () => {
    const means = Float64Array.of(1, 650, 900, 1400)
    const tails = pieceTails(means, 1)
    for (const pieces of [600, 905, 1390]) means.forEach((mean, index) => expect(Math.abs(tailOf(tails, index, pieces) - literal(mean, 1, pieces))).toBeLessThanOrEqual(1e-11))
  })

  it('holds while other parts are worked out between', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 4, maxLength: 30 }), (order) => {
      const all = Array.from({ length: 12 }, (_, index) => ({ mean: 4 + index, tails: pieceTails(Float64Array.of(1, 4 + index), 2) }))
      for (const index of order) {
        const one = all[index]
        if (one !== undefined) expect(tailOf(one.tails, 1, 6)).toBeCloseTo(literal(one.mean, 2, 6), 12)
      }
    }), { numRuns: 20 })
  })

  it('continues smoothly to means below 0: a polynomial through means above meets it', () => {
    const means = Float64Array.from({ length: 17 }, (_, index) => -0.05 + 0.05 * index)
    const tails = pieceTails(means, 1)
    const at = (index: number): number => tailOf(tails, index, 2)
    let continued = 0
    for (let point = 1; point <= 16; point++) {
      let share = 1
      for (let other = 1; other <= 16; other++) if (other !== point) share *= -other / (point - other)
      continued += share * at(point)
    }
    expect(at(0)).toBeCloseTo(continued, 9)
  })
})
