import { useEffect, useRef, useState } from 'react'
import { usePlanState } from '../plan/plan-context'
import type { ComparisonAnswer, ComparisonRequest } from './comparison-core'

// A slider that still moves starts no comparison; parts go to the worker a handful at a time so that the window never waits.
const settleMilliseconds = 250
const partsAtATime = 40

/** The comparison of the plan's scenarios: the last answer, and whether it belongs to the plan as it is now and is whole. */
export function useScenarioComparison(): { readonly answer: ComparisonAnswer | null; readonly isFresh: boolean; readonly problem: string | null } {
  const plan = usePlanState((state) => state.plan)
  const planningDate = usePlanState((state) => state.planningDate)
  const [answer, setAnswer] = useState<ComparisonAnswer | null>(null)
  const [freshFor, setFreshFor] = useState<unknown>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const runId = useRef(0)

  useEffect(() => {
    runId.current += 1
    const run = runId.current
    let worker: Worker | null = null
    const timer = setTimeout(() => {
      const started = new Worker(new URL('./comparison-worker.ts', import.meta.url), { type: 'module' })
      worker = started
      const post = (request: ComparisonRequest): void => started.postMessage(request)
      let next = 0
      const postMore = (): void => {
        const parts = plan.parts.slice(next, next + partsAtATime)
        next += parts.length
        post({ kind: 'parts', runId: run, parts })
      }
      started.addEventListener('error', (event) => {
        setProblem(`The scenarios could not be compared (${event.message}). Change anything to try again.`)
        started.terminate()
      })
      started.addEventListener('message', ({ data }: MessageEvent<ComparisonAnswer>) => {
        if (data.runId !== run) return
        setProblem(null)
        if (data.done >= data.total) {
          setAnswer(data)
          setFreshFor(plan)
          started.terminate()
        } else postMore()
      })
      post({ kind: 'start', runId: run, plan: { ...plan, parts: [] }, planningDate, total: plan.parts.length })
      if (plan.parts.length > 0) postMore()
    }, settleMilliseconds)
    return () => {
      clearTimeout(timer)
      worker?.terminate()
    }
  }, [plan, planningDate])

  return { answer: plan.parts.length === 0 ? null : answer, isFresh: freshFor === plan, problem }
}
