import { describe, expect, it } from 'vitest'
import type { ComparedPlanFile, FileContent, ImportedPlan, OpenedPlan } from '../../shared/ipc/planner-api'
import type { RevisionListing } from '../../shared/ipc/plan-listing'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { samplePlan } from '../../shared/sample/sample-plan'
import { answered, testPlanner, wholeOf, type TestPlanner } from './planner-fixture'

const [first, second] = samplePlan().parts as [Part, Part]
const decisions = { choices: {}, conflicts: null }

async function ask<Value>({ services }: TestPlanner, verb: string, argument: unknown): Promise<Value> {
  return answered(await services(verb, argument)) as Value
}
const openSample = async (planner: TestPlanner): Promise<string> => {
  const { id } = await ask<{ readonly id: string }>(planner, 'createPlan', { title: 'Magnets', content: 'sample' })
  await ask(planner, 'openPlan', { planId: id })
  return id
}
const change = (planner: TestPlanner, planId: string, seq: number, id: string, fields: Partial<Part>) =>
  ask(planner, 'applyStep', { planId, step: { kind: 'do', command: { kind: 'change-parts', changes: [{ id, fields }] } }, expectedSeq: seq })
const exported = (planner: TestPlanner, planId: string) => ask<FileContent>(planner, 'planFile', { planId, revisionId: null, decimal: 'comma' })
const partNow = async (planner: TestPlanner, opened: OpenedPlan, id: string) => (await wholeOf(planner.services, opened)).plan.parts.find((part) => part.id === id)

