import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlanJob, PlanJobAnswer, PlanJobRequest, PlanJobs } from './part-job-messages'
import { usePlanState, usePlanStore } from './plan-context'
import { partSlices } from './plan-slices'

/** A job on the whole plan: started by hand or by a change of options, with progress, and cancelled when it is no longer wanted. */
export type PlanJobState<Value> = {
  readonly value: Value | null
  /** Whether the value belongs to the plan and the options as they are now. */
  readonly isFresh: boolean
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly problem: string | null
  readonly cancel: () => void
  readonly start: () => void
}

/**
 * Runs a job on the whole plan in a worker of its own.
 *
 * @param job which
 * @param options what it takes, or null for not yet
 */
export function usePlanJob<Job extends PlanJob>(job: Job, options: PlanJobs[Job]['takes'] | null): PlanJobState<PlanJobs[Job]['gives']> {
  type Value = PlanJobs[Job]['gives']
  const store = usePlanStore()
  const plan = usePlanState((state) => state.plan)
  const planningDate = usePlanState((state) => state.planningDate)
  const optionsText = options === null ? null : JSON.stringify(options)
  const key = `${planningDate} ${optionsText ?? ''}`
  const [state, setState] = useState<{ readonly value: Value | null; readonly of: { readonly plan: unknown; readonly key: string } | null; readonly progress: PlanJobState<Value>['progress']; readonly problem: string | null }>({ value: null, of: null, progress: null, problem: null })
  const worker = useRef<Worker | null>(null)

  const cancel = useCallback((): void => {
    worker.current?.terminate()
    worker.current = null
    setState((known) => ({ ...known, progress: null }))
  }, [])

  const start = useCallback((): void => {
    if (optionsText === null) return
    worker.current?.terminate()
    const own = new Worker(new URL('./plan-job-worker.ts', import.meta.url), { type: 'module' })
    worker.current = own
    const { plan: current, planningDate: date } = store.getState()
    setState((known) => ({ ...known, progress: { done: 0, total: Math.max(1, current.parts.length) }, problem: null }))
    const end = (of: { readonly value?: Value; readonly problem?: string }): void => {
      own.terminate()
      if (worker.current === own) worker.current = null
      setState((known) => ({ value: of.value ?? known.value, of: of.value === undefined ? known.of : { plan: current, key: `${date} ${optionsText}` }, progress: null, problem: of.problem ?? null }))
    }
    own.addEventListener('error', (event) => end({ problem: `The calculation stopped: ${event.message || 'its program could not be loaded'}.` }))
    own.addEventListener('message', ({ data }: MessageEvent<PlanJobAnswer>) => {
      if (worker.current !== own) return
      if (data.kind === 'progress') setState((known) => ({ ...known, progress: { done: data.done, total: data.total } }))
      else if (data.kind === 'done') end({ value: data.value as Value })
      else end({ problem: data.sentence })
    })
    const send = async (): Promise<void> => {
      for (const parts of partSlices(current.parts)) {
        own.postMessage({ kind: 'parts', parts } satisfies PlanJobRequest)
        await new Promise((resolve) => setTimeout(resolve))
        if (worker.current !== own) return
      }
      own.postMessage({ kind: 'start', requestId: 1, job, context: { plan: { ...current, parts: [] }, planningDate: date }, options: JSON.parse(optionsText) } as PlanJobRequest)
    }
    void send()
  }, [job, optionsText, store])

  useEffect(() => {
    if (optionsText === null) return
    const timer = setTimeout(start, 200)
    return () => {
      clearTimeout(timer)
      cancel()
    }
  }, [start, cancel, optionsText, plan])

  return { value: state.value, isFresh: state.of !== null && state.of.plan === plan && state.of.key === key, progress: state.progress, problem: state.problem, cancel, start }
}
