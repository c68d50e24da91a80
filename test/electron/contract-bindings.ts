import { onTestFinished } from 'vitest'
import { registerVerbs } from '../../electron/ipc-handlers'
import { verbChannel } from '../../electron/ipc-channels'
import { localPage } from '../../electron/local-page'
import type { PlannerHost } from '../../electron/services/planner-host'
import type { ApiProblem, PlannerVerb } from '../../shared/ipc/planner-api'
import type { Result } from '../../shared/result'
import { invoked, type FakeFrame } from './fake-ipc-main'
import type { TestPlanner } from './planner-fixture'

/** A call of a verb over some line, with any argument at all. */
export type BoundCall = (verb: string, argument: unknown) => Promise<Result<unknown, ApiProblem>>

/** A way to reach the services; `bound` may begin a listener, which ends with the test. */
export type ContractBinding = { readonly name: string; readonly kind: PlannerHost['kind']; readonly bound: (planner: TestPlanner) => Promise<BoundCall>; readonly unknownVerb: 'is answered' | 'is nobody’s' }

/** Every way to reach the services, for the contract test. A new host adds its own here. */
export const contractBindings: readonly ContractBinding[] = [
  { name: 'a plain call', kind: 'electron', bound: async ({ services }) => services, unknownVerb: 'is answered' },
  { name: 'the local page', kind: 'local-page', bound: overHttp, unknownVerb: 'is answered' },
  { name: 'IPC', kind: 'electron', bound: overIpc, unknownVerb: 'is nobody’s' },
]

async function overIpc({ services }: TestPlanner): Promise<BoundCall> {
  registerVerbs({ services, afterVerb: () => {}, logRefusal: () => {} })
  return async (verb, argument) => (await invoked(verbChannel(verb as PlannerVerb), argument, ownFrame)) as Result<unknown, ApiProblem>
}

/** The main frame of a page of ours. */
export const ownFrame: FakeFrame = { url: 'app://planner/index.html', parent: null }

async function overHttp({ services, host, folder }: TestPlanner): Promise<BoundCall> {
  const page = await localPage({ services, bundleFolder: folder, logFault: host.logFault })
  onTestFinished(page.close)
  const token = new URLSearchParams(new URL(page.address).hash.slice(1)).get('token') ?? ''
  return async (verb, argument) => {
    const response = await fetch(`${page.origin}/api/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin: page.origin },
      body: JSON.stringify(argument),
    })
    if (response.status !== 200) throw new Error(`status ${response.status}: ${await response.text()}`)
    return (await response.json()) as Result<unknown, ApiProblem>
  }
}
