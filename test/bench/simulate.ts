// npm run -s bench -- simulate [--parts COUNT] [--paths COUNT]
// A plan's stock day by day over 52 weeks on two threads, one part alone, and the literal simulation in the same run.
import { Worker } from 'node:worker_threads'
import { literalSimulation } from '../reference/literal-simulation'
import { readingOf } from '../reference/literal-model'
import { caseSimulation } from '../reference/case-simulation'
import { benchPlan } from './bench-plan'
import { simulated, type SimulateShare } from './simulate-task'

const weeks = 52
const threads = 2
const literalPaths = 10

type Told = { readonly kind: 'ready'; readonly levelsCpuSeconds: number } | { readonly kind: 'done'; readonly cpuSeconds: number; readonly sum: number }

/** Runs the benchmark of the simulation and returns what it measured. */
export async function benchSimulate(options: { readonly parts: number; readonly paths: number }): Promise<Record<string, unknown>> {
  const { parts, paths } = options
  const workers = Array.from({ length: threads }, (_, index) => {
    const share: SimulateShare = { parts, paths, weeks, from: Math.floor((index * parts) / threads), until: Math.floor(((index + 1) * parts) / threads) }
    return new Worker(new URL('simulate-worker.ts', import.meta.url), { workerData: share })
  })
  const ready = await Promise.all(workers.map(told))
  const started = performance.now()
  const done = workers.map(told)
  for (const worker of workers) worker.postMessage('go')
  const finished = await Promise.all(done)
  const seconds = (performance.now() - started) / 1000
  await Promise.all(workers.map((worker) => worker.terminate()))
  const cpuSeconds = finished.reduce((sum, one) => sum + (one.kind === 'done' ? one.cpuSeconds : 0), 0)
  const perPath = cpuSeconds / parts / paths
  const literal = literalSecondsPerPath()
  return {
    bench: 'simulate',
    parts, paths, weeks, threads,
    seconds: rounded(seconds),
    cpuSeconds: rounded(cpuSeconds),
    // What two idle cores would take: the threads share nothing.
    cpuSecondsPerThread: rounded(cpuSeconds / threads),
    partPathsPerCpuSecond: rounded(1 / perPath),
    levelsCpuSeconds: rounded(ready.reduce((sum, one) => sum + (one.kind === 'ready' ? one.levelsCpuSeconds : 0), 0)),
    literalPartPathsPerCpuSecond: rounded(1 / literal),
    ratioToLiteral: rounded(literal / perPath),
    onePart2000Paths: onePart(),
    peakMemoryMegabytes: rounded(process.resourceUsage().maxRSS / 1024),
  }
}

async function told(worker: Worker): Promise<Told> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** One part with 2,000 paths: its levels, and its simulation with and without them; CPU milliseconds. */
function onePart(): Record<string, unknown> {
  const { plan, parts } = benchPlan(40, 1)
  const times = parts.map((part) => {
    const before = process.cpuUsage()
    const laid = caseSimulation(plan, part, weeks)
    const levels = process.cpuUsage(before)
    simulated([laid], { paths: 2000 })
    const all = process.cpuUsage(before)
    return { levels: levels.user / 1000, simulation: (all.user - levels.user) / 1000, whole: all.user / 1000 }
  })
  return {
    levelsMilliseconds: spread(times.map(({ levels }) => levels)),
    simulationMilliseconds: spread(times.map(({ simulation }) => simulation)),
    wholeMilliseconds: spread(times.map(({ whole }) => whole)),
  }
}

function spread(values: readonly number[]): Record<string, number> {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: rounded(sorted[Math.floor(sorted.length / 2)] ?? 0), p95: rounded(sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0) }
}

function literalSecondsPerPath(): number {
  const { plan, parts } = benchPlan(40, 1)
  const sample = parts.filter((_, index) => index % 5 === 0).map((part) => ({ part, ...caseSimulation(plan, part, weeks) }))
  const before = process.cpuUsage()
  for (const { part, reorderPoints } of sample) {
    literalSimulation(readingOf(plan, part), { paths: literalPaths, seed: 1, weeks, reorderPoints: [...reorderPoints], independentWaits: false })
  }
  return process.cpuUsage(before).user / 1e6 / sample.length / literalPaths
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
