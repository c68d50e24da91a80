import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { PolicyEvent } from '../../shared/policy-timeline/policy-event'
import { usePlanState } from '../plan/plan-context'

/** A scenario without its weight. */
export type ScenarioBranch = { readonly id: string; readonly name: string; readonly events: readonly PolicyEvent[] }

const none: readonly PolicyEvent[] = []

/** The plan's scenarios without their weights: the same list while a slider moves these. */
export function useScenarioBranches(): readonly ScenarioBranch[] {
  const ids = usePlanState(useShallow(({ plan }) => plan.scenarios.map(({ id }) => id)))
  const names = usePlanState(useShallow(({ plan }) => plan.scenarios.map(({ name }) => name)))
  const events = usePlanState(useShallow(({ plan }) => plan.scenarios.map((scenario) => scenario.events)))
  return useMemo(() => ids.map((id, index) => ({ id, name: names[index] ?? '', events: events[index] ?? none })), [ids, names, events])
}
