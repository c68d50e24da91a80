import { describe, expect, it } from 'vitest'
import { byEffect, changeGroup, effectSteps, foundChanges } from '../../renderer/compare/change-groups'
import { answerComparison } from '../../renderer/compare/compare-core'
import type { CompareAnswer, CompareRequest } from '../../renderer/compare/compare-messages'
import { decidedFor, firstDecisions, keptDecisions, mergeLists } from '../../renderer/compare/merge-lists'
import { cellTitle, valueText } from '../../renderer/compare/value-text'
import { formatsOf } from '../../renderer/ui/formats'
import { noDecisions } from '../../shared/plan/merge-decisions'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planMerge } from '../../shared/plan/plan-merge'
import { samplePlan } from '../../shared/sample/sample-plan'

const [first, second] = samplePlan().parts as unknown as readonly [Part, Part]

function changed(changes: Readonly<Record<string, Partial<Part>>>): PlanDocument {
  const plan = samplePlan()
  return { ...plan, parts: plan.parts.map((part) => ({ ...part, ...changes[part.id] })) }
}

function answersTo(request: CompareRequest): readonly CompareAnswer[] {
  const answers: CompareAnswer[] = []
  answerComparison(request, (answer) => (answer.kind === 'progress' ? undefined : answers.push(answer)))
  return answers
}

function differenceTo(after: PlanDocument) {
  const [changes, answer] = answersTo({ kind: 'difference', before: samplePlan(), after, today: '2026-11-23' })
  if (changes?.kind !== 'changes' || answer?.kind !== 'difference') throw new Error(JSON.stringify(answer))
  return answer.difference
}

describe('a comparison of two plans', () => {
  const difference = differenceTo({ ...changed({ [first.id]: { unitCost: 2 * (first.unitCost ?? 1), onHand: 7 }, [second.id]: { leadTime: { kind: 'total', meanDays: 200, sdDays: 30, transitDays: 30 } } }), title: 'Other' })

  it('has effects that add up to the difference of the cash', () => {
    const steps = effectSteps(difference)
    const total = steps.at(-1)
    expect(total).toMatchObject({ label: 'Difference', isTotal: true })
    expect(steps.slice(0, -1).map(({ label }) => label)).toEqual(['Lead times', 'Costs and lots'])
    expect(steps.slice(0, -1).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(total?.value ?? 0, 4)
    expect(total?.value).toBeCloseTo(difference.after.cash - difference.before.cash, 6)
    expect(Math.abs(total?.value ?? 0)).toBeGreaterThan(1)
  })

  it('is sorted by what was changed, found by words, and the largest effect comes first', () => {
    expect(new Set(difference.changes.map(changeGroup))).toEqual(new Set(['Settings', 'Stock and orders', 'Costs and lots', 'Lead times']))
    expect(foundChanges(difference.changes, { group: null, search: `cost ${first.partNumber.toLowerCase()}` })).toHaveLength(1)
    expect(foundChanges(difference.changes, { group: 'Lead times', search: '' })).toHaveLength(1)
    const effects = byEffect(difference.changes).map(({ cash }) => Math.abs(cash))
    expect(effects).toEqual(effects.toSorted((a, b) => b - a))
  })

  it('lists the changes alone where one of the plans cannot be computed', () => {
    const [, answer] = answersTo({ kind: 'difference', before: samplePlan(), after: changed({ [first.id]: { usage: { kind: 'history' }, usageHistory: [] } }), today: '2026-11-23' })
    expect(answer?.kind === 'unmeasured' && answer.changes.length > 0 && answer.sentence.startsWith('One of the plans cannot be computed')).toBe(true)
  })
})

describe('a merge on the screen', () => {
  const mine = changed({ [first.id]: { onHand: 1 } })
  const theirs = changed({ [first.id]: { onHand: 2 }, [second.id]: { unitCost: 99 } })
  const merge = planMerge({ base: { kind: 'plan', plan: samplePlan() }, mine, theirs, author: 'K. Weber' })

  it('has its conflicts by row, open until each is decided', () => {
    const lists = mergeLists(merge, noDecisions)
    expect(lists).toMatchObject({ openCount: 1, conflicts: [{ rowKey: `part:${first.id}` }] })
    expect(lists.taken).toHaveLength(1)
    expect(mergeLists(merge, decidedFor(noDecisions, lists.conflicts[0]?.items ?? [], 'theirs')).openCount).toBe(0)
  })

  it('is measured with what is still open as in mine', () => {
    const [answer] = answersTo({ kind: 'merged', mine, merge, decisions: noDecisions, today: '2026-11-23' })
    expect(answer?.kind === 'difference' && answer.difference.changes.map(({ id }) => id)).toEqual([`part:${second.id}|unitCost`])
  })

  it('tells of each conflict what both sides recommend', () => {
    const items = merge.items.filter(({ outcome }) => outcome === 'conflict')
    const answers = answersTo({ kind: 'effects', mine, items, planningDate: '2026-11-23' })
    expect(answers.map(({ kind }) => kind)).toEqual(['effect', 'done'])
    expect(answers[0]).toMatchObject({ effect: { kind: 'part', partId: first.id } })
  })

  it('marks mine where nothing is known of the plan before, and keeps what was decided when it is compared anew', () => {
    const blind = planMerge({ base: { kind: 'none' }, mine, theirs })
    expect(new Set(Object.values(firstDecisions(blind).choices))).toEqual(new Set(['mine']))
    const decided = decidedFor(firstDecisions(blind), blind.items.slice(0, 1), 'theirs')
    expect(keptDecisions(blind, { ...decided, choices: { ...decided.choices, gone: 'theirs' } }).choices).toEqual(decided.choices)
  })
})

describe('valueText', () => {
  const formats = formatsOf('en-GB')
  const of = (cell: string) => ({ cell, formats, nameOf: (id: string) => (id === 's-bcdfgh' ? 'Lapsed' : null) })

  it('reads as a person would say it', () => {
    expect(valueText(41_200, of('onHand'))).toBe('41,200')
    expect(valueText(null, of('unitCost'))).toBe('–')
    expect(valueText({ 's-bcdfgh': 0.25 }, of('scenarios.weights'))).toBe('Lapsed 25 %')
    expect(valueText({ kind: 'total', meanDays: 60, sdDays: 5.5, transitDays: 30 }, of('leadTime'))).toBe('60 ± 5.5 days, 30 of them after the border')
    expect(valueText({ kind: 'cycle-service-level', cycleServiceLevel: 0.975 }, of('target'))).toBe('cycle service level 97.5 %')
    expect(valueText({ status: 'filed', filedDate: '2026-11-02' }, of('licence'))).toBe('filed, day the application was filed 2 Nov 2026')
    expect(valueText('2027-03-01', of('promisedDate'))).toBe('1 Mar 2027')
  })

  it('heads a field without its article', () => {
    expect(cellTitle('the stock on hand')).toBe('Stock on hand')
  })
})
