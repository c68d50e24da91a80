import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { newPart } from '../../shared/plan/new-part'
import { newPlan } from '../../shared/plan/new-plan'
import type { Part } from '../../shared/plan/part-schema'
import { preparedPart, preparedPlan } from '../../shared/plan/plan-inputs'
import { cliffScenario, type WeightCliff } from '../../shared/plan/weight-cliff'
import type { PolicyEvent } from '../../shared/policy-timeline/policy-event'
import type { ScenarioAttitude } from '../../shared/safety-stock/planning-frame'
import { stockRecommendation } from '../../shared/safety-stock/stock-recommendation'

const t0 = civilDate('2026-11-23')
const halt = (nominalEndDate: string): PolicyEvent => ({
  id: 'halt', title: 'Halt', kind: 'halt', announcedDate: null, effectiveDate: '2026-12-15', datePrecision: 'day', nominalEndDate, stateAfterEnd: 'as-before',
  effects: [{ controlId: 'cn-announcement-18', action: 'introduces', state: 'halt' }], summary: '', citations: [], confidence: 'low', verifiedDate: null, contradictionIds: [], supersedesId: null,
})

/** Halts have so much weight; the rest takes today's rules to continue. */
function cliffOf(haltWeights: readonly number[], known: Partial<Part> = {}, attitude: ScenarioAttitude = { kind: 'weighted' }, endDate = '2027-12-15'): WeightCliff | null {
  const calm = 1 - haltWeights.reduce((sum, weight) => sum + weight, 0)
  const scenarios = [calm, ...haltWeights].map((weight, index) => ({ id: `s${index}`, name: `s${index}`, weight, assumption: '', events: index === 0 ? [] : [halt(endDate)] }))
  const plan = preparedPlan(newPlan({ id: 'pl-bcdfgh', title: 'Magnets', scenarios }), { planningDate: t0, attitude })
  const prepared = preparedPart(plan, {
    ...newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' }), originCountry: 'CN', materialFamily: 'ndfeb-sintered', form: 'magnet', elements: { Dy: 'yes' },
    usage: { kind: 'stated', per: 'week', mean: 700, sd: 140 }, leadTime: { kind: 'total', meanDays: 60, sdDays: 5, transitDays: 20 },
    target: { kind: 'cycle-service-level', cycleServiceLevel: 0.95 }, ...known,
  })
  return cliffScenario(plan, prepared, stockRecommendation(plan.frame, prepared.inputs, t0))
}

describe('cliffScenario', () => {
  it.each([[0.024, false], [0.03, true], [0.049, true]])('sees a halt of weight %d beside an accepted risk of 5 %%: %s', (weight, isCliff) => {
    expect(cliffOf([weight]) !== null).toBe(isCliff)
  })

  it('says how far the level would go, and at what risk', () => {
    const cliff = cliffOf([0.04])
    expect(cliff).toMatchObject({ scenarioIndex: 1, acceptedRisk: expect.closeTo(0.05, 12) })
    // From the halt's end, plus the wait and the transit, less the day of the next review.
    expect(cliff?.reorderPoint).toBeGreaterThan(100 * 400)
  })

  it('sees none where the weight decides already, or the halt changes little', () => {
    expect(cliffOf([0.3])).toBeNull()
    expect(cliffOf([0.09])).toBeNull()
    expect(cliffOf([0.04], {}, { kind: 'weighted' }, '2026-12-20')).toBeNull()
  })

  it('sees none under targets and attitudes that have no cliff', () => {
    expect(cliffOf([0.04], { target: { kind: 'fill-rate', fillRate: 0.95 } })).toBeNull()
    expect(cliffOf([0.04], {}, { kind: 'worst-case' })).toBeNull()
    expect(cliffOf([0.04], { licenceRoute: 'exempt' })).toBeNull()
  })
})
