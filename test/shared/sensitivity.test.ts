import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { newPart } from '../../shared/plan/new-part'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { planSensitivity } from '../../shared/portfolio/sensitivity'
import { planWithInput, sensitivityInputs, sensitivityWords } from '../../shared/portfolio/sensitivity-inputs'
import { planProblems } from '../../shared/plan/validate-plan'
import { samplePlan } from '../../shared/sample/sample-plan'

const planningDate = civilDate('2026-11-23')
const part: Part = {
  ...newPart({ id: 'p-bcdfgh', partNumber: 'MG-1' }), originCountry: 'CN', materialFamily: 'ndfeb-sintered', form: 'magnet', elements: { Dy: 'yes' },
  usage: { kind: 'stated', per: 'week', mean: 700, sd: 140 }, leadTime: { kind: 'total', meanDays: 80, sdDays: 10, transitDays: 40 }, unitCost: 2, unit: 'kg',
}
const plan: PlanDocument = { ...samplePlan(), parts: [part], assemblies: [] }
const cashOf = (changed: PlanDocument): number => planRecommendations(changed, { planningDate }).totals.cashInSafetyStock

describe('planWithInput', () => {
  it.each(sensitivityInputs)('changes %s and leaves a plan that is as valid as it was, with words for it', (input) => {
    for (const factor of [0.75, 1.25]) {
      const changed = planWithInput(samplePlan(), input, factor)
      expect(changed).not.toEqual(samplePlan())
      expect(planProblems(changed).filter((problem) => problem.severity === 'error')).toEqual([])
    }
    expect(sensitivityWords[input]).not.toBe('')
  })

  it('keeps the sum of a usage history and stretches its spread', () => {
    const history = [{ startDate: '2026-09-01', days: 30, quantity: 10 }, { startDate: '2026-10-01', days: 30, quantity: 30 }]
    const changed = planWithInput({ ...plan, parts: [{ ...part, usageHistory: history }] }, 'usage-variability', 1.25)
    expect(changed.parts[0]?.usageHistory.map((period) => period.quantity)).toEqual([7.5, 32.5])
  })
})

describe('planSensitivity', () => {
  it('gives the change that the plan with that input has, the greatest first', () => {
    const { cash, inputs } = planSensitivity(plan, { planningDate })
    expect(cash).toBe(cashOf(plan))
    const leadTime = inputs.find((each) => each.input === 'lead-time-variability')
    const withSd = (sdDays: number): PlanDocument => ({ ...plan, parts: [{ ...part, leadTime: { kind: 'total', meanDays: 80, sdDays, transitDays: 40 } }] })
    expect(leadTime).toEqual({ input: 'lead-time-variability', smaller: cashOf(withSd(7.5)) - cash, larger: cashOf(withSd(12.5)) - cash })
    const reach = inputs.map(({ smaller, larger }) => Math.max(Math.abs(smaller ?? 0), Math.abs(larger ?? 0)))
    expect(reach).toEqual(reach.toSorted((a, b) => b - a))
  })

  it('scales with usage: a quarter more usage with its spread needs a quarter more stock', () => {
    const { cash, inputs } = planSensitivity(plan, { planningDate })
    const usage = inputs.find((each) => each.input === 'usage')
    // Weekly spread grows with usage, so the whole problem is in larger units; levels are rounded up to a gram.
    expect((usage?.larger ?? 0) / cash).toBeCloseTo(0.25, 5)
    expect((usage?.smaller ?? 0) / cash).toBeCloseTo(-0.25, 5)
  })

  it('needs more stock for less accepted risk and longer waits', () => {
    const { inputs } = planSensitivity(plan, { planningDate })
    const of = (input: string) => inputs.find((each) => each.input === input)
    expect(of('accepted-risk')?.smaller).toBeGreaterThan(0)
    expect(of('accepted-risk')?.larger).toBeLessThan(0)
    expect(of('licence-wait')?.larger).toBeGreaterThan(of('licence-wait')?.smaller ?? Infinity)
  })
})
