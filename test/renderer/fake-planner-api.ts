import type { PlanListing, RevisionListing } from '../../shared/ipc/plan-listing'
import type { ApiProblem, HostEvent, HostFacts, OpenedPlan, PlannerApi, StepReceipt } from '../../shared/ipc/planner-api'
import { newId } from '../../shared/plan/new-id'
import { newPlan } from '../../shared/plan/new-plan'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { emptyPlanHistory, planHistoryAfter, type PlanWithHistory } from '../../shared/plan/plan-history'
import { builtInScenarios } from '../../shared/policy-timeline/built-in-scenarios'
import { failed, succeeded, type Result } from '../../shared/result'
import { samplePlan } from '../../shared/sample/sample-plan'

type FakePlan = { listing: PlanListing; state: PlanWithHistory; seq: number; revisions: { listing: RevisionListing; plan: PlanDocument }[] }

/** Planner services in memory, by the contract, for tests of what stands on them. */
export type FakePlannerApi = PlannerApi & {
  /** Makes the next call of a verb answer with a problem. */
  readonly failNext: (verb: string, problem: ApiProblem) => void
  /** Changes a plan behind the window's back. */
  readonly changeElsewhere: (planId: string, change: (plan: PlanDocument) => PlanDocument) => void
  readonly send: (event: HostEvent) => void
  readonly planOf: (planId: string) => PlanDocument
  /** Verbs called, in order. */
  readonly calls: readonly string[]
}

const partsPerSlice = 10
const outOfStep = failed<ApiProblem>({ kind: 'out-of-step', sentence: 'This plan has changed elsewhere in the meantime. It is loaded again; make your change once more.' })

function missing(planId: string): { readonly ok: false; readonly problem: ApiProblem } {
  return failed({ kind: 'plan-missing', sentence: `There is no plan ${planId} in the library.` })
}

