import { describe, expect, it } from 'vitest'
import { meanEstimate, percentileEstimate, ratioEstimate, shareEstimate } from '../../shared/horizon/simulation-estimate'
import { normalDraw } from '../../shared/probability/normal-draw'
import { randomState } from '../../shared/probability/random-state'

describe('shareEstimate', () => {
  it('has the standard error of a share of independent paths', () => {
    expect(shareEstimate(31, 100).standardError).toBeCloseTo(Math.sqrt((0.31 * 0.69) / 100), 12)
  })

  it('does not claim to be certain where no path counted', () => {
    expect(shareEstimate(0, 1000)).toEqual({ value: 0, standardError: Math.sqrt((0.0005 * 0.9995) / 1000) })
  })
})

describe('ratioEstimate', () => {
  it('is the share where every path has one cycle', () => {
    const short = Array.from({ length: 100 }, (_, path) => Number(path < 31))
    const estimate = ratioEstimate(short, short.map(() => 1))
    expect(estimate?.value).toBeCloseTo(0.31, 12)
    expect(estimate?.standardError).toBeCloseTo(Math.sqrt((0.31 * 0.69) / 99), 12)
  })

  it('is no surer for cycles of one path that are all short together', () => {
    const short = Array.from({ length: 100 }, (_, path) => (path < 31 ? 50 : 0))
    expect(ratioEstimate(short, short.map(() => 50))?.standardError).toBeCloseTo(Math.sqrt((0.31 * 0.69) / 99), 12)
  })

  it('is null where nothing was counted', () => {
    expect(ratioEstimate([0, 0], [0, 0])).toBeNull()
  })
})

describe('percentileEstimate and meanEstimate', () => {
  it('have standard errors that are the spread from seed to seed', () => {
    const runs = Array.from({ length: 300 }, (_, seed) => {
      const state = randomState(seed, [])
      return Float64Array.from({ length: 400 }, () => normalDraw(state)).sort()
    })
    for (const estimate of [(values: Float64Array) => percentileEstimate(values, 0.25), meanEstimate]) {
      const found = runs.map(estimate)
      const spread = meanEstimate(found.map(({ value }) => value)).standardError * Math.sqrt(300)
      const claimed = meanEstimate(found.map(({ standardError }) => standardError)).value
      // The spread of 300 values is itself known to 4 %.
      expect(Math.abs(claimed / spread - 1)).toBeLessThan(0.2)
    }
  })
})
