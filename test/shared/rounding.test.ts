import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBelow, largestMultipleWithin, roundedUp } from '../../shared/safety-stock/rounding'

describe('roundedUp', () => {
  it.each([
    [12.1, 1, 13], [12, 1, 12], [0, 1, 0], [0.0001, 1, 1], [12.000_000_9, 1, 12], [12.000_001_1, 1, 13],
    [101, 50, 150], [100.000_04, 50, 100], [100.000_06, 50, 150], [0.123_456, 0.001, 0.124], [0.1, 0.001, 0.1], [2.4, 0.1, 2.4], [7.2, 2.5, 7.5], [547.580_732_883_553_4, 0.001, 547.581],
  ])('takes %s in steps of %s to %s', (quantity, step, rounded) => {
    expect(roundedUp(quantity, step)).toBe(rounded)
  })

  it('leaves no dust of a decimal step', () => {
    for (let count = 1; count < 2000; count += 7) expect(roundedUp(count / 1000 - 0.0004, 0.001)).toBe(count / 1000)
  })

  it('adds less than a step, and takes off no more than a millionth of one', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constantFrom(1, 0.001, 0.1, 25, 12.5), (quantity, step) => {
      const difference = roundedUp(quantity, step) - quantity
      expect(difference).toBeGreaterThanOrEqual(-1.001e-6 * step - 1e-9)
      expect(difference).toBeLessThan(step + 1e-9)
    }))
  })

  it.each([['quantity', -1, 1], ['quantity', NaN, 1], ['step', 1, 0], ['step', 1, -1], ['step', 1, Infinity]] as const)('names the %s of %s in steps of %s', (argument, quantity, step) => {
    expect(() => roundedUp(quantity, step)).toThrow(expect.objectContaining({ name: 'DomainError', argument }))
  })
})

describe('isBelow', () => {
  it('begins a millionth of a step below the limit', () => {
    expect([99, 99.999_998, 99.999_999_5, 100, 101].map((quantity) => isBelow(quantity, 100, 1))).toEqual([true, true, false, false, false])
    expect(isBelow(99.999_998, 100, 10)).toBe(false)
  })
})

describe('largestMultipleWithin', () => {
  it.each([[620, 50, 600], [600, 50, 600], [599.999_99, 50, 600], [599.99, 50, 550], [49, 50, 0], [0.3, 0.1, 0.3]])('fits into %s in steps of %s: %s', (limit, step, multiple) => {
    expect(largestMultipleWithin(limit, step)).toBe(multiple)
  })
})
