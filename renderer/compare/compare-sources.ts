import { useCallback, useEffect, useState } from 'react'
import type { ApiProblem } from '../../shared/ipc/planner-api'
import type { PlanListing, RevisionListing } from '../../shared/ipc/plan-listing'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { openedWholePlan } from '../plan/whole-plan'
import { useApp } from '../ui/app-context'

/** What there is to compare with: versions of this plan, and the other plans of the library. */
export type CompareSources = { readonly revisions: readonly RevisionListing[] | null; readonly plans: readonly PlanListing[] | null; readonly problem: ApiProblem | null }

/** The versions of a plan and the other plans, and how to read them again. */
export function useCompareSources(planId: string): readonly [sources: CompareSources, reload: () => void] {
  const { client } = useApp()
  const [sources, setSources] = useState<CompareSources>({ revisions: null, plans: null, problem: null })
  const reload = useCallback(() => {
    const load = async (): Promise<void> => {
      const [revisions, plans] = await Promise.all([client.revisions({ planId }), client.plans({})])
      setSources({
        revisions: revisions.ok ? revisions.value : [],
        plans: plans.ok ? plans.value.filter((plan) => plan.id !== planId && plan.trashedAt === null) : [],
        problem: revisions.ok ? (plans.ok ? null : plans.problem) : revisions.problem,
      })
    }
    void load()
  }, [client, planId])
  useEffect(reload, [reload])
  return [sources, reload]
}

/** A plan as it was in a version, or another plan as it is; null until it is there. */
export function useOtherPlan(of: { readonly planId: string; readonly revisionId: number | null; readonly otherPlanId: string | null }): { readonly plan: PlanDocument | null; readonly problem: ApiProblem | null } {
  const { client } = useApp()
  const { planId, revisionId, otherPlanId } = of
  const key = revisionId === null ? (otherPlanId ?? '') : `version ${revisionId}`
  const [state, setState] = useState<{ readonly key: string; readonly plan: PlanDocument | null; readonly problem: ApiProblem | null }>({ key: '', plan: null, problem: null })
  useEffect(() => {
    if (revisionId === null && otherPlanId === null) return
    let isOver = false
    const load = async (): Promise<void> => {
      let answer
      if (revisionId !== null) answer = await client.revisionPlan({ planId, revisionId })
      else {
        const opened = await openedWholePlan(client, otherPlanId as string)
        if (opened.ok) await client.closePlan({ planId: otherPlanId as string })
        answer = opened.ok ? { ok: true as const, value: opened.value.plan } : opened
      }
      if (!isOver) setState(answer.ok ? { key, plan: answer.value, problem: null } : { key, plan: null, problem: answer.problem })
    }
    void load()
    return () => {
      isOver = true
    }
  }, [client, planId, revisionId, otherPlanId, key])
  return state.key === key ? state : { plan: null, problem: null }
}
