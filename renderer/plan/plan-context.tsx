import { createContext, use, useCallback, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { FiguresState } from './calculations'
import type { PlanState, PlanStore } from './plan-store'
import type { FiguresTotals } from './plan-totals'

const PlanContext = createContext<PlanStore | null>(null)

/** Gives everything below the open plan. */
export function PlanProvider({ store, children }: { readonly store: PlanStore; readonly children: ReactNode }) {
  return <PlanContext value={store}>{children}</PlanContext>
}

/** The open plan's store: what can be done with it. */
export function usePlanStore(): PlanStore {
  const store = use(PlanContext)
  if (store === null) throw new Error('usePlanStore needs a PlanProvider above it')
  return store
}

/** Something of the open plan's state; the component renders again when it changes. */
export function usePlanState<Selected>(select: (state: PlanState) => Selected): Selected {
  return useStore(usePlanStore(), select)
}

/** Something of the plan as it is shown. */
export function usePlan<Selected>(select: (plan: PlanDocument) => Selected): Selected {
  return usePlanState(({ plan }) => select(plan))
}

/** The figures of one part; renders again only when these change. */
export function useFigures(partId: string): FiguresState {
  const store = usePlanStore()
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.figuresOf(partId), [store, partId]),
  )
}

/** Sums over all figures. */
export function useTotals(): FiguresTotals {
  const store = usePlanStore()
  const version = usePlanState(({ figuresVersion }) => figuresVersion)
  return useMemo(() => (void version, store.totals()), [store, version])
}

/** One part of the plan as it is shown, or null when it is gone. */
export function usePart(partId: string): Part | null {
  return usePlan((plan) => plan.parts.find(({ id }) => id === partId) ?? null)
}
