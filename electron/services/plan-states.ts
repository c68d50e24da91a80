import { planRevision } from '../../shared/csv/plan-revision'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { PlanLibrary } from '../storage/plan-library'

/** A state of a plan that went out in a file or came in with one, by the name that files carry. */
export type SharedState = {
  readonly revision: string
  /** The revision of the library that holds it; it may be gone by now. */
  readonly revisionId: number
  /** Whether it came from a colleague: then it is what both have in common. */
  readonly isFromOutside: boolean
}

const mostStates = 50

/** The states of a plan that were shared, the newest first. */
export function sharedStates(library: PlanLibrary, planId: string): readonly SharedState[] {
  const stored = library.setting(settingOf(planId))
  return stored.ok && Array.isArray(stored.value) ? (stored.value as readonly SharedState[]) : []
}

/** Notes that a state of a plan was shared; the last 50 are kept. */
export function noteSharedState(library: PlanLibrary, planId: string, state: SharedState): void {
  const others = sharedStates(library, planId).filter((each) => each.revision !== state.revision)
  library.storeSetting(settingOf(planId), [state, ...others].slice(0, mostStates))
}

/** The names that a file of a plan carries: of what is in it, and of the last state that came from outside. */
export function fileNames(library: PlanLibrary, plan: PlanDocument): { readonly revision: string; readonly basedOn: string | null } {
  const revision = planRevision(plan)
  const common = sharedStates(library, plan.id).find((state) => state.isFromOutside)
  return { revision, basedOn: common === undefined || common.revision === revision ? null : common.revision }
}

function settingOf(planId: string): string {
  return `shared-states/${planId}`
}
