import { describe, expect, it } from 'vitest'
import { monotoneRoot } from '../../shared/safety-stock/monotone-root'

const rootOf = (valueAndSlope: (x: number) => { value: number; slope: number }, known: Partial<Parameters<typeof monotoneRoot>[0]> = {}): number =>
  monotoneRoot({ valueAndSlope, lower: 0, guess: 1, varianceToMean: 0, ...known })

describe('monotoneRoot', () => {
  it.each([0.001, 1, 40, 1e6])('finds a root from a guess of %s', (guess) => {
    expect(rootOf((x) => ({ value: x ** 3 - 1000, slope: 3 * x ** 2 }), { guess })).toBeCloseTo(10, 9)
  })

  it('finds it without a slope that can be used', () => {
    for (const slope of [0, NaN]) expect(rootOf((x) => ({ value: x ** 2 - 2, slope }))).toBeCloseTo(Math.SQRT2, 9)
  })

  it('finds the place of a step', () => {
    expect(rootOf((x) => ({ value: x < 7.25 ? -1 : 1, slope: 0 }))).toBeCloseTo(7.25, 9)
  })

  it('finds the beginning of a plateau at 0', () => {
    const found = rootOf((x) => ({ value: x < 3 ? x - 3 : x < 5 ? 0 : x - 5, slope: x < 3 || x > 5 ? 1 : 0 }), { guess: 4.5 })
    expect(found).toBeCloseTo(3, 9)
  })

  it('crosses a plateau below 0', () => {
    expect(rootOf((x) => ({ value: x < 3 ? x - 3.5 : x < 800 ? -0.5 : x - 800.5, slope: x < 3 || x > 800 ? 1 : 0 }))).toBeCloseTo(800.5, 7)
  })

  it('is the lower bound where the function is above 0 from there on', () => {
    expect(rootOf((x) => ({ value: x + 1, slope: 1 }), { lower: 2, guess: 9 })).toBeCloseTo(2, 9)
  })

  it('asks at the lower bound once a step would pass it, and no further where that is the answer', () => {
    let calls = 0
    expect(rootOf((x) => ((calls += 1), { value: x + 1, slope: 1 }), { lower: 2, guess: 9 })).toBe(2)
    expect(calls).toBe(2)
  })
})
