import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { PlannerHost } from '../../electron/services/planner-host'
import { plannerServices, type PlannerServices } from '../../electron/services/planner-services'
import { planLibrary, type PlanLibrary } from '../../electron/storage/plan-library'
import type { ApiProblem, OpenedPlan, WholePlan } from '../../shared/ipc/planner-api'
import type { Part } from '../../shared/plan/part-schema'
import type { Result } from '../../shared/result'
import { temporaryFolder, valueOf } from './library-fixture'

/** A host whose user always answers, and which keeps what it was asked. */
export type TestHost = PlannerHost & {
  readonly asked: unknown[]
  /** What the user chooses in the next dialogs; null cancels. */
  chosen: string | null
  readonly faults: unknown[]
}

/** A host with dialogs that a test answers, or one like the local page's, without. */
export function testHost(kind: PlannerHost['kind'] = 'electron'): TestHost {
  const asked: unknown[] = []
  const faults: unknown[] = []
  const host: TestHost = {
    kind,
    asked,
    faults,
    chosen: null,
    dialogs:
      kind === 'local-page'
        ? null
        : {
            fileToOpen: async (of) => (asked.push(of), host.chosen),
            placeToSave: async (of) => (asked.push(of), host.chosen),
            windowAsPdf: async () => new TextEncoder().encode('%PDF-1.7 of the window'),
          },
    showInFolder: kind === 'local-page' ? null : async (path) => void asked.push(path),
    openAddress: async (url) => void asked.push(url),
    logFault: (error) => void faults.push(error),
  }
  return host
}

/** Services on a new library in a folder of their own. */
export type TestPlanner = { readonly services: PlannerServices; readonly library: PlanLibrary; readonly host: TestHost; readonly folder: string }

/** Services with a host that a test answers; everything is closed when the test ends. */
export function testPlanner(options: { readonly kind?: PlannerHost['kind']; readonly mostPages?: number; readonly folder?: string } = {}): TestPlanner {
  const folder = options.folder ?? join(temporaryFolder(), 'data')
  const { library } = valueOf(planLibrary({ folder, ...(options.mostPages === undefined ? {} : { mostPages: options.mostPages }) }))
  onTestFinished(() => void library.close())
  const host = testHost(options.kind)
  const services = plannerServices({ library, host, recoverySentence: null, appVersion: '0.0.0-test', account: 'kweber', today: () => '2026-11-24' })
  return { services, library, host, folder }
}

/** The value of an answer that must be a success. */
export function answered<Value>(result: Result<unknown, ApiProblem>): Value {
  if (!result.ok) throw new Error(`${result.problem.kind}: ${result.problem.sentence}`)
  return result.value as Value
}

/** A plan that was taken up, with all its parts, as a window fetches them. */
export async function wholeOf(call: PlannerServices, opened: OpenedPlan): Promise<WholePlan> {
  const { sliceCount, plan, ...receipt } = opened
  const slices = Array.from({ length: sliceCount }, async (_, slice) => answered<readonly Part[]>(await call('planParts', { planId: plan.id, seq: receipt.seq, slice })))
  return { ...receipt, plan: { ...plan, parts: (await Promise.all(slices)).flat() } }
}

/** A text as it crosses to the services. */
export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}
