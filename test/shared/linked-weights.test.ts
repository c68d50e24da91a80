import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkedWeights } from '../../shared/policy-timeline/linked-weights'

describe('linkedWeights', () => {
  it('keeps the proportions of the others', () => {
    expect(linkedWeights([0.5, 0.25, 0.1, 0.15], { index: 3, share: 0 })).toEqual([0.588235, 0.294118, 0.117647, 0])
  })

  it('shares what is left alike where all others are zero', () => {
    expect(linkedWeights([1, 0, 0], { index: 0, share: 0.5 })).toEqual([0.5, 0.25, 0.25])
  })

  it('gives a scenario that stands alone everything', () => {
    expect(linkedWeights([0.3], { index: 0, share: 0.2 })).toEqual([1])
  })

  it('adds up to one for any weights, whichever is moved', () => {
    const scene = fc.tuple(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 2, maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat())
    fc.assert(
      fc.property(scene, ([weights, share, place]) => {
        const after = linkedWeights(weights, { index: place % weights.length, share })
        expect(after.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 4)
        expect(after.every((weight) => weight >= 0)).toBe(true)
      }),
    )
  })

  it.each([-0.1, 1.1, Number.NaN])('names the share when it is %d', (share) => {
    expect(() => linkedWeights([0.5, 0.5], { index: 0, share })).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'share' }))
  })
})
