import '../strict-zod'
import { importCore } from './import-core'
import type { ImportRequest } from './import-messages'

// 100,000 new parts draw 600,000 times, and each call for chance costs more than the number.
const drawn = new Uint32Array(4096)
let next = drawn.length

function randomUnit(): number {
  if (next === drawn.length) {
    crypto.getRandomValues(drawn)
    next = 0
  }
  return (drawn[next++] ?? 0) / 2 ** 32
}

const core = importCore({ post: (answer) => globalThis.postMessage(answer), randomUnit })

globalThis.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => void core.answer(data))
