import { describe, expect, it } from 'vitest'
import { baseLeadTimeOfLegs, requireBaseLeadTime, wholeTransitDays, type BaseLeadTimeLeg } from '../../shared/lead-time/base-lead-time'

function leg(known: Partial<BaseLeadTimeLeg>): BaseLeadTimeLeg {
  return { meanDays: 0, sdDays: 0, isAfterBorder: false, isWorkingDays: false, ...known }
}

describe('baseLeadTimeOfLegs', () => {
  it('adds means and variances, and counts what comes after the border as transit', () => {
    const base = baseLeadTimeOfLegs([leg({ meanDays: 35, sdDays: 3 }), leg({ meanDays: 38, sdDays: 4, isAfterBorder: true })])
    expect(base).toEqual({ meanDays: 73, sdDays: 5, transitDays: 38 })
  })

  it('counts a working day as 7/5 days, in the mean and in the spread', () => {
    const base = baseLeadTimeOfLegs([leg({ meanDays: 20, sdDays: 5, isWorkingDays: true }), leg({ meanDays: 5, isAfterBorder: true, isWorkingDays: true })])
    expect(base).toEqual({ meanDays: 35, sdDays: 7, transitDays: 7 })
  })

  it('names what is wrong with a leg, and refuses no leg at all', () => {
    expect(() => baseLeadTimeOfLegs([])).toThrow(expect.objectContaining({ argument: 'legs' }))
    expect(() => baseLeadTimeOfLegs([leg({ meanDays: -1 })])).toThrow(expect.objectContaining({ argument: 'meanDays' }))
    expect(() => baseLeadTimeOfLegs([leg({ sdDays: NaN })])).toThrow(expect.objectContaining({ argument: 'sdDays' }))
  })
})

describe('wholeTransitDays', () => {
  it.each([[38.5, 39], [38.49, 38], [0.5, 1], [0, 0], [7, 7]])('rounds %s days of transit to %i, half up', (transitDays, whole) => {
    expect(wholeTransitDays({ meanDays: 60, sdDays: 0, transitDays })).toBe(whole)
  })
})

describe('wholeTransitDays of legs', () => {
  it('rounds 3.7 days and 17 working days, which make 27.5, half up', () => {
    const after = { sdDays: 0, isAfterBorder: true }
    expect(wholeTransitDays(baseLeadTimeOfLegs([{ ...after, meanDays: 3.7, isWorkingDays: false }, { ...after, meanDays: 17, isWorkingDays: true }]))).toBe(28)
  })
})

describe('requireBaseLeadTime', () => {
  it('names a spread about a mean of 0', () => {
    expect(() => requireBaseLeadTime({ meanDays: 0, sdDays: 1.8, transitDays: 0 })).toThrow(expect.objectContaining({ argument: 'sdDays', value: 1.8 }))
    expect(() => requireBaseLeadTime({ meanDays: 0, sdDays: 0, transitDays: 0 })).not.toThrow()
  })

  it.each(['meanDays', 'sdDays', 'transitDays'] as const)('names %s when it is negative or no number', (argument) => {
    const good = { meanDays: 60, sdDays: 10, transitDays: 30 }
    expect(() => requireBaseLeadTime(good)).not.toThrow()
    for (const value of [-0.1, NaN, Infinity]) {
      expect(() => requireBaseLeadTime({ ...good, [argument]: value })).toThrow(expect.objectContaining({ argument, value }))
    }
  })
})
