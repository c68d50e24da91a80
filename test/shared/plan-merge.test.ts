import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simpleCommandArbitrary } from '../fixtures/plan-command-arbitrary'
import { planArbitrary } from '../fixtures/plan-arbitrary'
import { canonicalPlan } from '../../shared/csv/plan-file-rows'
import { noDecisions, type MergeDecisions } from '../../shared/plan/merge-decisions'
import { mergedPlan, mergedPlanCommand } from '../../shared/plan/merged-plan'
import { newPart } from '../../shared/plan/new-part'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planMerge, type MergeItem, type PlanMerge } from '../../shared/plan/plan-merge'
import { planOfRows, planRows } from '../../shared/plan/plan-rows'
import { samplePlan } from '../../shared/sample/sample-plan'

const base = samplePlan()
const [partId, otherId] = ['p-trctns', (base.parts[1] as Part).id]
const withPart = (plan: PlanDocument, id: string, change: Partial<Part> | ((part: Part) => Partial<Part>)): PlanDocument => ({
  ...plan, parts: plan.parts.map((part) => (part.id === id ? { ...part, ...(typeof change === 'function' ? change(part) : change) } : part)),
})
const without = (plan: PlanDocument, id: string): PlanDocument => ({
  ...plan, parts: plan.parts.filter((part) => part.id !== id),
  assemblies: plan.assemblies.map((assembly) => ({ ...assembly, uses: assembly.uses.filter((use) => use.partId !== id) })),
})
const threeWay = (mine: PlanDocument, theirs: PlanDocument, before: PlanDocument = base): PlanMerge => planMerge({ base: { kind: 'plan', plan: before }, mine, theirs })
const outcomes = (merge: PlanMerge) => merge.items.map((item) => [item.outcome, item.change, item.subject, item.words])
const merged = (mine: PlanDocument, merge: PlanMerge, decisions: MergeDecisions = noDecisions): PlanDocument => {
  const result = mergedPlan(mine, merge, decisions)
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value.plan
}
const partOf = (plan: PlanDocument, id = partId) => plan.parts.find((part) => part.id === id)
const byId = <Item extends { readonly id: string }>(items: readonly Item[]) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
/** A plan without the order of its lists. */
function unordered(plan: PlanDocument): PlanDocument {
  const { timeline, scenarios, ...rest } = canonicalPlan(plan)
  return { ...rest, timeline: { ...timeline, events: byId(timeline.events), controls: byId(timeline.controls) }, scenarios: byId(scenarios) }
}
const accepting = (merge: PlanMerge, conflicts: 'mine' | 'theirs' | null = null): MergeDecisions => ({
  choices: Object.fromEntries(merge.items.filter((item) => item.outcome === 'proposal').map((item) => [item.id, 'theirs' as const])), conflicts,
})

describe('planRows and planOfRows', () => {
  it('give any plan back', () => {
    fc.assert(
      fc.property(planArbitrary, (plan) => {
        expect(planOfRows(planRows(plan), plan)).toEqual(plan)
      }),
      { numRuns: 100 },
    )
  })
})

