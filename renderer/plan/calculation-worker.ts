import '../strict-zod'
import { formatsOf } from '../ui/formats'
import { sentenceWordsOf } from '../ui/sentence-words'
import { calculationCore } from './calculation-core'
import type { WorkerRequest } from './calculation-messages'

const core = calculationCore(() => performance.now(), sentenceWordsOf(formatsOf(navigator.language)))

globalThis.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const answer = core.answer(data)
  if (answer !== null) globalThis.postMessage(answer)
})
