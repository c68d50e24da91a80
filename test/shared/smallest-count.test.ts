import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallestCount, smallestCountByLines } from '../../shared/safety-stock/smallest-count'

describe('smallestCount', () => {
  it('finds the first number that holds from any guess', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 9000 }), (first, guess) => {
      expect(smallestCount(guess, (count) => count >= first)).toBe(first)
    }))
  })

  it('asks a near guess a few times only', () => {
    let asked = 0
    smallestCount(1003, (count) => (asked++, count >= 1000))
    expect(asked).toBeLessThanOrEqual(8)
  })
})

describe('smallestCountByLines', () => {
  it('finds the first number that lacks nothing, whatever the guess, the step and the shape', () => {
    const shapes = fc.constantFrom<(distance: number) => number>((distance) => distance, (distance) => distance ** 3, (distance) => Math.sign(distance) * Math.min(1, Math.abs(distance)), (distance) => Math.expm1(distance / 500), (distance) => Math.max(-60, distance * 40))
    fc.assert(fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 2000 }), shapes, (first, guess, step, shape) => {
      expect(smallestCountByLines(guess, { step, lacking: (count) => shape(first - 0.5 - count) })).toBe(first)
    }), { numRuns: 400 })
  })

  it('takes a count that lacks nothing at all', () => {
    expect(smallestCountByLines(40, { step: 3, lacking: (count) => 50 - count })).toBe(50)
  })

  it('looks fewer times than halving where lines fit', () => {
    let asked = 0
    expect(smallestCountByLines(100_000, { step: 500, lacking: (count) => (asked++, Math.log(104_321.5 / Math.max(1, count))) })).toBe(104_322)
    expect(asked).toBeLessThanOrEqual(10)
  })
})
