import { describe, expect, it } from 'vitest'
import { isBelow, largestMultipleWithin, roundedUp } from '../../shared/safety-stock/rounding'

describe('roundedUp', () => {
  it.each([[12.01, 1, 13], [12.0000009, 1, 12], [12.000002, 1, 13], [0.3, 0.1, 0.3], [547.5807328835534, 0.001, 547.581], [0, 1, 0]])('rounds %d in steps of %d to %d', (quantity, step, expected) => {
    expect(roundedUp(quantity, step)).toBe(expected)
  })

  it('refuses a step of 0 and a negative quantity by name', () => {
    expect(() => roundedUp(1, 0)).toThrow(expect.objectContaining({ argument: 'step' }))
    expect(() => roundedUp(-1, 1)).toThrow(expect.objectContaining({ argument: 'quantity' }))
  })
})

describe('largestMultipleWithin and isBelow', () => {
  it('keep within a limit, with the same tolerance of a millionth of a step', () => {
    expect(largestMultipleWithin(620, 50)).toBe(600)
    expect(largestMultipleWithin(599.99999999, 50)).toBe(600)
    expect(isBelow(99, 100, 1)).toBe(true)
    expect(isBelow(99.9999995, 100, 1)).toBe(false)
  })
})
