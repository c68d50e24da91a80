import type { ApiProblem, HostFacts, OpenedPlan, PlannerVerb, PlannerVerbs } from '../../shared/ipc/planner-api'
import { plannerArguments } from '../../shared/ipc/planner-arguments'
import { failed, succeeded, type Result } from '../../shared/result'
import { samplePlan } from '../../shared/sample/sample-plan'
import { libraryProblemOf, type LibraryProblem } from '../storage/library-problem'
import { takenPartBytes } from '../storage/part-slices'
import type { PlanLibrary } from '../storage/plan-library'
import { apiProblemOf, apiResult, badArgument } from './api-problem'
import { dialogVerbs } from './dialog-verbs'
import { idleCheckpoints } from './idle-checkpoints'
import { isKnownAddress } from './known-addresses'
import { missingVerbs, type PlannerHost } from './planner-host'
import { comparedPlanFile, mergedPlanFile } from './plan-merging'
import { importedPlanFile, planFileContent } from './plan-files'
import { accountName, userName } from './user-name'

/** What the services work on. */
export type PlannerServicesOptions = {
  readonly library: PlanLibrary
  readonly host: PlannerHost
  /** What happened to a library that was damaged or gone; null when all was well. */
  readonly recoverySentence: string | null
  readonly appVersion: string
  /** Name of the user's account; the system's where absent. */
  readonly account?: string | null
  /** Today on the computer's calendar, ISO. */
  readonly today: () => string
}

/** Carries out a verb; every binding calls this with what came over its line. It never throws, and what it answers is JSON. */
export type PlannerServices = (verb: string, argument: unknown) => Promise<Result<unknown, ApiProblem>>

type Answered<Value> = Result<Value, ApiProblem> | Promise<Result<Value, ApiProblem>>
/** What is done for each verb. */
export type Handlers = { readonly [Verb in PlannerVerb]: (argument: PlannerVerbs[Verb]['takes']) => Answered<PlannerVerbs[Verb]['answers']> }

/** Everything the PlannerApi does, with no Electron in it. */
export function plannerServices(options: PlannerServicesOptions): PlannerServices {
  return servicesOf(handlersOf(options), { host: options.host, libraryPath: options.library.path, refusal: null })
}

/**
 * Services that do what some handlers can, and refuse every other verb with one problem.
 *
 * @param handlers what is done for each verb
 * @param of the host, where the library lies, and why other verbs are refused; null where there are no others
 */
export function servicesOf(handlers: Partial<Handlers>, of: { readonly host: PlannerHost; readonly libraryPath: string; readonly refusal: ApiProblem | null }): PlannerServices {
  const { host, libraryPath, refusal } = of
  const missing: readonly string[] = missingVerbs(host)
  return async (verb, argument) => {
    if (!Object.hasOwn(plannerArguments, verb)) return failed({ kind: 'unknown-verb', sentence: `This Lodestock does not know the request "${verb.slice(0, 100)}". Nothing was changed; load the window again.` })
    if (missing.includes(verb)) return failed({ kind: 'not-in-this-host', sentence: `The request ${verb} is done by the browser here, not by Lodestock's local page.` })
    const parsed = plannerArguments[verb as PlannerVerb].safeParse(argument)
    if (!parsed.success) return failed(badArgument(verb, parsed.error))
    if (refusal !== null && !Object.hasOwn(handlers, verb)) return failed(refusal)
    try {
      // The parser of a verb gives what its handler takes; the compiler cannot follow a name that is only known here.
      return await (handlers[verb as PlannerVerb] as (argument: unknown) => Answered<unknown>)(parsed.data)
    } catch (error) {
      const problem = libraryProblemOf(libraryPath, error)
      if (problem !== null) return failed(apiProblemOf(problem))
      host.logFault(error)
      const detail = error instanceof Error ? error.message : String(error)
      return failed({ kind: 'internal', sentence: `Something in Lodestock went wrong (${detail}). What was saved before is safe; close Lodestock, open it again, and report this.` })
    }
  }
}

