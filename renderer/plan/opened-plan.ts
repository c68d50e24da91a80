import { useEffect, useState } from 'react'
import type { ApiProblem } from '../../shared/ipc/planner-api'
import { useApp } from '../ui/app-context'
import { planCalculations } from './calculations'
import { createPlanStore, type PlanStore } from './plan-store'
import { startedWebWorker, workerCount } from './web-workers'
import { openedWholePlan } from './whole-plan'

/** A plan on its way to being open. */
export type OpenedPlanState =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly store: PlanStore }
  | { readonly state: 'failed'; readonly problem: ApiProblem }

/** Takes up a plan for as long as the component is on screen; the next one waits until the last is put down. */
export function useOpenedPlan(planId: string): OpenedPlanState {
  const { client, hostFacts } = useApp()
  const [state, setState] = useState<OpenedPlanState>({ state: 'opening' })
  useEffect(() => {
    let isGone = false
    let store: PlanStore | null = null
    const open = async (): Promise<void> => {
      await lastClosing
      if (isGone) return
      // Their programs load while the plan is read. Nothing is computed before it is there: that would take time from the reading.
      const calculations = planCalculations({ startWorker: startedWebWorker, workers: workerCount(), clock: () => performance.now() })
      const answer = await openedWholePlan(client, planId)
      if (!answer.ok || isGone) calculations.stop()
      if (!answer.ok) {
        if (!isGone) setState({ state: 'failed', problem: answer.problem })
        return
      }
      if (isGone) {
        await client.closePlan({ planId })
        return
      }
      store = createPlanStore({ client, calculations, opened: answer.value, today: hostFacts.today })
      setState({ state: 'open', store })
    }
    const opening = open()
    return () => {
      isGone = true
      lastClosing = opening.then(() => store?.close())
    }
  }, [client, hostFacts, planId])
  return state
}

let lastClosing: Promise<void> = Promise.resolve()
