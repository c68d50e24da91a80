// npm run -s bench -- levels [--plan FILE.jsonl] [--out FILE.jsonl]
// Today's levels of every part with all comparisons of section 7, against a plain evaluation of a sample in the same run.
import { writeFileSync } from 'node:fs'
import { civilDate } from '../../shared/calendar/civil-date'
import { planningFrame } from '../../shared/safety-stock/planning-frame'
import { stockRecommendation } from '../../shared/safety-stock/stock-recommendation'
import { caseInputs, casePart } from '../reference/case-inputs'
import { literalEvaluation } from '../reference/literal-model'
import { benchPlan, benchPlanFromFile } from './bench-plan'

const sampleSize = 6

/** Runs the benchmark of today's levels and returns what it measured, times in milliseconds. */
export function benchLevels(options: { readonly planFile?: string | undefined; readonly outFile?: string | undefined }): Record<string, unknown> {
  const { plan, parts } = options.planFile === undefined ? benchPlan(10_000, 1) : benchPlanFromFile(options.planFile)
  const inputs = parts.map((part) => casePart(plan, part))
  const today = civilDate(plan.date)

  const cpuBefore = process.cpuUsage()
  const threadBefore = process.threadCpuUsage()
  const started = performance.now()
  const frame = planningFrame(caseInputs(plan))
  const results = inputs.map((part) => {
    const { levels } = stockRecommendation(frame, part, today)
    return { reorderPoint: levels.reorderPoint, safetyStock: levels.safetyStock }
  })
  const allMilliseconds = performance.now() - started
  const cpu = process.cpuUsage(cpuBefore)
  const thread = process.threadCpuUsage(threadBefore)
  const peakMemoryMegabytes = process.resourceUsage().maxRSS / 1024

  const edits = inputs.slice(0, 200).map((part) => {
    const changed = {
      ...part,
      leadTime: { ...part.leadTime, baseLeadTime: { ...part.leadTime.baseLeadTime, meanDays: part.leadTime.baseLeadTime.meanDays + 0.5 } },
    }
    const before = performance.now()
    stockRecommendation(frame, changed, today)
    return performance.now() - before
  })

  const step = Math.max(1, Math.floor(parts.length / sampleSize))
  const sample = parts.filter((_, index) => index % step === 0).slice(0, sampleSize)
  const plainStarted = performance.now()
  for (const part of sample) literalEvaluation({ id: part.id, title: part.id, features: [], plan, part, ask: {} })
  const plainPerPart = (performance.now() - plainStarted) / sample.length

  if (options.outFile !== undefined) {
    writeFileSync(options.outFile, `${results.map((result, index) => JSON.stringify({ id: parts[index]?.id, ...result })).join('\n')}\n`)
  }
  const perPart = allMilliseconds / parts.length
  return {
    bench: 'levels',
    parts: parts.length,
    milliseconds: round(allMilliseconds),
    // Of all threads: the compiler and the collector of garbage count too.
    cpuMilliseconds: round((cpu.user + cpu.system) / 1000),
    mainThreadCpuMilliseconds: round((thread.user + thread.system) / 1000),
    partsPerSecond: round(1000 / perPart),
    plainMillisecondsPerPart: round(plainPerPart),
    ratioToPlain: round(plainPerPart / perPart),
    oneChangedPartMilliseconds: { median: round(quantile(edits, 0.5)), p95: round(quantile(edits, 0.95)) },
    peakMemoryMegabytes: round(peakMemoryMegabytes),
  }
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] as number
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
