import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { newPart } from '../../shared/plan/new-part'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { budgetedPlan } from '../../shared/portfolio/budget'
import { standardNormalQuantile } from '../../shared/probability/normal-distribution'
import { samplePlan } from '../../shared/sample/sample-plan'

const planningDate = civilDate('2026-11-23')
const plan = samplePlan()
const own = planRecommendations(plan, { planningDate })
const total = own.totals.cashInSafetyStock

/** Two uncontrolled parts with fixed lead times of 63 days and normal demand: the textbook formula is exact. */
function textbookPart(id: string, known: { readonly sd: number; readonly cycleServiceLevel: number; readonly unitCost: number }): Part {
  return {
    ...newPart({ id, partNumber: id }), unit: 'kg', originCountry: 'JP', rareEarthOriginCountry: 'AU', materialFamily: 'ferrite', demandFamily: 'normal',
    usage: { kind: 'stated', per: 'week', mean: 700, sd: known.sd }, leadTime: { kind: 'total', meanDays: 63, sdDays: 0, transitDays: 0 },
    target: { kind: 'cycle-service-level', cycleServiceLevel: known.cycleServiceLevel }, unitCost: known.unitCost,
  }
}

describe('budgetedPlan', () => {
  it('wants what the recommendation is, part by part, and changes nothing when that fits', () => {
    const budget = budgetedPlan(plan, { limit: total + 1, planningDate })
    const recommended = new Map(own.parts.map(({ prepared, recommendation }) => [prepared.part.id, recommendation.rounded.safetyStock]))
    for (const part of budget.parts) {
      expect(part.wanted).toBe(recommended.get(part.partId))
      expect(part.safetyStock).toBe(part.wanted)
    }
    expect(budget).toMatchObject({ oddsDivisor: 1, limit: total + 1 })
    expect(budget.wantedCash).toBeCloseTo(total, 6)
  })

  it.each([0.9, 0.6, 0.3, 0.05])('meets a limit of %s of that to within one step, and gives no part more than it wants', (share) => {
    const limit = share * total
    const budget = budgetedPlan(plan, { limit, planningDate })
    expect(budget.cash).toBeLessThanOrEqual(limit)
    const dearestStep = Math.max(...plan.parts.map((part) => (part.unitCost ?? 0) * (part.unit === 'kg' ? 0.001 : 1)))
    expect(limit - budget.cash).toBeLessThanOrEqual(dearestStep)
    expect(budget.cash).toBeCloseTo(budget.parts.reduce((sum, part) => sum + part.cash, 0), 6)
    for (const part of budget.parts) expect(part.safetyStock).toBeLessThanOrEqual(part.wanted)
    expect(budget.oddsDivisor).toBeGreaterThan(1)
  })

  // Lagrange: with late units at b = h·α/(1 − α), least cost within the limit leaves every part the odds α/(1 − α) over one number.
  it('divides the odds of all targets by one number, as the closed form says', () => {
    const known = [{ sd: 140, cycleServiceLevel: 0.99, unitCost: 3 }, { sd: 350, cycleServiceLevel: 0.95, unitCost: 1 }]
    const two: PlanDocument = { ...plan, assemblies: [], parts: known.map((each, at) => textbookPart(`p-bcdfg${'hj'.charAt(at)}`, each)) }
    const { cash, oddsDivisor, parts } = budgetedPlan(two, { limit: 3000, planningDate })
    expect(cash).toBeGreaterThan(2999.99)
    for (const [at, { sd, cycleServiceLevel }] of known.entries()) {
      const odds = cycleServiceLevel / (1 - cycleServiceLevel) / (oddsDivisor ?? NaN)
      const level = standardNormalQuantile(odds / (1 + odds)) * Math.sqrt((70 * sd ** 2) / 7)
      expect(parts[at]?.safetyStock).toBeCloseTo(level, 1)
    }
  })

  it('spends nothing of a limit of 0, and refuses a negative one', () => {
    expect(budgetedPlan(plan, { limit: 0, planningDate }).cash).toBe(0)
    expect(() => budgetedPlan(plan, { limit: -1, planningDate })).toThrow(expect.objectContaining({ name: 'DomainError', argument: 'limit' }))
  })
})
