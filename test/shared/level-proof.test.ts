import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { levelProof, planningProof } from '../../shared/horizon/level-proof'
import type { ControlPhase } from '../../shared/policy-timeline/control-phase'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { samplePlan } from '../../shared/sample/sample-plan'
import type { PlanningPart } from '../../shared/safety-stock/planning-part'
import { frameOf, pieces } from '../fixtures/horizon-frame'

type Place = { readonly perWeek: number; readonly cv: number; readonly leadDays: number; readonly waitDays: number; readonly target: number }

/** 100 parts: 5 speeds x 2 kinds of usage x 5 lead times and waits x 2 targets. */
const grid: readonly Place[] = [2, 10, 60, 500, 5000].flatMap((perWeek) =>
  [0.25, 1].flatMap((cv) =>
    ([[14, 0], [60, 0], [30, 20], [60, 45], [90, 70]] as const).flatMap(([leadDays, waitDays]) => [0.9, 0.98].map((target) => ({ perWeek, cv, leadDays, waitDays, target }))),
  ),
)

function partAt({ perWeek, cv, leadDays, target }: Place): PlanningPart {
  const isSlow = perWeek <= 10
  return pieces({
    demandFamily: isSlow ? 'negative-binomial' : 'gamma',
    roundingStep: 1,
    demandRate: { meanPerDay: perWeek / 7, variancePerDay: (cv * perWeek) ** 2 / 7, isAssumedVariability: false },
    target: { kind: 'cycle-service-level', cycleServiceLevel: target },
    leadTime: { ...pieces().leadTime, baseLeadTime: { meanDays: leadDays, sdDays: 0.2 * leadDays, transitDays: 10 } },
  })
}

function licence(waitDays: number): readonly ControlPhase[] {
  return waitDays === 0 ? [] : [{ fromDate: null, untilDate: null, state: 'licence', wait: { kind: 'gamma', meanDays: waitDays, sdDays: waitDays / 3 }, refusalRate: 0.08 }]
}

describe('planningProof', () => {
  it('has a grid of 100 parts', () => {
    expect(grid).toHaveLength(100)
  })

  it.each(grid.map((place) => [JSON.stringify(place), place] as const))('finds the target kept within 1 point in a stationary regime: %s', (_, place) => {
    const proof = planningProof(frameOf([{ weight: 1, phases: licence(place.waitDays) }]), partAt(place), { paths: 6000, seed: 20, horizonWeeks: 8, key: 1, rules: ['recommended'] })
    const achieved = proof?.rules[0]?.cycleServiceLevel
    expect(achieved?.standardError).toBeLessThan(0.005)
    expect(achieved?.value).toBeGreaterThan(place.target - 0.01)
    // Whole pieces give what the smallest sufficient number gives, which may be more.
    const most = proof?.conservative.includes('whole-pieces') === true ? Math.max(place.target, proof.expectedCycleServiceLevel) : place.target
    expect(achieved?.value).toBeLessThan(most + 0.01)
  }, 60_000)

  const long: Place = { perWeek: 500, cv: 0.25, leadDays: 60, waitDays: 45, target: 0.9 }

  it('finds more than the target where waits are independent, and says that orders cross', () => {
    const proof = planningProof(frameOf([{ weight: 1, phases: licence(45) }]), partAt(long), { paths: 1000, seed: 1, horizonWeeks: 10, key: 1, waitDraws: 'independent' })
    expect(proof?.conservative).toContain('order-crossing')
    expect(proof?.rules[0]?.cycleServiceLevel?.value).toBeGreaterThan(0.95)
  })

  it('finds more than the target where lots are large, and says so', () => {
    const part = { ...partAt(long), orderRules: { ...pieces().orderRules, lotMultiple: 3000 } }
    const proof = planningProof(frameOf([{ weight: 1, phases: licence(45) }]), part, { paths: 2000, seed: 1, horizonWeeks: 26, key: 1 })
    expect(proof?.conservative).toContain('large-lots')
    expect(proof?.rules[0]?.cycleServiceLevel?.value).toBeGreaterThan(0.91)
  })

  it('finds what section 7 says of a policy-blind level', () => {
    const frame = frameOf([{ weight: 1, phases: licence(45) }])
    const blind = planningProof(frame, partAt(long), { paths: 6000, seed: 3, horizonWeeks: 10, key: 1 })?.rules.find(({ rule }) => rule === 'policy-blind')
    expect(blind?.cycleServiceLevel?.value).toBeLessThan(0.3)
    expect(blind?.shortFutures.value).toBeGreaterThan(0.7)
  })

  it('has nothing to say of a part without usage', () => {
    const idle = pieces({ demandRate: { meanPerDay: 0, variancePerDay: 0, isAssumedVariability: false } })
    expect(planningProof(frameOf([{ weight: 1, phases: [] }]), idle, { paths: 10, seed: 1, horizonWeeks: 4, key: 1 })).toBeNull()
  })
})

