import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { newPart } from '../../shared/plan/new-part'
import { newPlan } from '../../shared/plan/new-plan'
import { originShares } from '../../shared/plan/origin-shares'
import { partRecommendation, type PartRecommendation } from '../../shared/plan/part-recommendation'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'

const plan = preparedPlan(newPlan({ id: 'pl-bcdfgh', title: 'Magnets', scenarios: builtInScenarios }), { planningDate: civilDate('2026-11-23') })
function used(originCountry: string | null, perWeek: number, unitCost: number | null): PartRecommendation {
  return partRecommendation(plan, {
    ...newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' }), originCountry, unitCost, materialFamily: 'ferrite', usage: { kind: 'stated', per: 'week', mean: perWeek, sd: 1 },
    leadTime: { kind: 'total', meanDays: 30, sdDays: 0, transitDays: 0 },
  })
}

describe('originShares', () => {
  it('shares out the value of a year’s usage by origin, the largest first', () => {
    const shares = originShares([used('JP', 70, 10), used('CN', 140, 10), used('CN', 7, 100)])
    expect(shares.map(({ originCountry, parts }) => [originCountry, parts])).toEqual([['CN', 2], ['JP', 1]])
    expect(shares.map(({ share }) => share)).toEqual([expect.closeTo(0.75, 9), expect.closeTo(0.25, 9)])
    expect(shares[0]?.usageValuePerYear).toBeCloseTo(365 * (20 * 10 + 100), 4)
  })

  it('counts parts of unknown origin or cost, without value for the latter', () => {
    expect(originShares([used(null, 70, 10), used('CN', 70, null)])).toEqual([
      { originCountry: null, parts: 1, usageValuePerYear: expect.closeTo(36_500, 4), share: 1 },
      { originCountry: 'CN', parts: 1, usageValuePerYear: 0, share: 0 },
    ])
  })

  it('has shares of 0 where nothing has a value, and none without parts', () => {
    expect(originShares([used('CN', 70, null)])[0]?.share).toBe(0)
    expect(originShares([])).toEqual([])
  })
})
