import { describe, expect, it, vi } from 'vitest'
import { missingVerbs } from '../../electron/services/planner-host'
import { plannerVerbs } from '../../shared/ipc/planner-arguments'
import type { WholePlan } from '../../shared/ipc/planner-api'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { elsewhereFacts } from '../../shared/policy-timeline/elsewhere-facts'
import { registerVerbs } from '../../electron/ipc-handlers'
import { verbChannel } from '../../electron/ipc-channels'
import { contractBindings, ownFrame } from './contract-bindings'
import { contractCases, hopelessArguments, type ContractWorld } from './contract-cases'
import { invoked } from './fake-ipc-main'
import { answered, testPlanner, wholeOf, type TestPlanner } from './planner-fixture'

async function world({ services }: TestPlanner, verbs: readonly string[]): Promise<ContractWorld> {
  const sample: { id: string } = answered(await services('createPlan', { title: 'Sample: magnets for 2027', content: 'sample' }))
  const other: { id: string } = answered(await services('createPlan', { title: 'Old', content: 'empty' }))
  answered(await services('trashPlan', { planId: other.id }))
  answered(await services('openPlan', { planId: sample.id }))
  const revision: { id: number } = answered(await services('nameRevision', { planId: sample.id, label: 'First' }))
  // A backup takes a thread of its own, so only those have one who look at it.
  const backup: { path: string } = verbs.some((verb) => verb.toLowerCase().includes('backup')) ? answered(await services('backUp', {})) : { path: '' }
  return { planId: sample.id, trashedId: other.id, revisionId: revision.id, backup: backup.path }
}

/** A plan file has its rows in an order of its own, so that one change changes one line. */
function sorted(plan: PlanDocument): PlanDocument {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
  return { ...plan, parts: plan.parts.toSorted(byId), assemblies: plan.assemblies.toSorted(byId), scenarios: plan.scenarios.toSorted(byId) }
}

const knownAddress = elsewhereFacts.flatMap((fact) => fact.citation.urls).find((url) => url.startsWith('https://')) ?? ''

// Electron is not here: its IPC is a table of handlers.
vi.mock('electron', async () => ({ ipcMain: (await import('./fake-ipc-main')).fakeIpcMain }))

describe.each(contractBindings)('the PlannerApi bound by $name', ({ kind, bound, unknownVerb }) => {
  it.each(contractCases.map((one) => ({ ...one, title: `${one.verb} ${'problem' in one.answers ? `refuses with ${one.answers.problem}: ${JSON.stringify(one.argument({} as ContractWorld)).slice(0, 80)}` : 'answers'}` })))('$title', async ({ verb, argument, answers }) => {
    const planner = testPlanner({ kind })
    const given = argument(await world(planner, [verb]))
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
    if (unknownVerb === 'is answered') expect(await call(verb, {})).toMatchObject({ ok: false, problem: { kind: 'unknown-verb' } })
    else await expect(call(verb, {})).rejects.toThrow('No handler registered for')
  })

  it('answers JSON alone, whatever the verb', async () => {
    const planner = testPlanner({ kind })
    const its = await world(planner, plannerVerbs)
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
    const whole = async (planId: string): Promise<WholePlan> => wholeOf(call, answered(await call('openPlan', { planId })))
    const [first, second] = [await whole(id), await whole(imported.listing.id)]
    expect(sorted(second.plan)).toEqual({ ...sorted(first.plan), id: imported.listing.id })
  })
})

describe('registerVerbs', () => {
  it.each([
    { who: 'a frame that has gone', frame: null },
    { who: 'a frame inside the page', frame: { url: 'app://planner/index.html', parent: {} } },
    { who: 'another site', frame: { url: 'https://evil.example/', parent: null } },
    { who: 'another host of our scheme', frame: { url: 'app://other/', parent: null } },
    { who: 'a file', frame: { url: 'file:///tmp/x.html', parent: null } },
  ])('turns $who away before anything is done', async ({ frame }) => {
    const { services, library } = testPlanner()
    const refused: string[] = []
    registerVerbs({ services, afterVerb: () => {}, logRefusal: (verb) => refused.push(verb) })
    await expect(invoked(verbChannel('createPlan'), { title: 'A', content: 'empty' }, frame)).rejects.toThrow('not allowed')
    expect(refused).toEqual(['createPlan'])
    expect(library.plans()).toEqual({ ok: true, value: [] })
    await invoked(verbChannel('createPlan'), { title: 'A', content: 'empty' }, ownFrame)
    expect(library.plans()).toMatchObject({ value: [{ name: 'A' }] })
  })
})
