import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { newPart } from '../../shared/plan/new-part'
import { newPlan } from '../../shared/plan/new-plan'
import { assemblyUsesOf, countedPeriods, partDemand } from '../../shared/plan/part-demand'
import type { Part } from '../../shared/plan/part-schema'
import type { Assembly, PlanDocument } from '../../shared/plan/plan-document'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { monthlyUsage } from '../../shared/sample/sample-part'

const t0 = civilDate('2026-11-23')
const plan: PlanDocument = newPlan({ id: 'pl-bcdfgh', title: 'Magnets 2027', scenarios: builtInScenarios })
const part = (known: Partial<Part>): Part => ({ ...newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' }), ...known })
function assembly(name: string, buildsPerWeek: number, uses: Assembly['uses']): Assembly {
  return { id: `a-${name}`, name, sector: 'wind', buildsPerWeek, uses, note: '' }
}

describe('partDemand', () => {
  it('is what is stated, and says so', () => {
    const { rate, basis } = partDemand(part({ usage: { kind: 'stated', per: 'week', mean: 70, sd: 14 } }), plan, t0)
    expect(rate).toEqual({ meanPerDay: 10, variancePerDay: 28, isAssumedVariability: false })
    expect(basis).toBe('stated: 70 pcs a week, sd 14')
    expect(partDemand(part({ usage: { kind: 'stated', per: 'month', mean: 70, sd: null } }), plan, t0).basis).toBe('stated: 70 pcs a month')
  })

  it('takes the plan’s variation where no standard deviation is stated', () => {
    const erratic = { ...plan, settings: { ...plan.settings, defaultWeeklyUsageCv: 1 } }
    const { rate } = partDemand(part({ usage: { kind: 'stated', per: 'week', mean: 70, sd: null } }), erratic, t0)
    expect(rate).toEqual({ meanPerDay: 10, variancePerDay: 700, isAssumedVariability: true })
  })

  it('comes from the assemblies that use the part', () => {
    const assemblies = [
      assembly('motors', 350, [{ partId: 'p-bcdfgh', quantityPerProduct: 2, scrapRate: 0.02 }, { partId: 'p-other', quantityPerProduct: 9, scrapRate: 0 }]),
      assembly('pumps', 7, [{ partId: 'p-bcdfgh', quantityPerProduct: 1, scrapRate: 0 }]),
    ]
    const built = partDemand(part({ usage: { kind: 'build-plan', sdPerWeek: 70 } }), { ...plan, assemblies }, t0)
    expect(built.rate.meanPerDay).toBeCloseTo(103, 12)
    expect(built.basis).toBe('build plan of 2 assemblies')
    expect(partDemand(part({ usage: { kind: 'build-plan', sdPerWeek: 70 } }), { ...plan, assemblies: assemblies.slice(1) }, t0).basis).toBe('build plan of 1 assembly')
  })

  it('is that of the periods in the window of the plan', () => {
    const usageHistory = monthlyUsage([...Array.from({ length: 13 }, () => 99_999), ...[31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31].map((days) => 10 * days)])
    const { rate, basis } = partDemand(part({ usage: { kind: 'history' }, usageHistory }), plan, t0)
    expect(rate).toEqual({ meanPerDay: 10, variancePerDay: 0, isAssumedVariability: false })
    expect(basis).toBe('usage history: 11 periods in the last 12 months')
  })

  it('refuses a history of which nothing lies in the window', () => {
    const usageHistory = [{ startDate: '2020-01-01', days: 31, quantity: 310 }]
    expect(() => partDemand(part({ usage: { kind: 'history' }, usageHistory }), plan, t0)).toThrow(expect.objectContaining({ argument: 'meanPerDay' }))
  })
})

describe('countedPeriods', () => {
  it('ends on the day before the planning date, and begins so many months before it', () => {
    const usageHistory = ['2025-11-22', '2025-11-23', '2026-11-22', '2026-11-23'].map((startDate, index) => ({ startDate, days: 1, quantity: index }))
    expect(countedPeriods(part({ usageHistory }), plan, t0).map(({ quantity }) => quantity)).toEqual([1, 2])
    const longer = { settings: { ...plan.settings, usageWindowMonths: 13 } }
    expect(countedPeriods(part({ usageHistory }), longer, t0)).toHaveLength(3)
  })
})

describe('assemblyUsesOf', () => {
  it('is empty for a part no assembly uses', () => {
    expect(assemblyUsesOf('p-bcdfgh', [assembly('motors', 350, [])])).toEqual([])
  })
})
