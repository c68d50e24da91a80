import { createStore, useStore, type StoreApi } from 'zustand'
import type { FileContent } from '../../shared/ipc/planner-api'
import { noDecisions, type MergeDecisions } from '../../shared/plan/merge-decisions'
import { usePlanStore } from '../plan/plan-context'
import type { PlanStore } from '../plan/plan-store'

/** What the open plan is compared with. */
export type CompareSource = 'version' | 'plan' | 'file'

/** What was chosen to compare, and what was decided about it. */
export type CompareState = {
  readonly source: CompareSource
  readonly revisionId: number | null
  readonly otherPlanId: string | null
  /** Whether the other plan is taken as the later one. */
  readonly isOtherLater: boolean
  readonly file: FileContent | null
  readonly joins: readonly { readonly theirId: string; readonly myId: string }[]
  readonly textsOnly: boolean
  readonly decisions: MergeDecisions
  /** What was merged last, in words. */
  readonly merged: string | null
}

const states = new WeakMap<PlanStore, StoreApi<CompareState>>()

/** What is compared with the open plan; it stays while the user looks at other screens of the plan. */
export function useCompareState(): readonly [state: CompareState, set: (change: Partial<CompareState>) => void] {
  const store = usePlanStore()
  let own = states.get(store)
  if (own === undefined) {
    own = createStore<CompareState>(() => ({ source: 'version', revisionId: null, otherPlanId: null, isOtherLater: true, file: null, joins: [], textsOnly: false, decisions: noDecisions, merged: null }))
    states.set(store, own)
  }
  const state = useStore(own)
  return [state, own.setState as (change: Partial<CompareState>) => void]
}