describe('planMerge with the plan before both', () => {
  const number = partOf(base)?.partNumber ?? ''

  it('takes what only they changed, and keeps what only I changed', () => {
    const merge = threeWay(withPart(base, partId, { moq: 777 }), withPart(base, partId, { unitCost: 9.5 }))
    expect(outcomes(merge)).toEqual([['taken', 'cell', `part ${number}`, 'the unit cost'], ['kept', 'cell', `part ${number}`, 'the minimum order quantity']].toSorted(byCell(merge)))
    expect(partOf(merged(withPart(base, partId, { moq: 777 }), merge))).toMatchObject({ moq: 777, unitCost: 9.5 })
  })

  it('says nothing of what both changed alike', () => {
    expect(threeWay(withPart(base, partId, { moq: 777 }), withPart(base, partId, { moq: 777 })).items).toEqual([])
  })

  it('leaves a cell that both changed differently to a decision, with all three values', () => {
    const mine = withPart(base, partId, { moq: 777 })
    const merge = threeWay(mine, withPart(base, partId, { moq: 888 }))
    const item = merge.items[0] as MergeItem
    expect(item).toMatchObject({ id: 'part:p-trctns|moq', outcome: 'conflict', hasBase: true, base: partOf(base)?.moq, mine: 777, theirs: 888, preselected: null, partId })
    const open = mergedPlanCommand(mine, merge, noDecisions)
    expect(open).toMatchObject({ ok: false, problem: { kind: 'undecided', itemIds: [item.id] } })
    expect(!open.ok && open.problem.sentence).toContain('the minimum order quantity')
    expect(partOf(merged(mine, merge, { choices: { [item.id]: 'theirs' }, conflicts: null }))?.moq).toBe(888)
    expect(merged(mine, merge, { choices: {}, conflicts: 'mine' })).toBe(mine)
  })

  it('adds a row of theirs with all that goes with it', () => {
    const added = { ...newPart({ id: 'p-bcdfgh', partNumber: 'NEW-1' }), openOrders: [{ id: 'o-bcdfgh', purchaseOrder: '1', quantity: 5, promisedDate: '2027-01-01', orderedDate: null, licence: { status: 'granted' as const } }] }
    const merge = threeWay(base, { ...base, parts: [added, ...base.parts] })
    expect(outcomes(merge)).toEqual([['taken', 'only-theirs', 'part NEW-1', 'added by them']])
    expect(partOf(merged(base, merge), 'p-bcdfgh')).toEqual(added)
  })

  it('offers to join a part they added with mine of the same number and plant', () => {
    const mine = { ...base, parts: [...base.parts, { ...newPart({ id: 'p-bcdfgh', partNumber: 'NEW-1' }), moq: 5 }] }
    const theirs = { ...base, parts: [...base.parts, { ...newPart({ id: 'p-bcdfgj', partNumber: ' NEW-1' }), moq: 6, note: 'theirs' }] }
    const merge = threeWay(mine, theirs)
    expect(merge.items.find((item) => item.outcome === 'conflict')).toMatchObject({ change: 'only-theirs', joinWith: 'p-bcdfgh', preselected: null })
    const joined = planMerge({ base: { kind: 'plan', plan: base }, mine, theirs, joins: [{ theirId: 'p-bcdfgj', myId: 'p-bcdfgh' }] })
    expect(joined.items.map((item) => [item.outcome, item.cell, item.mine, item.theirs])).toEqual([['conflict', 'partNumber', 'NEW-1', ' NEW-1'], ['conflict', 'moq', 5, 6], ['conflict', 'note', '', 'theirs']])
  })

  it('proposes to delete a row that they lack and I left alone, unticked, with its orders and uses', () => {
    const merge = threeWay(base, without(base, partId))
    expect(merge.items.filter((item) => item.rowKey === 'part:p-trctns')).toMatchObject([{ outcome: 'proposal', change: 'only-mine', preselected: 'mine', words: 'deleted by them' }])
    expect(merged(base, merge)).toBe(base)
    const result = merged(base, merge, accepting(merge))
    expect(partOf(result)).toBeUndefined()
    expect(result.assemblies.flatMap((assembly) => assembly.uses).some((use) => use.partId === partId)).toBe(false)
  })

  it('keeps a row that they lack and I changed, also where only an order of it changed', () => {
    const order = { id: 'o-bcdfgh', purchaseOrder: '1', quantity: 5, promisedDate: '2027-01-01', orderedDate: null, licence: { status: 'granted' as const } }
    for (const mine of [withPart(base, partId, { moq: 777 }), withPart(base, partId, (part) => ({ openOrders: [...part.openOrders, order] }))]) {
      const merge = threeWay(mine, without(base, partId))
      expect(merge.items.find((item) => item.rowKey === 'part:p-trctns')).toMatchObject({ outcome: 'kept', change: 'only-mine', words: 'deleted by them, changed by me' })
    }
  })

  it('keeps what I deleted deleted, unless they changed it: then it is a conflict', () => {
    const mine = without(base, partId)
    expect(outcomes(threeWay(mine, base)).filter(([, , , words]) => words === 'deleted by me').length).toBeGreaterThan(0)
    expect(merged(mine, threeWay(mine, base))).toBe(mine)
    const merge = threeWay(mine, withPart(base, partId, { moq: 888 }))
    expect(merge.items.find((item) => item.outcome === 'conflict')).toMatchObject({ change: 'only-theirs', words: 'deleted by me, changed by them' })
    expect(partOf(merged(mine, merge, { choices: {}, conflicts: 'theirs' }))?.moq).toBe(888)
  })

  it('takes a month of usage that one side has, and lets no blank take one away', () => {
    const history = [{ startDate: '2026-09-01', days: 30, quantity: 10 }, { startDate: '2026-10-01', days: 31, quantity: 20 }]
    const before = withPart(base, partId, { usageHistory: history })
    const mine = withPart(before, partId, { usageHistory: [history[0] as (typeof history)[0]] })
    const theirs = withPart(before, partId, { usageHistory: [{ ...history[1], quantity: 25 } as (typeof history)[0], { startDate: '2026-08-01', days: 31, quantity: 5 }] })
    const result = merged(mine, threeWay(mine, theirs, before))
    expect(partOf(result)?.usageHistory).toEqual([{ startDate: '2026-08-01', days: 31, quantity: 5 }, { startDate: '2026-09-01', days: 30, quantity: 10 }, { startDate: '2026-10-01', days: 31, quantity: 25 }])
  })

  it('merges the weights of all scenarios as one, and the phases of an event as one', () => {
    const weigh = (plan: PlanDocument, weights: readonly number[]): PlanDocument => ({ ...plan, scenarios: plan.scenarios.map((scenario, at) => ({ ...scenario, weight: weights[at] ?? scenario.weight })) })
    expect(outcomes(threeWay(weigh(base, [0.51]), weigh(base, [0.61])))).toEqual([['conflict', 'cell', 'settings', 'the weights of the scenarios']])
    const first = base.scenarios[0] as PlanDocument['scenarios'][number]
    const added = { ...base, scenarios: [...base.scenarios, { ...first, id: 's-bcdfgh', name: 'Mine', weight: 0.4 }] }
    const merge = threeWay(weigh(base, [0.9]), added)
    expect(merge.items.map((item) => item.outcome)).toEqual(['kept', 'taken'])
    expect(merged(weigh(base, [0.9]), merge).scenarios.map((scenario) => scenario.weight)).toEqual([0.9, ...base.scenarios.slice(1).map((scenario) => scenario.weight), 0.4])
    const event = { id: 'e-bcdfgh', title: 'Halt', kind: 'halt', announcedDate: null, effectiveDate: '2027-01-01', datePrecision: 'day', nominalEndDate: null, stateAfterEnd: 'as-before', effects: [], summary: '', citations: [], confidence: 'low', verifiedDate: null, contradictionIds: [], supersedesId: null } as const
    const withEvent = (change: object): PlanDocument => ({ ...base, timeline: { ...base.timeline, events: [{ ...event, ...change }] } })
    const phases = planMerge({ base: { kind: 'plan', plan: withEvent({}) }, mine: withEvent({ effectiveDate: '2027-02-01' }), theirs: withEvent({ nominalEndDate: '2027-01-20', summary: 'longer' }) })
    expect(outcomes(phases).map(([outcome, , , words]) => [outcome, words])).toEqual([['taken', 'the summary'], ['conflict', 'the dates and effects']])
  })

  it('moves nothing when one side is as it was, and takes all of the other when I am as it was', () => {
    const edits = editsOf()
    fc.assert(
      fc.property(edits, ({ before, theirs }) => {
        const merge = planMerge({ base: { kind: 'plan', plan: before }, mine: before, theirs })
        expect(merge.items.every((item) => item.outcome === 'taken' || item.outcome === 'proposal')).toBe(true)
        expect(withoutUsage(unordered(merged(before, merge, accepting(merge))))).toEqual(withoutUsage(unordered(theirs)))
        const kept = planMerge({ base: { kind: 'plan', plan: before }, mine: theirs, theirs: before })
        expect(kept.items.every((item) => item.outcome === 'kept' || item.cell?.startsWith('usageHistory.') === true)).toBe(true)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('is idempotent: the same copy again changes nothing, also where conflicts were decided for mine', () => {
    fc.assert(
      fc.property(editsOf(), fc.constantFrom('mine' as const, 'theirs' as const), ({ before, mine, theirs }, side) => {
        const merge = planMerge({ base: { kind: 'plan', plan: before }, mine, theirs })
        const result = merged(mine, merge, accepting(merge, side))
        // The revision after a merge has theirs as second parent, so that is what both copies have in common then.
        const again = planMerge({ base: { kind: 'plan', plan: theirs }, mine: result, theirs })
        expect(again.items.filter((item) => item.outcome === 'conflict' || item.outcome === 'taken')).toEqual([])
        expect(mergedPlanCommand(result, again, noDecisions)).toEqual({ ok: true, value: null })
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('is commutative where there is no conflict', () => {
    let compared = 0
    fc.assert(
      fc.property(editsOf(), ({ before, mine, theirs }) => {
        const [there, back] = [planMerge({ base: { kind: 'plan', plan: before }, mine, theirs }), planMerge({ base: { kind: 'plan', plan: before }, mine: theirs, theirs: mine })]
        if ([...there.items, ...back.items].some((item) => item.outcome === 'conflict')) return
        compared += 1
        expect(unordered(merged(mine, there, accepting(there)))).toEqual(unordered(merged(theirs, back, accepting(back))))
      }),
      { numRuns: 120 },
    )
    expect(compared).toBeGreaterThan(20)
  }, 60_000)

  it('is one command that makes the merged plan, and one undo that takes it back', () => {
    fc.assert(
      fc.property(editsOf(), ({ before, mine, theirs }) => {
        const merge = planMerge({ base: { kind: 'plan', plan: before }, mine, theirs })
        const decisions = accepting(merge, 'theirs')
        const result = mergedPlan(mine, merge, decisions)
        if (!result.ok) throw new Error(result.problem.sentence)
        const { plan, command } = result.value
        if (command === null) {
          expect(unordered(plan)).toEqual(unordered(mine))
          return
        }
        const applied = planAfterCommand(mine, command)
        if (!applied.ok) throw new Error(JSON.stringify(applied.problem))
        expect(unordered(applied.value.plan)).toEqual(unordered(plan))
        expect(planAfterCommand(applied.value.plan, applied.value.inverse)).toMatchObject({ ok: true, value: { plan: mine } })
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('is JSON: nothing is lost when it crosses to another process', () => {
    fc.assert(
      fc.property(editsOf(), ({ before, mine, theirs }) => {
        const merge = planMerge({ base: { kind: 'plan', plan: before }, mine, theirs })
        expect(JSON.parse(JSON.stringify(merge))).toEqual(merge)
      }),
      { numRuns: 40 },
    )
  })
})

describe('planMerge without the plan before both', () => {
  const mine = withPart(base, partId, { moq: 777 })
  const theirs = withPart(withPart(base, partId, { moq: 888 }), otherId, { note: 'theirs' })

  it('preselects mine where nothing is known', () => {
    const merge = planMerge({ base: { kind: 'none' }, mine, theirs })
    expect(merge.method).toBe('two-way')
    expect(merge.items.map((item) => [item.outcome, item.hasBase, item.preselected])).toEqual([['conflict', false, 'mine'], ['conflict', false, 'mine']])
  })

  it('goes row by row by check codes where they tell which copy is as it was', () => {
    const unchangedIn = (row: string) => (row === `part:${partId}` ? ('theirs' as const) : row === `part:${otherId}` ? ('mine' as const) : null)
    const merge = planMerge({ base: { kind: 'checks', unchangedIn, hasFewerRows: () => false }, mine, theirs })
    expect(merge.items.map((item) => [item.outcome, item.mine, item.theirs])).toEqual([['kept', 777, 888], ['taken', partOf(base, otherId)?.note, 'theirs']])
  })

  it('proposes deletions only for kinds of which the file has fewer rows than it had', () => {
    const fewer = without(base, partId)
    const outcomeWith = (hasFewerRows: boolean) =>
      planMerge({ base: { kind: 'checks', unchangedIn: () => null, hasFewerRows: () => hasFewerRows }, mine: base, theirs: fewer }).items.find((item) => item.rowKey === `part:${partId}`)?.outcome
    expect([outcomeWith(true), outcomeWith(false)]).toEqual(['proposal', 'kept'])
  })

  it('only proposes when the other plan is another plan, with parts matched by number and plant', () => {
    const other = { ...withPart(base, partId, { moq: 888 }), id: 'pl-bcdfgh', parts: withPart(base, partId, { moq: 888 }).parts.map((part) => ({ ...part, id: `${part.id.slice(0, -1)}${part.id.endsWith('b') ? 'c' : 'b'}` })) }
    const merge = planMerge({ base: { kind: 'plan', plan: base }, mine: base, theirs: { ...other, assemblies: [] } })
    expect(merge.method).toBe('import')
    expect(merge.items.filter((item) => item.outcome === 'proposal').map((item) => [item.rowKey, item.cell, item.theirs])).toEqual([[`part:${partId}`, 'moq', 888]])
    expect(merged(base, merge)).toBe(base)
  })
})

function byCell(merge: PlanMerge) {
  const order = merge.items.map((item) => item.words)
  return (a: readonly string[], b: readonly string[]): number => order.indexOf(a[3] ?? '') - order.indexOf(b[3] ?? '')
}

/** Usage is never taken away, so plans in which months were deleted differ by just those. */
function withoutUsage(plan: PlanDocument): PlanDocument {
  return { ...plan, parts: plan.parts.map((part) => ({ ...part, usageHistory: [] })) }
}

/** A plan and two copies of it, each changed by a few commands. */
function editsOf() {
  const copies = fc.tuple(planArbitrary, planArbitrary, planArbitrary).chain(([before, other, another]) => {
    const after = (values: PlanDocument) =>
      fc.array(simpleCommandArbitrary(before, values), { maxLength: 2 }).map((commands) =>
        commands.reduce((plan, command) => {
          const result = planAfterCommand(plan, command)
          return result.ok ? withoutDanglingUses(result.value.plan) : plan
        }, before),
      )
    return fc.record({ before: fc.constant(before), mine: after(other), theirs: after(another) })
  })
  // Three plans shrink for minutes and stay as large as they were.
  return fc.noShrink(copies)
}

function withoutDanglingUses(plan: PlanDocument): PlanDocument {
  const ids = new Set(plan.parts.map((part) => part.id))
  return { ...plan, assemblies: plan.assemblies.map((assembly) => ({ ...assembly, uses: assembly.uses.filter((use) => ids.has(use.partId)) })) }
}
