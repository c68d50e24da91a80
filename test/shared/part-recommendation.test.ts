import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { newPart } from '../../shared/plan/new-part'
import { newPlan } from '../../shared/plan/new-plan'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'

const t0 = civilDate('2026-11-23')
const ownWait = { kind: 'own', wait: { kind: 'fixed', days: 30 }, refusalRate: 0 } as const
function recommended(known: Partial<Part> = {}, settings: Partial<PlanDocument['settings']> = {}) {
  const plan = newPlan({ id: 'pl-bcdfgh', title: 'Magnets 2027', scenarios: builtInScenarios })
  const part: Part = {
    ...newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' }), originCountry: 'CN', rareEarthOriginCountry: 'CN', materialFamily: 'ndfeb-sintered', form: 'magnet',
    elements: { Dy: 'yes' }, usage: { kind: 'stated', per: 'week', mean: 700, sd: 140 }, leadTime: { kind: 'total', meanDays: 60, sdDays: 0, transitDays: 20 }, unitCost: 2.5, ...known,
  }
  return partRecommendation(preparedPlan({ ...plan, settings: { ...plan.settings, licenceWait: ownWait, ...settings } }, { planningDate: t0 }), part)
}

describe('partRecommendation', () => {
  it('puts its figures into money and mass', () => {
    const found = recommended({ magnetMassPerUnitKg: 0.0128, erpSafetyStock: 400 })
    const { rounded, order } = found.recommendation
    expect(found.cash).toBeCloseTo(2.5 * rounded.safetyStock, 9)
    expect(found.holdingCostPerYear).toBeCloseTo(0.2 * 2.5 * rounded.safetyStock, 9)
    expect(found.orderCost).toBeCloseTo(2.5 * order.orderNow, 9)
    expect(found.erpCash).toBe(1000)
    expect(found.magnetMassKg).toBeCloseTo(0.0128 * rounded.safetyStock, 9)
    expect(found.usagePerWeek).toBeCloseTo(700, 6)
  })

  it('has no money where the unit cost is not known, and no mass without the mass of a unit', () => {
    expect(recommended({ unitCost: null })).toMatchObject({ cash: null, erpCash: null, holdingCostPerYear: null, orderCost: null, magnetMassKg: null })
    expect(recommended().erpCash).toBeNull()
  })

  it('shows lead times without and with controls', () => {
    const exempt = recommended({ licenceRoute: 'exempt' })
    expect(exempt.leadTimeWithControls).toEqual(exempt.leadTimeWithoutControls)
    const found = recommended({}, { attitude: { kind: 'scenario', scenarioId: 'pause-extended' } })
    expect(found.leadTimeWithoutControls).toEqual({ meanDays: 60, medianDays: 60, lateDays: 60 })
    expect(found.leadTimeWithControls).toEqual({ meanDays: 90, medianDays: 90, lateDays: 90 })
  })

  it('mixes the lead times of all scenarios, or takes the longest in the worst case', () => {
    const weighted = recommended().leadTimeWithControls.meanDays
    const worst = recommended({}, { attitude: { kind: 'worst-case' } }).leadTimeWithControls.meanDays
    expect(weighted).toBeGreaterThan(60)
    expect(worst).toBeGreaterThan(weighted)
    const each = builtInScenarios.map(({ id, weight }) => [weight, recommended({}, { attitude: { kind: 'scenario', scenarioId: id } }).leadTimeWithControls.meanDays] as const)
    const total = each.reduce((sum, [weight]) => sum + weight, 0)
    expect(weighted).toBeCloseTo(each.reduce((sum, [weight, mean]) => sum + (weight / total) * mean, 0), 6)
    expect(worst).toBeCloseTo(Math.max(...each.map(([, mean]) => mean)), 9)
  })

  it('plans with the lead time of the status quo, and tells an ERP with another one what it needs', () => {
    const found = recommended({ erpLeadTimeDays: 70 })
    expect(found.plannedLeadTimeDays).toBe(90)
    const { levels, protection } = found.recommendation
    const meanPerDay = protection.meanDemand / protection.meanDays
    expect(found.safetyStockForErpLeadTime).toBeCloseTo(levels.reorderPoint - meanPerDay * 77, 6)
    expect(recommended({ erpLeadTimeDays: 90 }).safetyStockForErpLeadTime).toBeCloseTo(levels.safetyStock, 6)
    expect(recommended({ erpLeadTimeDays: 5000 }).safetyStockForErpLeadTime).toBe(0)
    expect(recommended().safetyStockForErpLeadTime).toBeNull()
  })

  it('is quiet about a part without usage', () => {
    const none = recommended({ usage: { kind: 'stated', per: 'week', mean: 0, sd: null } })
    expect(none).toMatchObject({ cash: 0, usagePerWeek: 0, recommendation: { service: null }, notes: { warnings: [] } })
  })
})
