import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planRecommendations, type PlanRecommendations } from '../../shared/plan/plan-recommendations'
import { samplePlan } from '../../shared/sample/sample-plan'

const today = civilDate('2026-11-23')
const recommended = (change: (plan: PlanDocument) => PlanDocument = (plan) => plan): PlanRecommendations => planRecommendations(change(samplePlan()), { planningDate: today })
const sample = recommended()
const partOf = (result: PlanRecommendations, number: string) => result.parts.find(({ prepared }) => prepared.part.partNumber === number)!

describe('planRecommendations', () => {
  it('is the same every time', () => {
    expect(JSON.stringify(recommended().parts)).toBe(JSON.stringify(sample.parts))
  })

  it('sums money over the parts', () => {
    const cash = sample.parts.reduce((sum, part) => sum + (part.cash ?? 0), 0)
    expect(sample.totals.cashInSafetyStock).toBeCloseTo(cash, 6)
    expect(sample.totals.holdingCostPerYear).toBeCloseTo(0.2 * cash, 6)
  })

  it('says that the pause ended and nobody verified what holds since', () => {
    expect(sample.assumptions.join(' ')).toContain('what holds since is not verified')
  })

  it('carries the warning of the article with its own licence wait', () => {
    expect(sample.assumptions.join(' ')).toContain('X-15')
  })

  it('shares of origins add up to 1', () => {
    expect(sample.originShares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it('changes only parts under the paused announcements when the pause has surely lapsed', () => {
    const lapsed = recommended((plan) => ({ ...plan, scenarios: plan.scenarios.map((one) => ({ ...one, weight: one.id === 'pause-lapsed' ? 1 : 0 })) }))
    const extended = recommended((plan) => ({ ...plan, scenarios: plan.scenarios.map((one) => ({ ...one, weight: one.id === 'pause-extended' ? 1 : 0 })) }))
    const paused = ['cn-announcement-57', 'cn-announcement-61']
    for (const part of lapsed.parts) {
      const other = partOf(extended, part.prepared.part.partNumber)
      const touched = part.prepared.inputs.leadTime.licenceRoute !== 'exempt' && part.prepared.inputs.leadTime.controlIds.some((id) => paused.includes(id))
      if (!touched) expect(part.recommendation.levels).toEqual(other.recommendation.levels)
    }
    expect(lapsed.totals.cashInSafetyStock).toBeGreaterThan(extended.totals.cashInSafetyStock)
  })

  it('never needs less where the licence takes longer', () => {
    const slower = recommended((plan) => ({ ...plan, settings: { ...plan.settings, licenceWait: { kind: 'preset', presetId: 'supplier-reported' } } }))
    const part = partOf(slower, 'MG-YXG28-ARC22')
    const before = partOf(sample, 'MG-YXG28-ARC22')
    expect(part.recommendation.rounded.reorderPoint).toBeGreaterThan(before.recommendation.rounded.reorderPoint)
    expect(part.leadTimeWithoutControls).toEqual(before.leadTimeWithoutControls)
  })

  it('raises the target of a part that is marked critical', () => {
    const critical = recommended((plan) => ({ ...plan, parts: plan.parts.map((part) => ({ ...part, isCritical: true, target: null })) }))
    for (const part of critical.parts) expect(part.prepared.inputs.target).toMatchObject({ kind: 'cycle-service-level', cycleServiceLevel: 0.99 })
  })

  it('warns of a critical part of which the chemistry is not known', () => {
    expect(partOf(sample, 'MG-TRG-0603').notes.warnings.map(({ kind }) => kind)).toContain('unknown-chemistry-on-critical-part')
  })

  it('gives the safety stock for the lead time an ERP keeps: the same reorder point', () => {
    for (const { prepared, recommendation, safetyStockForErpLeadTime, usagePerWeek } of sample.parts) {
      const { erpLeadTimeDays } = prepared.part
      if (erpLeadTimeDays === null || safetyStockForErpLeadTime === null || safetyStockForErpLeadTime === 0) continue
      const erpReorderPoint = safetyStockForErpLeadTime + (usagePerWeek / 7) * (prepared.inputs.reviewPeriodDays + erpLeadTimeDays)
      expect(erpReorderPoint).toBeCloseTo(recommendation.levels.reorderPoint, 6)
    }
  })

  it('warns of a weight close to the accepted risk', () => {
    const near = recommended((plan) => ({
      ...plan,
      scenarios: plan.scenarios.map((one) => ({ ...one, weight: one.id === 'escalated' ? 0.008 : one.id === 'pause-extended' ? 0.992 : 0 })),
    }))
    expect(partOf(near, 'MG-YXG28-ARC22').notes.warnings.map(({ kind }) => kind)).toContain('weight-near-target')
    expect(sample.parts.flatMap(({ notes }) => notes.warnings.map(({ kind }) => kind))).not.toContain('weight-near-target')
  })
})

const plan = samplePlan()
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? 0), 0)

describe('planRecommendations on the sample plan', () => {
  it('recommends for every part, in the order of the plan', () => {
    expect(sample.parts.map(({ prepared }) => prepared.part.id)).toEqual(plan.parts.map(({ id }) => id))
  })

  it('has contributions that add up to the rounded safety stock of every part', () => {
    for (const { recommendation: { contributions, rounded } } of sample.parts) {
      expect(Math.abs(sum(Object.values(contributions)) - rounded.safetyStock)).toBeLessThanOrEqual(1e-9 * rounded.reorderPoint)
    }
  })

  it('adds money, mass and orders up over its parts', () => {
    expect(sample.totals.cashInSafetyStock).toBeCloseTo(sum(sample.parts.map(({ cash }) => cash)), 6)
    expect(sample.totals.holdingCostPerYear).toBeCloseTo(plan.settings.holdingRatePerYear * sample.totals.cashInSafetyStock, 6)
    expect(sample.totals.magnetMassKg).toBeCloseTo(sum(sample.parts.map(({ magnetMassKg }) => magnetMassKg)), 6)
    expect(sample.totals.ordersNow).toBe(sample.parts.filter(({ recommendation }) => recommendation.order.orderNow > 0).length)
    expect(sum(sample.originShares.map(({ share }) => share))).toBeCloseTo(1, 9)
  })

  it('leaves parts of unknown cost out of the money, and counts them', () => {
    const parts = plan.parts.slice(0, 3).map((part, index) => (index === 0 ? { ...part, unitCost: null } : part))
    const { totals } = planRecommendations({ ...plan, parts }, { planningDate: today })
    expect(totals.partsWithoutUnitCost).toBe(1)
    expect(totals.cashInSafetyStock).toBeCloseTo(sum(sample.parts.slice(1, 3).map(({ cash }) => cash)), 6)
  })

  it('gives a part the same figures alone as among others', () => {
    const part = plan.parts[4]!
    const alone = planRecommendations({ ...plan, parts: [part] }, { planningDate: today }).parts[0]
    expect(alone?.recommendation.levels).toEqual(sample.parts[4]?.recommendation.levels)
  })

  it('says what the plan rests on: the age of its facts, the wait, the weights, the status quo', () => {
    const text = sample.assumptions.join('\n')
    expect(text).toContain('Licence wait "')
    expect(text).toContain('Scenario weights are assumptions: Pause extended 50 %')
    expect(text).toContain('Safety stock is measured from "Pause extended".')
    const own = { ...plan, parts: [], settings: { ...plan.settings, licenceWait: { kind: 'own' as const, wait: { kind: 'fixed' as const, days: 30 }, refusalRate: 0 } } }
    expect(planRecommendations(own, { planningDate: today }).assumptions).toContain('The licence wait is the plan’s own.')
  })

  it('plans for another attitude when asked, and says so', () => {
    const one = { ...plan, parts: [] }
    expect(planRecommendations(one, { planningDate: today, attitude: { kind: 'scenario', name: 'eased' } }).assumptions).toContain('Planned for one scenario only: "Eased".')
    expect(planRecommendations(one, { planningDate: today, attitude: { kind: 'worst-case' } }).assumptions.join('\n')).toContain('the worst counts')
  })

  it('holds at least as much for the worst case as for any scenario', () => {
    const parts = plan.parts.slice(0, 4)
    const levelsFor = (attitude: Parameters<typeof planRecommendations>[1]['attitude'] & object) =>
      planRecommendations({ ...plan, parts }, { planningDate: today, attitude }).parts.map(({ recommendation }) => recommendation.reorderPointBeforeCap)
    const worst = levelsFor({ kind: 'worst-case' })
    for (const { id } of plan.scenarios) levelsFor({ kind: 'scenario', name: id }).forEach((level, index) => expect(worst[index]).toBeGreaterThanOrEqual(level * (1 - 1e-9)))
  })

  it('is nothing but its assumptions without parts', () => {
    expect(planRecommendations({ ...plan, parts: [] }, { planningDate: today })).toMatchObject({ parts: [], originShares: [], totals: { cashInSafetyStock: 0, ordersNow: 0 } })
  })
})
