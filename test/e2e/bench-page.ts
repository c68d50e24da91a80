import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { planLibrary, type PlanLibrary } from '../../electron/storage/plan-library'
import { launchBrowser, repositoryFolder } from '../shell/browser'

/** The built product in a browser, on a library of its own. */
export type BenchPage = { readonly browser: Browser; readonly page: Page }

/** Builds what is older than its sources, fills a library, opens the local page, and puts everything away afterwards. */
export async function withBenchPage<Value>(prepare: (library: PlanLibrary) => void, measure: (of: BenchPage) => Promise<Value>): Promise<Value> {
  execFileSync(process.execPath, [join(repositoryFolder, 'electron', 'bin', 'build-all.js'), '--stale'], { cwd: repositoryFolder, stdio: ['ignore', 'ignore', 'inherit'] })
  const folder = mkdtempSync(join(tmpdir(), 'lodestock-bench-'))
  const opened = planLibrary({ folder })
  if (!opened.ok) throw new Error(opened.problem.sentence)
  prepare(opened.value.library)
  opened.value.library.close()
  const program = spawn(process.execPath, [join(repositoryFolder, 'dist', 'launch', 'launch.js'), '--no-open', '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const browser = await launchBrowser()
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    await page.goto(await addressSaidBy(program))
    return await measure({ browser, page })
  } finally {
    await browser.close()
    program.kill('SIGTERM')
    await new Promise((resolve) => program.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

function addressSaidBy(program: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    program.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    })
    program.once('exit', () => reject(new Error(`the local page ended: ${said}`)))
  })
}

/** Milliseconds of a fixed piece of work in the page, so that runs on busy and idle machines can be compared. */
export async function calibrationMs(page: Page): Promise<number> {
  const times = await page.evaluate(() =>
    Array.from({ length: 9 }, () => {
      const start = performance.now()
      const map = new Map<string, number>()
      for (let index = 0; index < 40_000; index++) map.set(`key ${index % 10_000}`, index)
      return map.size === 0 ? 0 : performance.now() - start
    }),
  )
  return median(times)
}

/** What the main thread of a page did for a while. */
export type MainThreadWork = {
  /** Its own time, milliseconds. */
  readonly cpuMs: number
  /** The longest single task: by the clock, and its own time, which a busy machine does not stretch. */
  readonly longestTaskMs: number
  readonly longestTaskCpuMs: number
  /** Tasks of more than 50 ms, by the clock and by their own time. */
  readonly longTasks: number
  readonly longTasksByCpu: number
  /** The longest tasks by their own time. */
  readonly worstCpuMs: readonly number[]
}

type TraceEvent = { readonly ph: string; readonly name: string; readonly pid: number; readonly tid: number; readonly dur?: number; readonly tdur?: number; readonly args?: { readonly name?: string } }

/** Does something and tells what the page's main thread did meanwhile. */
export async function mainThreadWork<Value>({ browser, page }: BenchPage, act: () => Promise<Value>): Promise<MainThreadWork & { readonly value: Value }> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  let value: Value
  let trace: Buffer
  try {
    value = await act()
  } finally {
    trace = await browser.stopTracing()
  }
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] }
  const mains = new Set(traceEvents.flatMap(({ ph, name, pid, tid, args }) => (ph === 'M' && name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid}/${tid}`] : [])))
  const tasks = traceEvents.filter(({ ph, name, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid}/${tid}`))
  const wall = tasks.map(({ dur }) => (dur ?? 0) / 1000)
  const cpu = tasks.map(({ dur, tdur }) => (tdur ?? dur ?? 0) / 1000).toSorted((a, b) => b - a)
  return {
    value,
    cpuMs: round(cpu.reduce((sum, each) => sum + each, 0)),
    longestTaskMs: round(wall.reduce((most, each) => Math.max(most, each), 0)),
    longestTaskCpuMs: round(cpu[0] ?? 0),
    longTasks: wall.filter((each) => each > 50).length,
    longTasksByCpu: cpu.filter((each) => each > 50).length,
    worstCpuMs: cpu.slice(0, 5).map(round),
  }
}

/** The middle of some times. */
export function median(times: readonly number[]): number {
  return round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0)
}

/** To a hundredth. */
export function round(value: number): number {
  return Math.round(100 * value) / 100
}
