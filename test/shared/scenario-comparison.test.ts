import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { scenarioComparison } from '../../shared/plan/scenario-comparison'
import { samplePlan } from '../../shared/sample/sample-plan'

const planningDate = civilDate('2026-11-23')
const sample = samplePlan()
const prepared = preparedPlan(sample, { planningDate })

describe('scenarioComparison', () => {
  it('gives for each scenario what planning for that scenario alone gives', () => {
    for (const [index, scenario] of sample.scenarios.entries()) {
      const alone = planRecommendations(sample, { planningDate, attitude: { kind: 'scenario', name: scenario.id } })
      for (const { prepared: { part }, recommendation } of alone.parts) {
        const own = partRecommendation(prepared, part).recommendation
        expect(scenarioComparison(prepared, part, own)[index]?.safetyStock).toBe(recommendation.rounded.safetyStock)
      }
    }
  })

  it('adds up to the service of the plan: the weighted mean over scenarios is the service of the mixture', () => {
    for (const part of sample.parts) {
      const own = partRecommendation(prepared, part).recommendation
      const scenarios = scenarioComparison(prepared, part, own)
      const mean = scenarios.reduce((sum, each, index) => sum + (prepared.frame.weights[index] ?? 0) * (each.serviceOfPlan ?? 0), 0)
      expect(mean).toBeCloseTo(own.service?.cycleServiceLevel ?? 0, 6)
    }
  })

  it('asks the same in every scenario of a part that no control applies to', () => {
    const part = sample.parts.find((each) => each.partNumber === 'MG-BNP10-RING24')
    if (part === undefined) throw new Error('no such part')
    const levels = scenarioComparison(prepared, part, partRecommendation(prepared, part).recommendation).map(({ safetyStock }) => safetyStock)
    expect(new Set(levels).size).toBe(1)
  })

  it('has no service for a part without usage', () => {
    const [first] = sample.parts
    if (first === undefined) throw new Error('no part')
    const idle = { ...first, usage: { kind: 'stated' as const, per: 'week' as const, mean: 0, sd: 0 } }
    const plan = preparedPlan({ ...sample, parts: [idle] }, { planningDate })
    for (const each of scenarioComparison(plan, idle, partRecommendation(plan, idle).recommendation)) {
      expect(each).toMatchObject({ safetyStock: 0, reorderPoint: 0, serviceOfPlan: null })
    }
  })
})
