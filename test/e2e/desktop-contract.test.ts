import { describe, expect, it } from 'vitest'
import type { ApiProblem } from '../../shared/ipc/planner-api'
import { plannerVerbs } from '../../shared/ipc/planner-arguments'
import { elsewhereFacts } from '../../shared/policy-timeline/elsewhere-facts'
import type { Result } from '../../shared/result'
import { contractCases, hopelessArguments, type ContractCase, type ContractWorld } from '../electron/contract-cases'
import { answered } from '../electron/planner-fixture'
import { openedPlannerWindow, type PlannerWindow } from './hosts'

type Call = (verb: string, argument: unknown) => Promise<Result<unknown, ApiProblem>>

const knownSource = elsewhereFacts.flatMap((fact) => fact.citation.urls).find((url) => url.startsWith('https://')) ?? ''

/** The verbs as a page of the desktop window reaches them: preload, IPC, main. */
async function bound(): Promise<{ readonly call: Call; readonly window: PlannerWindow }> {
  const window = await openedPlannerWindow({ kind: 'electron', name: 'the desktop window' })
  // Nothing of the window's own may work on the library meanwhile.
  await window.page.getByRole('heading', { name: 'Plans', level: 1, exact: true }).waitFor()
  await window.app?.evaluate(({ shell }) => {
    shell.openExternal = async () => {}
  })
  const call: Call = (verb, argument) =>
    window.page.evaluate(([name, given]) => (globalThis as unknown as { readonly planner: Readonly<Record<string, (argument: unknown) => unknown>> }).planner[name as string]?.(given), [verb, argument] as const) as ReturnType<Call>
  return { call, window }
}

/** Empties the library, so that every case finds the world it expects. */
async function freshWorld(call: Call): Promise<ContractWorld> {
  for (const { id, trashedAt } of answered(await call('plans', {})) as readonly { readonly id: string; readonly trashedAt: number | null }[]) {
    if (trashedAt === null) answered(await call('trashPlan', { planId: id }))
    answered(await call('purgePlan', { planId: id }))
  }
  const sample: { id: string } = answered(await call('createPlan', { title: 'Sample: magnets for 2027', content: 'sample' }))
  const other: { id: string } = answered(await call('createPlan', { title: 'Old', content: 'empty' }))
  answered(await call('trashPlan', { planId: other.id }))
  answered(await call('openPlan', { planId: sample.id }))
  const revision: { id: number } = answered(await call('nameRevision', { planId: sample.id, label: 'First' }))
  const backup: { path: string } = answered(await call('backUp', {}))
  return { planId: sample.id, trashedId: other.id, revisionId: revision.id, backup: backup.path }
}

async function answerTo({ verb, argument }: ContractCase, of: { readonly call: Call; readonly world: ContractWorld }): Promise<Result<unknown, ApiProblem>> {
  return of.call(verb, verb === 'openSource' ? { url: knownSource } : argument(of.world))
}

describe('the PlannerApi bound by preload and IPC', () => {
  it('answers every good case', async () => {
    const { call } = await bound()
    for (const one of contractCases.filter(({ answers }) => 'value' in answers)) {
      const result = await answerTo(one, { call, world: await freshWorld(call) })
      const expected = one.verb === 'openSource' ? null : (one.answers as { readonly value: unknown }).value
      expect({ verb: one.verb, ...result }).toEqual({ verb: one.verb, ok: true, value: expected })
    }
  }, 90_000)

  it('refuses every bad case by name', async () => {
    const { call } = await bound()
    const world = await freshWorld(call)
    for (const one of contractCases.filter(({ answers, verb }) => 'problem' in answers && verb !== 'openSource')) {
      const result = await answerTo(one, { call, world })
      expect({ verb: one.verb, ...result }).toMatchObject({ verb: one.verb, ok: false, problem: { kind: (one.answers as { readonly problem: string }).problem } })
    }
  })

  it('refuses what is no argument at all', async () => {
    const { call } = await bound()
    for (const verb of plannerVerbs) {
      for (const argument of hopelessArguments) expect({ verb, ...(await call(verb, argument)) }).toMatchObject({ verb, ok: false, problem: { kind: 'bad-argument' } })
    }
  })

  it('carries a file of 2 MB unchanged', async () => {
    const { call, window } = await bound()
    const bytes = Buffer.alloc(2 * 1024 * 1024, 'line;12,5;Ä\r\n')
    const saved = await window.saving(() => call('saveFile', { fileName: 'large.csv', bytesBase64: bytes.toString('base64'), purpose: 'table' }))
    expect(saved.fileName).toBe('large.csv')
    expect(saved.bytes.equals(bytes)).toBe(true)
  })
})
