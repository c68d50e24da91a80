// npm run -s bench -- phased [--plan FILE.jsonl] [--out FILE.jsonl]
// Time-phased levels of every part at every review to the horizon, on two threads, against a plain evaluation of single
// decisions in the same run.
import { writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { literalEvaluation } from '../reference/literal-model'
import { benchPlan, benchPlanFromFile } from './bench-plan'
import type { PhasedAnswer, PhasedQuestion } from './phased-worker'

const threads = 2
const sampleSize = 2

/** Runs the benchmark of time-phased levels and returns what it measured, times in milliseconds. */
export async function benchPhased(options: { readonly planFile?: string | undefined; readonly outFile?: string | undefined }): Promise<Record<string, unknown>> {
  const { plan, parts } = options.planFile === undefined ? benchPlan(10_000, 1) : benchPlanFromFile(options.planFile)
  const cpuBefore = process.cpuUsage()
  const started = performance.now()
  // Every second part, so that each thread has as much of every kind.
  const answers = await Promise.all(
    Array.from({ length: threads }, (_, thread) => answerOf({ plan, parts: parts.filter((_part, index) => index % threads === thread) })),
  )
  const allMilliseconds = performance.now() - started
  const cpu = process.cpuUsage(cpuBefore)
  const peakMemoryMegabytes = process.resourceUsage().maxRSS / 1024
  const reviews = answers[0]?.reviews ?? 0

  const plainStarted = performance.now()
  for (const part of parts.slice(0, sampleSize)) literalEvaluation({ id: part.id, title: part.id, features: [], plan, part, ask: {} })
  const plainPerDecision = (performance.now() - plainStarted) / sampleSize

  if (options.outFile !== undefined) {
    const lines = parts.map((part, index) => {
      const from = Math.floor(index / threads) * reviews
      const { reorderPoints, safetyStocks } = answers[index % threads] as PhasedAnswer
      return JSON.stringify({
        id: part.id,
        reorderPoint: Array.from(reorderPoints.subarray(from, from + reviews)),
        safetyStock: Array.from(safetyStocks.subarray(from, from + reviews)),
      })
    })
    writeFileSync(options.outFile, `${lines.join('\n')}\n`)
  }
  const perDecision = allMilliseconds / (parts.length * reviews)
  return {
    bench: 'phased',
    parts: parts.length,
    reviews,
    threads,
    milliseconds: round(allMilliseconds),
    cpuMilliseconds: round((cpu.user + cpu.system) / 1000),
    levelsPerSecond: round(1000 / perDecision),
    plainMillisecondsPerDecision: round(plainPerDecision),
    // Of one thread, as the plain evaluation is.
    ratioToPlain: round(plainPerDecision / (perDecision * threads)),
    peakMemoryMegabytes: round(peakMemoryMegabytes),
  }
}

function answerOf(question: PhasedQuestion): Promise<PhasedAnswer> {
  return new Promise((resolve, reject) => {
    // The collector lets a heap grow as long as nobody says how large it may be; twice what is in use is plenty.
    const resourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 70 + Math.ceil(question.parts.length / 100) }
    const worker = new Worker(new URL('phased-worker.ts', import.meta.url), { workerData: question, resourceLimits })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
