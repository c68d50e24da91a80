import { describe, expect, it } from 'vitest'
import { continuedGammaTail, continuedGammaTerm } from '../../shared/probability/continued-gamma-tail'
import { regularisedGammaQ } from '../../shared/probability/incomplete-gamma'

/** ∫ t^(a−1)·e^(−t) dt from x on, by Simpson's rule in log t; it exists for every a. */
function upperIntegral(shape: number, x: number): number {
  const end = Math.log(x + 60 + 8 * Math.abs(shape))
  const count = 40_000
  const step = (end - Math.log(x)) / count
  let sum = 0
  for (let index = 0; index <= count; index++) {
    const t = x * Math.exp(index * step)
    sum += (index === 0 || index === count ? 1 : index % 2 === 1 ? 4 : 2) * t ** shape * Math.exp(-t)
  }
  return (sum * step) / 3
}

/** 1/Γ(a) by Stirling's series above 20 and 1/Γ(a) = a/Γ(a + 1) below. */
function inverseGamma(shape: number): number {
  if (shape < 20) return shape * inverseGamma(shape + 1)
  return 1 / (Math.sqrt((2 * Math.PI) / shape) * (shape / Math.E) ** shape * Math.exp(1 / (12 * shape) - 1 / (360 * shape ** 3) + 1 / (1260 * shape ** 5)))
}

describe('continuedGammaTail', () => {
  it.each([0.4, 1, 3, 12, 40])('is Γ(a, x)/Γ(a) for shapes from −2·√x on, at x = %d', (x) => {
    for (let shape = -2 * Math.sqrt(x) + 0.013; shape < 2; shape += 0.37) {
      expect(Math.abs(continuedGammaTail(shape, x) - upperIntegral(shape, x) * inverseGamma(shape))).toBeLessThanOrEqual(1e-10)
      expect(Math.abs(continuedGammaTerm(shape, x) - x ** shape * Math.exp(-x) * inverseGamma(shape + 1))).toBeLessThanOrEqual(1e-11)
    }
  })

  it('is 0 at shapes of 0 and −1, −2, …, and the gamma tail above 0', () => {
    for (const shape of [0, -1, -3]) expect(continuedGammaTail(shape, 2.5)).toBeCloseTo(0, 14)
    expect(continuedGammaTail(4.2, 3)).toBe(regularisedGammaQ(4.2, 3))
  })

  it('rises by its term from one shape to the next', () => {
    for (const shape of [-2.7, -0.4, 0, 1.5]) {
      expect(continuedGammaTail(shape + 1, 4) - continuedGammaTail(shape, 4)).toBeCloseTo(continuedGammaTerm(shape, 4), 13)
    }
  })
})