function handlersOf(options: PlannerServicesOptions): Handlers {
  const { library, host, appVersion, account = accountName() } = options
  // Plans a window has opened: another window, or the same one loaded again, may have put them down meanwhile.
  const inUse = new Set<string>()
  const whileOpen = <Value>(planId: string, work: () => Result<Value, LibraryProblem>): Result<Value, LibraryProblem> => {
    const result = work()
    if (result.ok || result.problem.kind !== 'plan-not-open' || !inUse.has(planId)) return result
    const again = library.takeUpPlan(planId)
    return again.ok ? work() : again
  }
  const opened = (planId: string): Result<OpenedPlan, ApiProblem> => {
    const result = library.takeUpPlan(planId)
    if (result.ok) inUse.add(planId)
    return apiResult(result)
  }
  const checkpoints = idleCheckpoints((planId) => void library.checkpoint(planId))
  return {
    ...dialogVerbs(library, host),
    hostFacts: () => succeeded(hostFacts(options)),
    plans: () => apiResult(library.plans()),
    createPlan: ({ title, content }) => apiResult(library.createPlan({ title, ...(content === 'sample' ? { plan: samplePlan() } : {}) })),
    openPlan: ({ planId }) => opened(planId),
    planParts: ({ planId, ...of }) => {
      const result = whileOpen(planId, () => library.planParts(planId, of))
      // Only a line of text has a use for how they were stored.
      if (result.ok && host.kind !== 'local-page') takenPartBytes(result.value)
      return apiResult(result)
    },
    applyStep: ({ planId, step, expectedSeq }) => {
      const result = whileOpen(planId, () => library.apply(planId, step, expectedSeq))
      if (result.ok) checkpoints.note(planId)
      return apiResult(result)
    },
    closePlan: ({ planId }) => {
      checkpoints.forget(planId)
      return apiResult(library.closePlan(planId))
    },
    nameRevision: ({ planId, label }) => apiResult(library.nameRevision(planId, label)),
    revisions: ({ planId }) => apiResult(library.revisions(planId)),
    revisionPlan: ({ planId, revisionId }) => apiResult(library.revisionPlan(planId, revisionId)),
    restoreRevision: ({ planId, revisionId }) => {
      const restored = library.restoreRevision(planId, revisionId)
      return restored.ok ? opened(planId) : apiResult(restored)
    },
    duplicatePlan: ({ planId, title }) => apiResult(library.duplicatePlan(planId, title)),
    trashPlan: ({ planId }) => {
      inUse.delete(planId)
      return apiResult(library.trashPlan(planId))
    },
    recoverPlan: ({ planId }) => apiResult(library.recoverPlan(planId)),
    purgePlan: ({ planId }) => apiResult(library.purgePlan(planId)),
    importPlanFile: (content) => importedPlanFile(library, content, { today: options.today() }),
    planFile: (of) => planFileContent(library, of, { appVersion, today: options.today(), savedBy: userName(library, account) }),
    comparePlanFile: (of) => comparedPlanFile(library, of),
    mergePlanFile: (of) => {
      const merged = mergedPlanFile(library, of)
      if (!merged.ok) return merged
      checkpoints.note(of.planId)
      const taken = opened(of.planId)
      return taken.ok ? succeeded({ ...taken.value, ...merged.value }) : taken
    },
    setting: ({ key }) => apiResult(library.setting(key)),
    storeSetting: ({ key, value }) => apiResult(library.storeSetting(key, value)),
    recentFiles: () => apiResult(library.recentFiles()),
    backups: () => apiResult(library.backups()),
    backUp: async () => {
      const made = await library.backUp({ isAsked: true })
      return apiResult(made.ok ? succeeded({ path: made.value ?? '' }) : made)
    },
    restoreBackup: ({ path }) => {
      // A plan of the restored library may have the same number of steps and be another.
      inUse.clear()
      return apiResult(library.restoreBackup(path))
    },
    openSource: async ({ url }) => {
      const plans = library.openHeads()
      if (!plans.ok) return apiResult(plans)
      if (!isKnownAddress(url, plans.value)) return failed({ kind: 'source-unknown', sentence: `${url} is not an address of a source that Lodestock or an open plan names, so it was not opened.` })
      await host.openAddress(url)
      return succeeded(null)
    },
  }
}

function hostFacts({ library, host, recoverySentence, appVersion, account = accountName(), today }: PlannerServicesOptions): HostFacts {
  return { kind: host.kind, appVersion, platform: process.platform, today: today(), libraryPath: library.path, accountName: account, recoverySentence, missingVerbs: missingVerbs(host) }
}
