import { describe, expect, it } from 'vitest'
import { missingVerbs } from '../../electron/services/planner-host'
import { plannerVerbs } from '../../shared/ipc/planner-arguments'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { elsewhereFacts } from '../../shared/policy-timeline/elsewhere-facts'
import { contractBindings } from './contract-bindings'
import { contractCases, hopelessArguments, type ContractWorld } from './contract-cases'
import { answered, testPlanner, type TestPlanner } from './planner-fixture'

async function world({ services }: TestPlanner): Promise<ContractWorld> {
  const sample: { id: string } = answered(await services('createPlan', { title: 'Sample: magnets for 2027', content: 'sample' }))
  const other: { id: string } = answered(await services('createPlan', { title: 'Old', content: 'empty' }))
  answered(await services('trashPlan', { planId: other.id }))
  answered(await services('openPlan', { planId: sample.id }))
  const revision: { id: number } = answered(await services('nameRevision', { planId: sample.id, label: 'First' }))
  const backup: { path: string } = answered(await services('backUp', {}))
  return { planId: sample.id, trashedId: other.id, revisionId: revision.id, backup: backup.path }
}

/** A plan file has its rows in an order of its own, so that one change changes one line. */
function sorted(plan: PlanDocument | undefined): Partial<PlanDocument> {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
  return plan === undefined ? {} : { ...plan, parts: plan.parts.toSorted(byId), assemblies: plan.assemblies.toSorted(byId), scenarios: plan.scenarios.toSorted(byId) }
}

const knownAddress = elsewhereFacts.flatMap((fact) => fact.citation.urls).find((url) => url.startsWith('https://')) ?? ''

describe.each(contractBindings)('the PlannerApi bound by $name', ({ kind, bound }) => {
  it.each(contractCases.map((one) => ({ ...one, title: `${one.verb} ${'problem' in one.answers ? `refuses with ${one.answers.problem}: ${JSON.stringify(one.argument({} as ContractWorld)).slice(0, 80)}` : 'answers'}` })))('$title', async ({ verb, argument, answers }) => {
    const planner = testPlanner({ kind })
    const given = argument(await world(planner))
    const call = await bound(planner)
    const result = await call(verb, verb === 'openSource' && 'value' in answers ? { url: knownAddress } : given)
    if ('problem' in answers) {
      expect(result).toMatchObject({ ok: false, problem: { kind: answers.problem, sentence: expect.stringMatching(/[.)]$/) as string } })
    } else if (verb === 'openSource') {
      expect(result).toEqual({ ok: true, value: null })
      expect(planner.host.asked).toEqual([knownAddress])
    } else {
      expect(result).toEqual({ ok: true, value: answers.value })
    }
    expect(planner.host.faults).toEqual([])
  })

  it('has a good case for every verb but the dialogs', () => {
    const tried = new Set(contractCases.filter(({ answers }) => 'value' in answers).map(({ verb }) => verb))
    const missing = plannerVerbs.filter((verb) => !tried.has(verb))
    expect(missing).toEqual(['chooseFile', 'saveFile', 'printToPdf', 'showLibraryFolder'])
  })

  it.each(plannerVerbs)('%s refuses what is no argument at all, in a sentence', async (verb) => {
    const planner = testPlanner({ kind })
    const isMissing = missingVerbs(planner.host).includes(verb)
    const call = await bound(planner)
    for (const argument of hopelessArguments) {
      const result = await call(verb, argument)
      expect(result).toMatchObject({ ok: false, problem: { kind: isMissing ? 'not-in-this-host' : 'bad-argument', sentence: expect.stringMatching(/\.$/) as string } })
    }
    expect(planner.host.faults).toEqual([])
  })

  it.each(['constructor', '__proto__', 'toString', 'quit', 'onHostEvent'])('knows no verb %s', async (verb) => {
    const call = await bound(testPlanner({ kind }))
    expect(await call(verb, {})).toMatchObject({ ok: false, problem: { kind: 'unknown-verb' } })
  })

  it('answers JSON alone, whatever the verb', async () => {
    const planner = testPlanner({ kind })
    const its = await world(planner)
    for (const { verb, argument } of contractCases) {
      const result = await planner.services(verb, argument(its))
      expect(JSON.parse(JSON.stringify(result))).toStrictEqual(structuredClone(result))
    }
  })

  it('carries a whole round: create, edit, undo, save, export, import', async () => {
    const call = await bound(testPlanner({ kind }))
    const { id }: { id: string } = answered(await call('createPlan', { title: 'Round', content: 'sample' }))
    answered(await call('openPlan', { planId: id }))
    answered(await call('applyStep', { planId: id, step: { kind: 'do', command: { kind: 'set-title', title: 'Edited' } }, expectedSeq: 0 }))
    expect(await call('applyStep', { planId: id, step: { kind: 'undo' }, expectedSeq: 1 })).toEqual({ ok: true, value: { seq: 2, undoLabel: null, redoLabel: 'Change the title', isCheckpointDue: false } })
    answered(await call('nameRevision', { planId: id, label: 'Kept' }))
    const file: { fileName: string; bytesBase64: string } = answered(await call('planFile', { planId: id, revisionId: null, decimal: 'comma' }))
    const imported: { listing: { id: string }; notices: readonly string[] } = answered(await call('importPlanFile', file))
    expect(imported.notices).toEqual([])
    const [first, second]: { plan: PlanDocument }[] = [answered(await call('openPlan', { planId: id })), answered(await call('openPlan', { planId: imported.listing.id }))]
    expect(sorted(second?.plan)).toEqual({ ...sorted(first?.plan), id: imported.listing.id })
  })
})
