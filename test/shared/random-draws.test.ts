import { describe, expect, it } from 'vitest'
import { countDraws } from '../../shared/probability/count-draw'
import { exponentialDraw } from '../../shared/probability/exponential-draw'
import { gammaCdf } from '../../shared/probability/gamma-distribution'
import { fillGammaDraws } from '../../shared/probability/gamma-draw'
import { negativeBinomialProbability } from '../../shared/probability/negative-binomial-distribution'
import { normalDraw } from '../../shared/probability/normal-draw'
import { standardNormalCdf } from '../../shared/probability/normal-distribution'
import { poissonProbability } from '../../shared/probability/poisson-distribution'
import { randomState } from '../../shared/probability/random-state'

const count = 200_000

/** Largest distance between the drawn and the exact distribution, in units of 1/√n: beyond 2.5 once in 130,000 samples (Kolmogorov). */
function kolmogorov(drawn: Float64Array, cdf: (x: number) => number): number {
  const sorted = drawn.toSorted()
  let largest = 0
  sorted.forEach((x, index) => {
    const exact = cdf(x)
    largest = Math.max(largest, exact - index / sorted.length, (index + 1) / sorted.length - exact)
  })
  return largest * Math.sqrt(sorted.length)
}

describe('normalDraw', () => {
  it('has the normal distribution, its tails too', () => {
    const state = randomState(1, [1])
    const drawn = Float64Array.from({ length: count }, () => normalDraw(state))
    expect(kolmogorov(drawn, standardNormalCdf)).toBeLessThan(2.5)
    let beyond = 0
    for (let index = 0; index < 4_000_000; index++) if (Math.abs(normalDraw(state)) > 3.5) beyond++
    const expected = 4_000_000 * 2 * (1 - standardNormalCdf(3.5))
    expect(Math.abs(beyond - expected)).toBeLessThan(4.5 * Math.sqrt(expected))
  })
})

describe('exponentialDraw', () => {
  it('has the exponential distribution, its tail too', () => {
    const state = randomState(1, [2])
    const drawn = Float64Array.from({ length: count }, () => exponentialDraw(state))
    expect(kolmogorov(drawn, (x) => 1 - Math.exp(-x))).toBeLessThan(2.5)
    let beyond = 0
    for (let index = 0; index < 4_000_000; index++) if (exponentialDraw(state) > 8) beyond++
    const expected = 4_000_000 * Math.exp(-8)
    expect(Math.abs(beyond - expected)).toBeLessThan(4.5 * Math.sqrt(expected))
  })
})

describe('fillGammaDraws', () => {
  it.each([0.056, 0.4, 0.999, 1, 1.001, 2.3, 40])('has the gamma distribution of shape %s', (shape) => {
    const state = randomState(1, [3])
    const array = new Float64Array(count)
    fillGammaDraws(state, { shape, scale: 7 }, { array, from: 0, until: count })
    // Draws below e^−40 of the scale are 0; the exact distribution has next to nothing there but for the smallest shapes.
    const atZero = gammaCdf({ mean: 7 * shape, variance: 49 * shape, x: 7 * Math.exp(-40) })
    expect(kolmogorov(array, (x) => (x === 0 ? atZero : gammaCdf({ mean: 7 * shape, variance: 49 * shape, x })))).toBeLessThan(shape < 0.1 ? 2.5 + atZero * Math.sqrt(count) : 2.5)
    const mean = array.reduce((sum, x) => sum + x, 0) / count
    expect(Math.abs(mean - 7 * shape)).toBeLessThan(4.5 * 7 * Math.sqrt(shape / count))
  })

  it('fills only the stretch it is given', () => {
    const array = new Float64Array(5).fill(-1)
    fillGammaDraws(randomState(1, []), { shape: 2, scale: 1 }, { array, from: 1, until: 3 })
    expect([array[0], array[3], array[4]]).toEqual([-1, -1, -1])
    expect(array[1]! > 0 && array[2]! > 0).toBe(true)
  })
})

describe('countDraws', () => {
  function chiSquare(of: { readonly mean: number; readonly varianceToMean: number }, probability: (k: number) => number): { readonly distance: number; readonly cells: number } {
    const drawn = new Float64Array(count)
    countDraws(of)(randomState(1, [4]), drawn, 0, count)
    const seen = new Map<number, number>()
    for (const k of drawn) seen.set(k, (seen.get(k) ?? 0) + 1)
    let distance = 0
    let cells = 0
    for (let k = 0; k < 400; k++) {
      const expected = count * probability(k)
      if (expected < 20) continue
      distance += ((seen.get(k) ?? 0) - expected) ** 2 / expected
      cells++
    }
    return { distance, cells }
  }

  it.each([[0.3, 2.5], [2, 2], [30, 3]])('has the negative binomial distribution: mean %s, variance %s times that', (mean, varianceToMean) => {
    const { distance, cells } = chiSquare({ mean, varianceToMean }, (k) => negativeBinomialProbability({ mean, variance: mean * varianceToMean, count: k }))
    expect(cells).toBeGreaterThan(3)
    expect(distance).toBeLessThan(cells + 5 * Math.sqrt(2 * cells))
  })

  it.each([0.4, 12])('is Poisson where the variance does not exceed the mean of %s', (mean) => {
    const { distance, cells } = chiSquare({ mean, varianceToMean: 0.7 }, (k) => poissonProbability({ mean, count: k }))
    expect(cells).toBeGreaterThan(3)
    expect(distance).toBeLessThan(cells + 5 * Math.sqrt(2 * cells))
  })

  it('draws whole numbers with the right moments where the table would be too long', () => {
    const of = { mean: 1e9, varianceToMean: 1e7 }
    const drawn = new Float64Array(20_000)
    countDraws(of)(randomState(1, [5]), drawn, 0, drawn.length)
    const mean = drawn.reduce((sum, k) => sum + k, 0) / drawn.length
    expect(drawn.every(Number.isInteger)).toBe(true)
    expect(Math.abs(mean - of.mean)).toBeLessThan(4.5 * Math.sqrt((of.mean * of.varianceToMean) / drawn.length))
  })

  it.each([['mean', 0], ['varianceToMean', -1]] as const)('names %s when it is %s', (argument, value) => {
    expect(() => countDraws({ mean: 1, varianceToMean: 2, [argument]: value })).toThrow(expect.objectContaining({ argument, value }))
  })
})
