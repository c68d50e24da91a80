import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, workerData, type Worker } from 'node:worker_threads'
import { levelProof } from '../../shared/horizon/level-proof'
import { replayTimeline, usageReplay, type ReplayTimeline } from '../../shared/horizon/usage-replay'
import type { Part } from '../../shared/plan/part-schema'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { preparedPlan, type PreparedPlan } from '../../shared/plan/plan-inputs'
import type { ProveResult } from './prove-text'

/** A part put to the proof. */
export type ProvenPart = ProveResult['parts'][number]

/** What parts are put to the proof with. */
export type ProofTask = {
  readonly plan: PlanDocument
  readonly options: NonNullable<Parameters<typeof preparedPlan>[1]>
  readonly paths: number
  readonly seed: number
}

// A thread takes about as long to begin as a few parts to be proven.
const leastPartsPerThread = 8

/**
 * Parts put to the proof, on as many threads as are worth their while. A part's figures depend on the seed and on
 * itself alone, so they are the same on any number of threads.
 *
 * @param task the plan and how to prove
 * @param parts of that plan
 * @param on a new thread that runs `serveProofs` with the task, or null where there are none; and what to tell of how far it is
 */
export async function provenParts(
  task: ProofTask,
  parts: readonly Part[],
  on: { readonly thread: ((task: ProofTask) => Worker) | null; readonly threads?: number; readonly onProgress?: (done: number) => void },
): Promise<readonly ProvenPart[]> {
  const threads = on.threads ?? Math.min(availableParallelism(), Math.floor(parts.length / leastPartsPerThread))
  if (on.thread === null || threads < 2) {
    const prove = prover(task)
    return parts.map((part, index) => {
      on.onProgress?.(index)
      return prove(part)
    })
  }
  const { thread } = on
  const proven: ProvenPart[] = []
  let next = 0
  let done = 0
  const workers: Worker[] = []
  try {
    await Promise.all(
      Array.from({ length: threads }, () => {
        const worker = thread(task)
        workers.push(worker)
        return new Promise<void>((resolve, reject) => {
          const ask = (): void => {
            if (next < parts.length) worker.postMessage(next++)
            else resolve()
          }
          worker.on('message', ({ index, result }: Answer) => {
            proven[index] = result
            on.onProgress?.(++done)
            ask()
          })
          worker.on('error', reject)
          worker.on('exit', (code) => reject(new Error(`a thread of the proof ended with ${code}`)))
          worker.postMessage({ partIds: parts.map(({ id }) => id) })
          ask()
        })
      }),
    )
  } finally {
    await Promise.all(workers.map(async (worker) => worker.terminate()))
  }
  return proven
}

type Answer = { readonly index: number; readonly result: ProvenPart }

/** Proves the parts it is asked for, on a thread of `provenParts`; nothing on the main thread. */
export function serveProofs(): void {
  const port = parentPort
  if (isMainThread || port === null) return
  const task = workerData as ProofTask
  const prove = prover(task)
  const partOf = new Map(task.plan.parts.map((part) => [part.id, part]))
  let partIds: readonly string[] = []
  port.on('message', (asked: number | { readonly partIds: readonly string[] }) => {
    if (typeof asked !== 'number') {
      partIds = asked.partIds
      return
    }
    const part = partOf.get(partIds[asked] ?? '')
    if (part !== undefined) port.postMessage({ index: asked, result: prove(part) } satisfies Answer)
  })
}

function prover(task: ProofTask): (part: Part) => ProvenPart {
  const { paths, seed } = task
  let made: { readonly plan: PreparedPlan; readonly timeline: ReplayTimeline } | null = null
  return (part) => {
    if (made === null) {
      const plan = preparedPlan(task.plan, task.options)
      made = { plan, timeline: replayTimeline(plan) }
    }
    const { plan, timeline } = made
    return { partId: part.id, partNumber: part.partNumber, proof: levelProof(plan, part, { paths, seed }), replay: usageReplay(plan, part, { paths, seed, timeline }) }
  }
}