describe('comparePlanFile and mergePlanFile', () => {
  it('carry a plan to a colleague and back: three-way, one step, a revision with two parents, and nothing left to merge', async () => {
    const [here, there] = [testPlanner(), testPlanner()]
    const planId = await openSample(here)
    const imported = await ask<ImportedPlan>(there, 'importPlanFile', await exported(here, planId))
    expect(imported.listing.id).toBe(planId)
    await ask(there, 'openPlan', { planId })
    await change(there, planId, 0, second.id, { unitCost: 9.25 })
    await change(there, planId, 1, first.id, { note: 'theirs' })
    await change(here, planId, 0, first.id, { moq: 777 })
    const file = await exported(there, planId)

    const { merge } = await ask<ComparedPlanFile>(here, 'comparePlanFile', { planId, ...file })
    expect(merge.method).toBe('three-way')
    expect(merge.items.map((item) => [item.outcome, item.rowKey, item.cell]).toSorted()).toEqual([
      ['kept', `part:${first.id}`, 'moq'], ['taken', `part:${second.id}`, 'unitCost'], ['taken', `part:${first.id}`, 'note'],
    ])
    const merged = await ask<OpenedPlan & { readonly summary: string }>(here, 'mergePlanFile', { planId, ...file, decisions, expectedSeq: 1 })
    expect(merged).toMatchObject({ seq: 2, summary: '2 taken, 1 kept', undoLabel: 'Merge the plan of kweber: 2 taken, 1 kept' })
    expect(await partNow(here, merged, first.id)).toMatchObject({ moq: 777, note: 'theirs' })
    expect((await partNow(here, merged, second.id))?.unitCost).toBe(9.25)

    const [after, other, before] = await ask<readonly RevisionListing[]>(here, 'revisions', { planId })
    expect(after).toMatchObject({ kind: 'manual', parent: before?.id, secondParent: other?.id, label: 'Merged the file of kweber: 2 taken, 1 kept' })
    expect(other).toMatchObject({ kind: 'import', label: `${file.fileName}, saved by kweber`, secondParent: null })
    expect((await ask<PlanDocument>(here, 'revisionPlan', { planId, revisionId: other?.id })).parts.find((part) => part.id === first.id)?.moq).toBe(first.moq)

    const again = await ask<ComparedPlanFile>(here, 'comparePlanFile', { planId, ...file })
    expect(again.merge.items.filter((item) => item.outcome !== 'kept')).toEqual([])
    // And back again: what they exported is what both have in common now.
    const back = await ask<ComparedPlanFile>(there, 'comparePlanFile', { planId, ...(await exported(here, planId)) })
    expect(back.merge.method).toBe('three-way')
    expect(back.merge.items.map((item) => [item.outcome, item.cell])).toEqual([['taken', 'moq']])

    const undone = await ask<{ readonly seq: number }>(here, 'applyStep', { planId, step: { kind: 'undo' }, expectedSeq: 2 })
    expect(undone.seq).toBe(3)
    const reopened = await ask<OpenedPlan>(here, 'openPlan', { planId })
    expect((await partNow(here, reopened, second.id))?.unitCost).toBe(second.unitCost)
  })

  it('refuse an open conflict, and a window that is behind, and change nothing then', async () => {
    const [here, there] = [testPlanner(), testPlanner()]
    const planId = await openSample(here)
    await ask(there, 'importPlanFile', await exported(here, planId))
    await ask(there, 'openPlan', { planId })
    await change(there, planId, 0, first.id, { moq: 888 })
    await change(here, planId, 0, first.id, { moq: 777 })
    const file = await exported(there, planId)
    const open = await here.services('mergePlanFile', { planId, ...file, decisions, expectedSeq: 1 })
    expect(open).toMatchObject({ ok: false, problem: { kind: 'undecided', sentence: expect.stringContaining('1 conflict is undecided') } })
    const behind = await here.services('mergePlanFile', { planId, ...file, decisions: { choices: {}, conflicts: 'theirs' }, expectedSeq: 0 })
    expect(behind).toMatchObject({ ok: false, problem: { kind: 'out-of-step' } })
    expect(await ask<OpenedPlan>(here, 'openPlan', { planId })).toMatchObject({ seq: 1 })
    const merged = await ask<OpenedPlan>(here, 'mergePlanFile', { planId, ...file, decisions: { choices: { [`part:${first.id}|moq`]: 'theirs' }, conflicts: null }, expectedSeq: 1 })
    expect((await partNow(here, merged, first.id))?.moq).toBe(888)
  })

  it('gives a row typed in a spreadsheet the same id when it is compared and when it is merged', async () => {
    const here = testPlanner()
    const planId = await openSample(here)
    const file = await exported(here, planId)
    const text = Buffer.from(file.bytesBase64, 'base64').toString('utf8')
    const headers = text.split('\r\n').find((line) => line.startsWith('#part;'))?.split(';') ?? []
    const typed = headers.map((header, at) => ({ 'part number': 'TYPED-1', 'lead time (days)': '84', 'usage from': 'stated', 'usage per': 'week', 'usage mean': '5' })[header] ?? (at === 0 ? 'part' : '')).join(';')
    const edited = { ...file, bytesBase64: Buffer.from(`${text}${typed}\r\n`, 'utf8').toString('base64') }
    const { merge } = await ask<ComparedPlanFile>(here, 'comparePlanFile', { planId, ...edited })
    expect(merge).toMatchObject({ method: 'three-way', items: [{ outcome: 'taken', subject: 'part TYPED-1' }] })
    const declined = await ask<OpenedPlan>(here, 'mergePlanFile', { planId, ...edited, decisions: { choices: { [merge.items[0]?.id ?? '']: 'mine' }, conflicts: null }, expectedSeq: 0 })
    expect(declined).toMatchObject({ seq: 0 })
    const taken = await ask<OpenedPlan>(here, 'mergePlanFile', { planId, ...edited, decisions, expectedSeq: 0 })
    expect((await wholeOf(here.services, taken)).plan.parts.map((part) => part.partNumber)).not.toContain('TYPED-1')
  })

  it('take only texts and notes from a file whose numbers a spreadsheet changed', async () => {
    const here = testPlanner()
    const planId = await openSample(here)
    const file = await exported(here, planId)
    const text = Buffer.from(file.bytesBase64, 'base64').toString('utf8').replaceAll(/(?<=;)(\d+),(\d+)(?=;)/g, '$1$2').replace(first.description, 'Segment, annealed')
    const damaged = { ...file, bytesBase64: Buffer.from(text, 'utf8').toString('base64') }
    expect(await here.services('comparePlanFile', { planId, ...damaged })).toMatchObject({ ok: false, problem: { kind: 'numbers-damaged' } })
    const { merge, notices } = await ask<ComparedPlanFile>(here, 'comparePlanFile', { planId, ...damaged, textsOnly: true })
    expect(merge.items.map((item) => [item.cell, item.theirs])).toEqual([['description', 'Segment, annealed']])
    expect(notices).toHaveLength(1)
  })
})