/** Planner services in memory with some plans. */
export function fakePlannerApi(of: { readonly plans?: readonly PlanDocument[]; readonly now?: () => number; readonly random?: () => number; readonly facts?: Partial<HostFacts> } = {}): FakePlannerApi {
  const now = of.now ?? (() => 1_795_000_000_000)
  const random = of.random ?? Math.random
  const plans = new Map<string, FakePlan>()
  const settings = new Map<string, unknown>()
  const listeners = new Set<(event: HostEvent) => void>()
  const failures = new Map<string, ApiProblem>()
  const calls: string[] = []

  const keep = (plan: PlanDocument): PlanListing => {
    const listing: PlanListing = { id: plan.id, name: plan.title, createdAt: now(), updatedAt: now(), trashedAt: null, partCount: plan.parts.length, assemblyCount: plan.assemblies.length }
    plans.set(plan.id, { listing, state: { plan, history: emptyPlanHistory }, seq: 0, revisions: [] })
    return listing
  }
  for (const plan of of.plans ?? []) keep(plan)
  const freeId = (): string => newId({ prefix: 'pl', randomUnit: random, isTaken: (id) => plans.has(id) })
  const receiptOf = ({ seq, state }: FakePlan): StepReceipt => ({
    seq,
    undoLabel: state.history.past.at(-1)?.label ?? null,
    redoLabel: state.history.future.at(-1)?.label ?? null,
    isCheckpointDue: false,
  })
  const openedOf = (fake: FakePlan): OpenedPlan => {
    const { parts, ...head } = structuredClone(fake.state.plan)
    return { ...receiptOf(fake), plan: head, sliceCount: Math.ceil(parts.length / partsPerSlice) }
  }
  const addRevision = (fake: FakePlan, kind: RevisionListing['kind'], label: string | null): RevisionListing => {
    const number = fake.revisions.length + 1
    const listing: RevisionListing = { id: number, number, parent: number === 1 ? null : number - 1, secondParent: null, kind, label, createdAt: now() }
    fake.revisions.push({ listing, plan: fake.state.plan })
    return listing
  }
  const withPlan = <Value>(planId: string, task: (fake: FakePlan) => Result<Value, ApiProblem>): Result<Value, ApiProblem> => {
    const fake = plans.get(planId)
    return fake === undefined ? missing(planId) : task(fake)
  }
  const listed = (fake: FakePlan, change: Partial<PlanListing>): PlanListing => {
    const { plan } = fake.state
    fake.listing = { ...fake.listing, name: plan.title, partCount: plan.parts.length, assemblyCount: plan.assemblies.length, ...change }
    return fake.listing
  }
  const facts: HostFacts = { kind: 'local-page', appVersion: '0.0.0', platform: 'linux', today: '2026-11-24', libraryPath: '/library', accountName: null, recoverySentence: null, missingVerbs: [], ...of.facts }

  const verbs: Omit<PlannerApi, 'onHostEvent'> = {
    hostFacts: async () => succeeded(facts),
    plans: async () => succeeded([...plans.values()].map(({ listing }) => listing).sort((a, b) => b.updatedAt - a.updatedAt)),
    createPlan: async ({ title, content }) => {
      const id = freeId()
      return succeeded(keep(content === 'sample' ? { ...samplePlan(), id, title } : newPlan({ id, title, scenarios: builtInScenarios })))
    },
    openPlan: async ({ planId }) => withPlan(planId, (fake) => succeeded(openedOf(fake))),
    planParts: async ({ planId, seq, slice }) =>
      withPlan(planId, (fake) => (seq === fake.seq ? succeeded(structuredClone(fake.state.plan.parts.slice(slice * partsPerSlice, (slice + 1) * partsPerSlice))) : outOfStep)),
    applyStep: async ({ planId, step, expectedSeq }) =>
      withPlan(planId, (fake) => {
        if (expectedSeq !== fake.seq) return outOfStep
        const result = planHistoryAfter(fake.state, structuredClone(step))
        if (!result.ok) return failed({ kind: 'refused', sentence: result.problem.sentence })
        fake.state = result.value
        fake.seq += 1
        listed(fake, { updatedAt: now() })
        return succeeded(receiptOf(fake))
      }),
    closePlan: async ({ planId }) => withPlan(planId, () => succeeded(null)),
    nameRevision: async ({ planId, label }) => withPlan(planId, (fake) => succeeded(addRevision(fake, 'manual', label))),
    revisions: async ({ planId }) => withPlan(planId, (fake) => succeeded(fake.revisions.map(({ listing }) => listing).toReversed())),
    revisionPlan: async ({ planId, revisionId }) =>
      withPlan(planId, (fake) => {
        const revision = fake.revisions.find(({ listing }) => listing.id === revisionId)
        return revision === undefined ? failed({ kind: 'revision-missing', sentence: 'There is no such version.' }) : succeeded(revision.plan)
      }),
    restoreRevision: async ({ planId, revisionId }) =>
      withPlan(planId, (fake) => {
        const revision = fake.revisions.find(({ listing }) => listing.id === revisionId)
        if (revision === undefined) return failed({ kind: 'revision-missing', sentence: 'There is no such version.' })
        const { title, settings: planSettings, parts, assemblies, timeline, scenarios } = revision.plan
        const command = { kind: 'replace-sections' as const, sections: { title, settings: planSettings, parts, assemblies, timeline, scenarios } }
        const result = planHistoryAfter(fake.state, { kind: 'do', command })
        if (!result.ok) return failed({ kind: 'refused', sentence: result.problem.sentence })
        fake.state = result.value
        fake.seq += 1
        addRevision(fake, 'restore', null)
        listed(fake, { updatedAt: now() })
        return succeeded(openedOf(fake))
      }),
    duplicatePlan: async ({ planId, title }) => withPlan(planId, (fake) => succeeded(keep({ ...fake.state.plan, id: freeId(), title }))),
    trashPlan: async ({ planId }) => withPlan(planId, (fake) => (listed(fake, { trashedAt: now() }), succeeded(null))),
    recoverPlan: async ({ planId }) => withPlan(planId, (fake) => succeeded(listed(fake, { trashedAt: null }))),
    purgePlan: async ({ planId }) => withPlan(planId, () => (plans.delete(planId), succeeded(null))),
    importPlanFile: async ({ fileName }) => failed({ kind: 'not-a-plan', sentence: `${fileName} is no plan file.` }),
    planFile: async ({ planId }) => withPlan(planId, ({ state }) => succeeded({ fileName: `${state.plan.title}.csv`, bytesBase64: '' })),
    comparePlanFile: async ({ fileName }) => failed({ kind: 'not-a-plan-file', sentence: `${fileName} is no plan file.` }),
    mergePlanFile: async ({ fileName }) => failed({ kind: 'not-a-plan-file', sentence: `${fileName} is no plan file.` }),
    setting: async ({ key }) => succeeded(settings.get(key) ?? null),
    storeSetting: async ({ key, value }) => (settings.set(key, value), succeeded(null)),
    recentFiles: async () => succeeded([]),
    chooseFile: async () => succeeded({ outcome: 'cancelled' }),
    saveFile: async ({ fileName }) => succeeded({ outcome: 'saved', fileName }),
    printToPdf: async ({ fileName }) => succeeded({ outcome: 'saved', fileName }),
    backups: async () => succeeded([]),
    restoreBackup: async () => failed({ kind: 'backup-missing', sentence: 'There is no such backup.' }),
    backUp: async () => succeeded({ path: '/library/backup' }),
    showLibraryFolder: async () => succeeded(null),
    openSource: async () => succeeded(null),
  }
  const guarded = Object.fromEntries(
    Object.entries(verbs).map(([verb, run]) => [
      verb,
      async (argument: never) => {
        calls.push(verb)
        const problem = failures.get(verb)
        failures.delete(verb)
        return problem === undefined ? run(argument) : failed(problem)
      },
    ]),
  ) as unknown as typeof verbs
  return {
    ...guarded,
    onHostEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    failNext: (verb, problem) => failures.set(verb, problem),
    changeElsewhere: (planId, change) => {
      const fake = plans.get(planId)
      if (fake === undefined) return
      fake.state = { plan: change(fake.state.plan), history: emptyPlanHistory }
      fake.seq += 1
    },
    send: (event) => {
      for (const listener of listeners) listener(event)
    },
    planOf: (planId) => (plans.get(planId) as FakePlan).state.plan,
    calls,
  }
}
