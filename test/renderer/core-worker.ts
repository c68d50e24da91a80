import { calculationCore } from '../../renderer/plan/calculation-core'
import type { CalculationWorker, WorkerAnswer, WorkerRequest } from '../../renderer/plan/calculation-messages'

/** The calculation of a worker in this thread: what crosses is copied as between threads, and answered in a turn of its own. */
export function startedCoreWorker(): CalculationWorker {
  const core = calculationCore(() => performance.now())
  const listeners: ((answer: WorkerAnswer) => void)[] = []
  let isEnded = false
  return {
    post: (request: WorkerRequest) => {
      const copy = structuredClone(request)
      setTimeout(() => {
        if (isEnded) return
        const answer = core.answer(copy)
        if (answer === null) return
        const copied = structuredClone(answer)
        setTimeout(() => {
          if (!isEnded) for (const listener of listeners) listener(copied)
        })
      })
    },
    onAnswer: (listener) => void listeners.push(listener),
    onFailure: () => {},
    terminate: () => {
      isEnded = true
    },
  }
}