describe('levelProof', () => {
  const plan = samplePlan()
  const prepared = preparedPlan(plan, { planningDate: civilDate('2026-11-23') })
  const part = plan.parts.find(({ partNumber }) => partNumber === 'MG-N48H-1809')

  it('compares the recommended, policy-blind, textbook and ERP levels in money, and is JSON-safe', () => {
    if (part === undefined) throw new Error('no part')
    const proof = levelProof(prepared, part, { paths: 300, seed: 1, horizonWeeks: 40 })
    expect(proof?.rules.map(({ rule }) => rule)).toEqual(['recommended', 'policy-blind', 'textbook', 'erp'])
    const [recommended, , , erp] = proof?.rules ?? []
    expect(recommended?.shortFutures.value).toBeLessThan(erp?.shortFutures.value ?? 0)
    expect(recommended?.meanStockCash?.value).toBeCloseTo((recommended?.meanStock.value ?? 0) * (part.unitCost ?? 0), 6)
    expect(recommended?.holdingCostPerYear?.value).toBeCloseTo((recommended?.meanStockCash?.value ?? 0) * plan.settings.holdingRatePerYear, 6)
    expect(JSON.parse(JSON.stringify(proof))).toEqual(proof)
  })

  it('says that the largest cover is why less than the target is achieved before a halt, and reaches it without', () => {
    const haptic = plan.parts.find(({ partNumber }) => partNumber === 'MG-N42-0504')
    if (haptic === undefined) throw new Error('no part')
    const capped = levelProof(prepared, haptic, { paths: 1000, seed: 1, rules: ['recommended'] })
    expect(haptic.capCoverDays).toBe(60)
    expect(capped?.rules[0]?.cycleServiceLevel?.value).toBeLessThan(0.925)
    expect(capped?.conservative).toEqual(['cover-cap'])
    const free = levelProof(prepared, { ...haptic, capCoverDays: null }, { paths: 1000, seed: 1, rules: ['recommended'] })
    expect(free?.rules[0]?.cycleServiceLevel?.value).toBeGreaterThan(0.95)
    expect(free?.conservative).toEqual(['large-lots'])
  })

  it('finds the target through a halt where orders are of one review: those held up count as they were placed', () => {
    const haptic = plan.parts.find(({ partNumber }) => partNumber === 'MG-N42-0504')
    if (haptic === undefined) throw new Error('no part')
    const proof = levelProof(prepared, { ...haptic, capCoverDays: null, moq: null, lotMultiple: null }, { paths: 2500, seed: 1, rules: ['recommended'] })
    const { value, standardError } = proof?.rules[0]?.cycleServiceLevel ?? { value: 0, standardError: 0 }
    expect(Math.abs(value - 0.95)).toBeLessThanOrEqual(3 * standardError)
    expect(standardError).toBeLessThan(0.004)
  })
})
