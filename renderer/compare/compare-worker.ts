import '../strict-zod'
import { answerComparison } from './compare-core'
import type { CompareAnswer, CompareRequest } from './compare-messages'

const post = (answer: CompareAnswer): void => globalThis.postMessage(answer)

globalThis.addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => {
  try {
    answerComparison(data, post)
  } catch (error) {
    post({ kind: 'failed', sentence: `The plans could not be compared: ${error instanceof Error ? error.message : String(error)}` })
  }
})
