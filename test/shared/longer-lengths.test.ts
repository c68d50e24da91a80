import { describe, expect, it } from 'vitest'
import { moveLongerLengths, noLongerLengths } from '../../shared/safety-stock/longer-lengths'

describe('moveLongerLengths', () => {
  const of = { weights: Float64Array.of(0.5, 0.25, 0.25), values: Float64Array.of(99, 4, 8, 12), offset: 1 }

  it('counts the lengths from an index on, whichever way it moves', () => {
    const sums = noLongerLengths(3)
    moveLongerLengths(sums, of, 0)
    expect(sums).toEqual({ from: 0, weight: 1, moment: 7 })
    moveLongerLengths(sums, of, 2)
    expect(sums).toEqual({ from: 2, weight: 0.25, moment: 3 })
    moveLongerLengths(sums, of, 3)
    expect(sums).toEqual({ from: 3, weight: 0, moment: 0 })
  })
})
