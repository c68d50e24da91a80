import '../strict-zod'
import { calculationCore } from './calculation-core'
import type { WorkerRequest } from './calculation-messages'

const core = calculationCore(() => performance.now())

globalThis.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const answer = core.answer(data)
  if (answer !== null) globalThis.postMessage(answer)
})
