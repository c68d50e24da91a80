import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { planDifference, planDifferenceSteps } from '../../shared/plan/difference-effects'
import { newPart } from '../../shared/plan/new-part'
import type { Part } from '../../shared/plan/part-schema'
import { planChangeSteps } from '../../shared/plan/plan-difference'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { samplePlan } from '../../shared/sample/sample-plan'

const base = samplePlan()
const today = civilDate('2026-11-23')
const id = 'p-trctns'
const withPart = (plan: PlanDocument, partId: string, change: Partial<Part>): PlanDocument => ({ ...plan, parts: plan.parts.map((part) => (part.id === partId ? { ...part, ...change } : part)) })
const cashOf = (plan: PlanDocument) => planRecommendations(plan, { planningDate: today }).totals.cashInSafetyStock
const fixture = JSON.parse(readFileSync(new URL('../fixtures/plans/plan-v2.json', import.meta.url), 'utf8')) as PlanDocument

/** Something of every kind: settings, weights, a scenario's event, parts changed, added and removed. */
function changed(): PlanDocument {
  const [first, second] = base.scenarios
  const edited = withPart(withPart(base, id, { unitCost: 3, note: 'x', leadTime: { kind: 'total', meanDays: 120, sdDays: 9, transitDays: 40 } }), (base.parts[3] as Part).id, { target: { kind: 'fill-rate', fillRate: 0.999 } })
  const added: Part = { ...newPart({ id: 'p-bcdfgh', partNumber: 'NEW-1' }), originCountry: 'CN', usage: { kind: 'stated', per: 'week', mean: 70, sd: 14 }, leadTime: { kind: 'total', meanDays: 70, sdDays: 7, transitDays: 40 }, unitCost: 2 }
  return {
    ...edited, title: 'Changed', settings: { ...edited.settings, reviewPeriodDays: 14 },
    parts: [...edited.parts.filter((part) => part.id !== (base.parts[5] as Part).id), added],
    assemblies: edited.assemblies.map((assembly) => ({ ...assembly, buildsPerWeek: assembly.buildsPerWeek * 1.5, uses: assembly.uses.filter((use) => use.partId !== (base.parts[5] as Part).id) })),
    scenarios: [{ ...first, weight: 0.2 }, { ...second, weight: 0.5 }, ...base.scenarios.slice(2)] as PlanDocument['scenarios'],
  }
}

describe('planChangeSteps', () => {
  it('finds nothing between a plan and itself, or itself with its lists turned', () => {
    expect(planChangeSteps(base, base)).toEqual([])
    expect(planChangeSteps(base, { ...base, parts: base.parts.toReversed(), assemblies: base.assemblies.toReversed() })).toEqual([])
  })

  it('names every change, with values before and after, in the stated order', () => {
    const steps = planChangeSteps(base, changed()).map((step) => [step.kind, step.subject, step.words, step.partId])
    const number = base.parts.find((part) => part.id === id)?.partNumber
    expect(steps.slice(0, 3)).toEqual([
      ['changed', 'settings', 'the weights of the scenarios', null], ['changed', 'settings', 'the title', null], ['changed', 'settings', 'the review period in days', null],
    ])
    expect(steps).toContainEqual(['changed', `part ${number}`, 'the unit cost', id])
    expect(steps.slice(-2)).toEqual([['added', 'part NEW-1', '', 'p-bcdfgh'], ['removed', `part ${base.parts[5]?.partNumber}`, '', base.parts[5]?.id]])
  })

  it('sees months that were taken away, which a merge would keep', () => {
    const less = withPart(fixture, fixture.parts[0]?.id ?? '', { usageHistory: fixture.parts[0]?.usageHistory.slice(1) ?? [] })
    expect(planChangeSteps(fixture, less).map((step) => [step.words, step.before, step.after])).toEqual([['the usage of 2026-06-01 and 30 days', 4100, null]])
  })

  it('compares plans of different ids by part number and plant', () => {
    const other = { ...base, id: 'pl-bcdfgh', parts: base.parts.map((part) => ({ ...part, id: `${part.id.slice(0, -1)}x` })), assemblies: [] }
    expect(planChangeSteps({ ...base, assemblies: [] }, other)).toEqual([])
  })
})

