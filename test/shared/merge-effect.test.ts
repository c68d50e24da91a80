import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { mergeEffect } from '../../shared/plan/merge-effect'
import { mergeSummary } from '../../shared/plan/merge-summary'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planMerge } from '../../shared/plan/plan-merge'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { samplePlan } from '../../shared/sample/sample-plan'

const base = samplePlan()
const id = 'p-trctns'
const planningDate = civilDate('2026-11-23')
const withPart = (change: Partial<Part>): PlanDocument => ({ ...base, parts: base.parts.map((part) => (part.id === id ? { ...part, ...change } : part)) })
const itemsOf = (mine: PlanDocument, theirs: PlanDocument) => planMerge({ base: { kind: 'plan', plan: base }, mine, theirs }).items
const levels = (plan: PlanDocument) => {
  const { rounded, order } = planRecommendations(plan, { planningDate }).parts.find(({ prepared }) => prepared.part.id === id)?.recommendation ?? {}
  return { safetyStock: rounded?.safetyStock, reorderPoint: rounded?.reorderPoint, orderNow: order?.orderNow }
}

describe('mergeEffect', () => {
  it('gives the levels of the part for mine and for theirs, as the plan with that one value has them', () => {
    const mine = withPart({ target: { kind: 'cycle-service-level', cycleServiceLevel: 0.9 }, moq: 10 })
    const theirs = withPart({ target: { kind: 'cycle-service-level', cycleServiceLevel: 0.99 }, moq: 20 })
    const item = itemsOf(mine, theirs).find((each) => each.cell === 'target')
    if (item === undefined) throw new Error('no item')
    const effect = mergeEffect(mine, item, { planningDate })
    expect(effect).toEqual({ kind: 'part', partId: id, unit: 'pcs', mine: levels(mine), theirs: levels(withPart({ target: { kind: 'cycle-service-level', cycleServiceLevel: 0.99 }, moq: 10 })) })
    if (effect.kind !== 'part') throw new Error('no part')
    expect(effect.theirs?.safetyStock).toBeGreaterThan(effect.mine?.safetyStock ?? Infinity)
  })

  it('gives the cash in safety stock for what concerns the whole plan', () => {
    const weigh = (first: number): PlanDocument => ({ ...base, scenarios: base.scenarios.map((scenario, at) => (at === 0 ? { ...scenario, weight: first } : scenario)) })
    const [item] = itemsOf(weigh(0.1), weigh(0.9))
    if (item === undefined) throw new Error('no item')
    const cash = (plan: PlanDocument) => planRecommendations(plan, { planningDate }).totals.cashInSafetyStock
    expect(mergeEffect(weigh(0.1), item, { planningDate })).toEqual({ kind: 'plan', cashInMine: cash(weigh(0.1)), cashInTheirs: cash(weigh(0.9)) })
  })

  it('has no levels where the part is not, or where the engine refuses it', () => {
    const [gone] = itemsOf(base, { ...base, parts: base.parts.filter((part) => part.id !== id) }).filter((item) => item.rowKey === `part:${id}`)
    if (gone === undefined) throw new Error('no item')
    expect(mergeEffect(base, gone, { planningDate })).toMatchObject({ mine: levels(base), theirs: null })
    const [usage] = itemsOf(base, withPart({ usage: { kind: 'history' }, usageHistory: [] }))
    if (usage === undefined) throw new Error('no item')
    expect(mergeEffect(withPart({ usageHistory: [] }), usage, { planningDate })).toMatchObject({ theirs: null })
  })
})

describe('mergeSummary', () => {
  it('counts what was taken, kept, decided and declined', () => {
    const other = base.parts[1]?.id
    const mine = { ...withPart({ moq: 1, note: 'mine' }) }
    const theirs = { ...withPart({ moq: 2, unitCost: 5, description: 'new' }), parts: withPart({ moq: 2, unitCost: 5, description: 'new' }).parts.filter((part) => part.id !== other) }
    const merge = planMerge({ base: { kind: 'plan', plan: base }, mine, theirs })
    expect(mergeSummary(merge, { choices: {}, conflicts: null })).toBe('2 taken, 1 kept, 1 conflict open, 1 deletion declined')
    expect(mergeSummary(merge, { choices: { [`part:${other}`]: 'theirs', [`part:${id}|unitCost`]: 'mine' }, conflicts: 'mine' })).toBe('1 taken, 1 not taken, 1 kept, 1 conflict decided, 1 deletion accepted')
  })
})
