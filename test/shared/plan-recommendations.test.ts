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
