import { describe, expect, it } from 'vitest'
import { randomBits, randomKey, randomState, randomUnit } from '../../shared/probability/random-state'

describe('randomBits', () => {
  // The generator's own test vector for the state 1, 2, 3, 4, as in the rand_xoshiro crate (Xoshiro128StarStar).
  it('draws what xoshiro128** draws from the state 1, 2, 3, 4', () => {
    const state = Int32Array.of(1, 2, 3, 4)
    const drawn = Array.from({ length: 4 }, () => randomBits(state) >>> 0)
    expect(drawn).toEqual([11520, 0, 5927040, 70819200])
  })
})

describe('randomState', () => {
  it('is another stream for another seed, another key, and keys in another order', () => {
    const streams = [randomState(1, [2, 3]), randomState(2, [2, 3]), randomState(1, [2, 4]), randomState(1, [3, 2]), randomState(1, [2])]
    expect(new Set(streams.map((state) => state.join(' '))).size).toBe(streams.length)
  })

  it('gives no two of a hundred thousand paths the same stream', () => {
    const seen = new Set<string>()
    for (let path = 0; path < 100_000; path++) seen.add(randomState(1, [path, 4, randomKey('p-trctns')]).join(' '))
    expect(seen.size).toBe(100_000)
  })

  it('spreads the first draw of neighbouring paths evenly: chi-square of 64 cells', () => {
    const cells = new Float64Array(64)
    const paths = 64_000
    for (let path = 0; path < paths; path++) cells[Math.floor(64 * randomUnit(randomState(9, [path])))]! += 1
    const chiSquare = cells.reduce((sum, count) => sum + (count - paths / 64) ** 2 / (paths / 64), 0)
    // 63 degrees of freedom: mean 63, sd 11.2; five of them.
    expect(Math.abs(chiSquare - 63)).toBeLessThan(5 * Math.sqrt(2 * 63))
  })
})

describe('randomUnit', () => {
  it('lies strictly between 0 and 1 at the ends of the bits', () => {
    // A state whose next bits are 0: s1 = 0.
    expect(randomUnit(Int32Array.of(1, 0, 2, 3))).toBeCloseTo(0.5, 9)
    const state = randomState(3, [])
    for (let index = 0; index < 100_000; index++) {
      const unit = randomUnit(state)
      expect(unit > 0 && unit < 1).toBe(true)
    }
  })
})
