import { useEffect, useState } from 'react'
import { usePlanState } from '../plan/plan-context'
import type { ExportAnswer, ExportRequest } from './export-messages'

/** A written table, or why there is none; null while it is being written. */
export function useExport(of: Pick<ExportRequest, 'table' | 'as'>): Extract<ExportAnswer, { readonly kind: 'done' | 'failed' }> | null {
  const plan = usePlanState((state) => state.plan)
  const planningDate = usePlanState((state) => state.planningDate)
  const [answer, setAnswer] = useState<{ readonly key: object; readonly of: ExportAnswer } | null>(null)
  const [key, setKey] = useState<object>({})
  const text = JSON.stringify(of)
  useEffect(() => {
    const own = {}
    setKey(own)
    const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<ExportAnswer>) => {
      setAnswer({ key: own, of: data })
      worker.terminate()
    })
    worker.addEventListener('error', (event) => setAnswer({ key: own, of: { requestId: 1, kind: 'failed', sentence: `The table could not be written: ${event.message || 'its program could not be loaded'}.` } }))
    worker.postMessage({ requestId: 1, plan, planningDate, ...(JSON.parse(text) as Pick<ExportRequest, 'table' | 'as'>) } satisfies ExportRequest)
    return () => worker.terminate()
  }, [plan, planningDate, text])
  return answer !== null && answer.key === key ? answer.of : null
}
