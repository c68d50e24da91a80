import '../strict-zod'
import { importCore } from './import-core'
import type { ImportRequest } from './import-messages'

const core = importCore({
  post: (answer) => globalThis.postMessage(answer),
  randomUnit: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
})

globalThis.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => void core.answer(data))
