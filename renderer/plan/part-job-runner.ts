import type { Part } from '../../shared/plan/part-schema'
import { failed, succeeded, type Result } from '../../shared/result'
import type { PlanContext } from './figure-keys'
import type { PartJob, PartJobAnswer, PartJobRequest, PartJobs } from './part-job-messages'

/** What a runner needs of a worker. */
export type PartJobWorker = { readonly post: (request: PartJobRequest) => void; readonly onAnswer: (listener: (answer: PartJobAnswer) => void) => void; readonly onFailure: (listener: (sentence: string) => void) => void; readonly terminate: () => void }

/** What came of a job on several parts, in their order. */
export type PartJobOutcomes<Value> = { readonly outcomes: readonly Result<Value, { readonly sentence: string }>[]; readonly milliseconds: number }

/** Runs jobs on parts, one after the other, away from the window. */
export type PartJobRunner = {
  /** The plan for all that follows; asking twice for the same costs nothing. */
  readonly setContext: (context: PlanContext) => void
  readonly run: <Job extends PartJob>(job: Job, part: Part, options: PartJobs[Job]['takes']) => Promise<Result<PartJobs[Job]['gives'], { readonly sentence: string }>>
  /** The same on several parts in one message. */
  readonly runAll: <Job extends PartJob>(job: Job, parts: readonly Part[], options: PartJobs[Job]['takes']) => Promise<PartJobOutcomes<PartJobs[Job]['gives']>>
  readonly stop: () => void
}

/** A runner on a worker of its own. */
export function partJobRunner(startWorker: () => PartJobWorker): PartJobRunner {
  const waiting = new Map<number, (answer: Result<Omit<PartJobAnswer, 'requestId'>, { readonly sentence: string }>) => void>()
  let worker: PartJobWorker | null = null
  let context: PlanContext | null = null
  let isSent = false
  let nextId = 1

  function started(): PartJobWorker {
    if (worker !== null) return worker
    const fresh = startWorker()
    fresh.onAnswer((answer) => {
      waiting.get(answer.requestId)?.(succeeded(answer))
      waiting.delete(answer.requestId)
    })
    fresh.onFailure((sentence) => {
      fresh.terminate()
      worker = null
      isSent = false
      for (const settle of waiting.values()) settle(failed({ sentence }))
      waiting.clear()
    })
    worker = fresh
    return fresh
  }

  async function runAll(job: PartJob, parts: readonly Part[], options: PartJobs[PartJob]['takes']): Promise<PartJobOutcomes<unknown>> {
    if (context === null) return { outcomes: parts.map(() => failed({ sentence: 'Nothing is known of the plan yet.' })), milliseconds: 0 }
    const target = started()
    if (!isSent) {
      target.post({ kind: 'context', context })
      isSent = true
    }
    const requestId = nextId++
    const answer = new Promise<Result<Omit<PartJobAnswer, 'requestId'>, { readonly sentence: string }>>((resolve) => waiting.set(requestId, resolve))
    target.post({ kind: 'job', requestId, job, parts, options } as PartJobRequest)
    const result = await answer
    if (!result.ok) return { outcomes: parts.map(() => result), milliseconds: 0 }
    return { outcomes: result.value.outcomes.map((outcome) => (outcome.ok ? succeeded(outcome.value) : failed({ sentence: outcome.sentence }))), milliseconds: result.value.milliseconds }
  }

  return {
    setContext: (next) => {
      const isSame = context !== null && context.planningDate === next.planningDate && (['settings', 'timeline', 'scenarios', 'assemblies'] as const).every((section) => context?.plan[section] === next.plan[section])
      if (isSame) return
      context = { ...next, plan: { ...next.plan, parts: [] } }
      isSent = false
    },
    // The worker answers a job with what the job gives; the types of messages cannot say so.
    run: async (job, part, options) => (await runAll(job, [part], options)).outcomes[0] as never,
    runAll: (job, parts, options) => runAll(job, parts, options) as never,
    stop: () => {
      worker?.terminate()
      worker = null
      isSent = false
      for (const settle of waiting.values()) settle(failed({ sentence: 'Cancelled.' }))
      waiting.clear()
    },
  }
}

/** Starts the web worker of part jobs. */
export function startedPartJobWorker(): PartJobWorker {
  const worker = new Worker(new URL('./part-job-worker.ts', import.meta.url), { type: 'module' })
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<PartJobAnswer>) => listener(data)),
    onFailure: (listener) => worker.addEventListener('error', (event) => listener(`The calculation stopped: ${event.message || 'its program could not be loaded'}. Change anything to try again.`)),
    terminate: () => worker.terminate(),
  }
}