describe('planDifference', () => {
  it('tells how many changes are measured before each of them', () => {
    const steps = [...planDifferenceSteps(base, changed(), { today })]
    const { changes } = planDifference(base, changed(), { today })
    expect(changes.length).toBeGreaterThan(1)
    expect(steps).toEqual([{ done: 0, total: changes.length }, ...changes.map((_, done) => ({ done, total: changes.length }))])
  })

  it('measures effects that add up to the change of the whole, in cash and for each part in units', () => {
    const after = changed()
    const difference = planDifference(base, after, { today })
    expect(difference.before.cash).toBeCloseTo(cashOf(base), 6)
    expect(difference.after.cash).toBeCloseTo(cashOf(after), 6)
    expect(Math.abs(difference.after.cash - cashOf(base))).toBeGreaterThan(1000)
    const sum = difference.changes.reduce((total, change) => total + change.cash, 0)
    expect(sum).toBeCloseTo(difference.after.cash - difference.before.cash, 6)
    expect(difference.changes.some((change) => change.isMeasuredWithNext)).toBe(false)
  })

  it('gives a single change its whole effect, and none to what changes no figure', () => {
    const target = { kind: 'cycle-service-level' as const, cycleServiceLevel: 0.999 }
    const difference = planDifference(base, withPart(base, id, { target, note: 'x' }), { today })
    const units = (plan: PlanDocument) => planRecommendations(plan, { planningDate: today }).parts.find(({ prepared }) => prepared.part.id === id)?.recommendation.rounded.safetyStock ?? NaN
    expect(difference.changes.map((change) => [change.words, change.safetyStock])).toEqual([
      ['the target', units(withPart(base, id, { target })) - units(base)], ['the note', 0],
    ])
    expect(difference.changes[0]?.unit).toBe('pcs')
    expect(difference.changes[0]?.safetyStock).toBeGreaterThan(0)
  })

  it('measures a change that cannot stand alone together with the next', () => {
    // Usage from history without a history cannot be computed; with the history that follows it can.
    const part = { ...newPart({ id: 'p-bcdfgh', partNumber: 'NEW-1' }), usage: { kind: 'stated' as const, per: 'week' as const, mean: 70, sd: 14 }, leadTime: { kind: 'total' as const, meanDays: 70, sdDays: 7, transitDays: 40 }, unitCost: 2 }
    const history = [7, 8, 9].map((month, at) => ({ startDate: `2026-0${month}-01`, days: [31, 31, 30][at] ?? 30, quantity: 300 + 50 * at }))
    const [before, after] = [{ ...base, parts: [part], assemblies: [] }, { ...base, parts: [{ ...part, usage: { kind: 'history' as const }, usageHistory: history }], assemblies: [] }]
    const difference = planDifference(before, after, { today })
    expect(difference.changes[0]).toMatchObject({ words: 'the usage', isMeasuredWithNext: true, cash: 0 })
    expect(difference.changes.reduce((total, change) => total + change.cash, 0)).toBeCloseTo(cashOf(after) - cashOf(before), 6)
  })

  it('goes the other way with the same changes and the opposite sum', () => {
    const [there, back] = [planDifference(base, changed(), { today }), planDifference(changed(), base, { today })]
    expect(back.changes.map((change) => change.id).toSorted()).toEqual(there.changes.map((change) => change.id).toSorted())
    expect(back.changes.reduce((total, change) => total + change.cash, 0)).toBeCloseTo(-there.changes.reduce((total, change) => total + change.cash, 0), 6)
  })

  it('counts parts that have no cost', () => {
    const difference = planDifference(withPart(base, id, { unitCost: null }), base, { today })
    expect(difference.before.partsWithoutUnitCost).toBe(difference.after.partsWithoutUnitCost + 1)
    expect(JSON.parse(JSON.stringify(difference))).toEqual(difference)
  })
})
