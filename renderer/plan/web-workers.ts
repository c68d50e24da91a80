import type { CalculationWorker } from './calculation-messages'

/** How many workers this machine gets: its cores less one for the window, at least one, eight at most. */
export function workerCount(): number {
  return Math.min(8, Math.max(1, (navigator.hardwareConcurrency || 2) - 1))
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
