import { z } from 'zod'
import { scenarioComparer, type ComparisonRequest } from './comparison-core'

z.config({ jitless: true })

const compare = scenarioComparer()
addEventListener('message', ({ data }: MessageEvent<ComparisonRequest>) => {
  const answer = compare(data)
  if (answer !== null) postMessage(answer)
})
