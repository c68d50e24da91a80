import { useCallback, useEffect, useRef, useState } from 'react'
import type { DifferenceProgress, PlanDifference } from '../../shared/plan/difference-effects'
import type { MergeEffect } from '../../shared/plan/merge-effect'
import type { PlanChange } from '../../shared/plan/plan-difference'
import type { CompareAnswer, CompareRequest } from './compare-messages'

/** How a comparison stands. */
export type ComparisonState = {
  /** With its effects; null before, and where one of the plans cannot be computed. */
  readonly difference: PlanDifference | null
  /** The changes alone, where there are no effects. */
  readonly changes: readonly PlanChange[] | null
  readonly sentence: string | null
  readonly isRunning: boolean
  /** How many changes are measured, while they are; null before and after. */
  readonly progress: DifferenceProgress | null
}

const nothing: ComparisonState = { difference: null, changes: null, sentence: null, isRunning: false, progress: null }

function started(): Worker {
  return new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' })
}

/** Compares in a worker of its own whenever the request changes; the last comparison stays in sight meanwhile. `request` must be stable. */
export function useComparison(request: CompareRequest | null): readonly [state: ComparisonState, cancel: () => void] {
  const [state, setState] = useState(nothing)
  const worker = useRef<Worker | null>(null)
  const stop = useCallback(() => {
    worker.current?.terminate()
    worker.current = null
  }, [])
  useEffect(() => {
    if (request === null) {
      setState(nothing)
      return
    }
    setState((last) => ({ ...last, isRunning: true, progress: null }))
    const own = started()
    worker.current = own
    own.addEventListener('message', ({ data }: MessageEvent<CompareAnswer>) => {
      if (data.kind === 'changes') {
        setState((last) => (last.difference === null ? { ...last, changes: data.changes } : last))
        return
      }
      if (data.kind === 'progress') {
        setState((last) => ({ ...last, progress: { done: data.done, total: data.total } }))
        return
      }
      if (data.kind === 'difference') setState({ ...nothing, difference: data.difference, changes: data.difference.changes })
      else if (data.kind === 'unmeasured') setState({ ...nothing, changes: data.changes, sentence: data.sentence })
      else if (data.kind === 'failed') setState({ ...nothing, sentence: data.sentence })
      stop()
    })
    own.addEventListener('error', (event) => {
      setState({ ...nothing, sentence: `The comparison stopped: ${event.message || 'its program could not be loaded'}. Choose again what to compare.` })
      stop()
    })
    own.postMessage(request)
    return stop
  }, [request, stop])
  const cancel = useCallback(() => {
    stop()
    setState((last) => ({ ...last, isRunning: false, progress: null, sentence: last.difference === null ? 'The comparison was stopped. Choose again what to compare.' : last.sentence }))
  }, [stop])
  return [state, cancel]
}

/** What each of some differences would do to the recommendation, as far as it is worked out. `request` must be stable. */
export function useMergeEffects(request: Extract<CompareRequest, { readonly kind: 'effects' }> | null): ReadonlyMap<string, MergeEffect> {
  const [effects, setEffects] = useState<ReadonlyMap<string, MergeEffect>>(new Map())
  useEffect(() => {
    setEffects(new Map())
    if (request === null || request.items.length === 0) return
    const own = started()
    own.addEventListener('message', ({ data }: MessageEvent<CompareAnswer>) => {
      if (data.kind === 'effect') setEffects((last) => new Map([...last, [data.itemId, data.effect]]))
    })
    own.postMessage(request)
    return () => own.terminate()
  }, [request])
  return effects
}
