import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { provenParts } from '../../electron/command-line/proven-parts'
import { civilDate } from '../../shared/calendar/civil-date'
import { samplePlan } from '../../shared/sample/sample-plan'

const root = join(import.meta.dirname, '..', '..')
const plan = samplePlan()
const task = { plan, options: { planningDate: civilDate('2026-11-23') }, paths: 100, seed: 7 }
const parts = plan.parts.slice(0, 5)

/** The command line's own program as a thread, straight from its sources. */
function thread(workerData: unknown): Worker {
  return new Worker(join(root, 'electron', 'cli-main.ts'), { workerData, execArgv: ['--import', pathToFileURL(join(root, 'test', 'run-ts.js')).href] })
}

describe('provenParts', () => {
  it('gives the same figures, in the same order, on any number of threads', async () => {
    const alone = await provenParts(task, parts, { thread: null })
    let told = 0
    const shared = await provenParts(task, parts, { thread, threads: 3, onProgress: (done) => void (told = done) })
    expect(alone.map(({ partId }) => partId)).toEqual(parts.map(({ id }) => id))
    expect(shared).toEqual(alone)
    expect(told).toBe(5)
  }, 60_000)

  it('fails where a thread does', async () => {
    const broken = (): Worker => new Worker('throw new Error("no such thread")', { eval: true })
    await expect(provenParts(task, parts, { thread: broken, threads: 2 })).rejects.toThrow('no such thread')
  })
})
