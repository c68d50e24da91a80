import type { CalculationWorker } from './calculation-messages'

/**
 * How many workers this machine gets: one a core, eight at most. The window needs little of a core beside them: on two
 * cores, all parts settle in three quarters of the time of one worker, and sliders stay smooth.
 */
export function workerCount(): number {
  return Math.min(8, navigator.hardwareConcurrency || 2)
}

/** Starts a web worker for the calculations. */
export function startedWebWorker(): CalculationWorker {
  const worker = new Worker(new URL('./calculation-worker.ts', import.meta.url), { type: 'module' })
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onFailure: (listener) =>
      worker.addEventListener('error', (event) => listener(`The calculation stopped: ${event.message || 'its program could not be loaded'}. Reload the window.`)),
    terminate: () => worker.terminate(),
  }
}
