import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localPage } from '../../electron/local-page'
import { plannerServices, type PlannerServices } from '../../electron/services/planner-services'
import { planLibrary, type PlanLibrary } from '../../electron/storage/plan-library'
import { openedDatabase } from '../../electron/storage/sqlite'
import type { PlanStep } from '../../shared/plan/plan-history'
import { largePlan } from '../fixtures/large-plan'

/** A call of a verb, over whatever line. */
type Call = (verb: string, argument: unknown) => Promise<unknown>
type Spread = { readonly median: number; readonly p95: number }

/**
 * Measures the library with a plan of many parts: in the process, and over the local page's line, which is the longer of
 * the two to a window. Times in milliseconds. A bare commit is one row of the same text in a table of its own, in this run.
 */
export async function benchLibrary({ partCount }: { readonly partCount: number }): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'lodestock-library-'))
  try {
    const plan = largePlan(partCount)
    const ids = plan.parts.map((part) => part.id)
    const { library } = valueOf(planLibrary({ folder }))
    const [{ id }, createMs] = timed(() => valueOf(library.createPlan({ title: 'Large', plan })))
    const [, openMs] = timed(() => valueOf(library.openPlan(id)))
    const startCpu = process.cpuUsage()
    const editMs = spread(Array.from({ length: 1000 }, (_, index) => timed(() => valueOf(library.apply(id, edit(ids, index))))[1]))
    // Of the processor alone, checkpoints included: what a busy machine cannot blur.
    const editCpuMs = round(cpuMs(startCpu) / 1000)
    // As after every closing: nothing of it is in memory.
    valueOf(library.closePlan(id))
    const line = await measuredLine(library, { id, ids })
    const bulk: PlanStep = { kind: 'do', command: { kind: 'change-parts', changes: ids.map((each) => ({ id: each, fields: { isCritical: true } })) } }
    const [, bulkEditAllPartsMs] = timed(() => valueOf(library.apply(id, bulk)))
    const [, undoBulkMs] = timed(() => valueOf(library.apply(id, { kind: 'undo' })))
    for (let index = 0; index < 150; index++) valueOf(library.apply(id, edit(ids, index)))
    const [, checkpointMs] = timed(() => valueOf(library.checkpoint(id)))
    const fileBeforeMB = megabytes(library.path)
    const revisionMs = spread(revisions(library, id, ids))
    const [, closeMs] = timed(() => valueOf(library.close()))
    const file = { fileBeforeMB, fileAfter100RevisionsMB: megabytes(library.path) }
    const [again, startMs] = timed(() => valueOf(planLibrary({ folder })).library)
    const [, reopenMs] = timed(() => valueOf(again.openPlan(id)))
    const [, restoreMs] = timed(() => valueOf(again.restoreRevision(id, valueOf(again.revisions(id)).at(-1)?.id ?? 0)))
    again.close()
    const bareCommitMs = bareCommits(folder, ids)
    return {
      partCount, jsonMB: round(JSON.stringify(plan).length / 1e6), createMs, openMs, editMs, editCpuMs, bareCommitMs, editToBareCommit: round(editMs.median / bareCommitMs.median),
      line, bulkEditAllPartsMs, undoBulkMs, checkpointMs, revisionMs, closeMs, ...file, startMs, reopenMs, restoreMs,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What a window on the local page waits for: the plan with all its parts as objects, and the receipt of an edit. */
async function measuredLine(library: PlanLibrary, of: { readonly id: string; readonly ids: readonly string[] }): Promise<object> {
  const host = { kind: 'local-page', dialogs: null, showInFolder: null, openAddress: async () => {}, logFault: console.error } as const
  const services = plannerServices({ library, host, recoverySentence: null, appVersion: 'bench', today: () => '2026-11-24' })
  const page = await localPage({ services, bundleFolder: '.', logFault: console.error })
  try {
    const token = new URLSearchParams(new URL(page.address).hash.slice(1)).get('token') ?? ''
    const call: Call = async (verb, argument) => {
      const response = await fetch(`${page.origin}/api/${verb}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin: page.origin }, body: JSON.stringify(argument) })
      return response.json()
    }
    await call('plans', {})
    const startCpu = process.cpuUsage()
    const openMs = await waited(async () => {
      const { seq, sliceCount } = ((await call('openPlan', { planId: of.id })) as { readonly value: { readonly seq: number; readonly sliceCount: number } }).value
      for (let slice = 0; slice < sliceCount; slice++) await call('planParts', { planId: of.id, seq, slice })
    })
    return { openMs, openCpuMs: round(cpuMs(startCpu)), editMs: await editsOver(call, of), servicesEditMs: await editsOver(services satisfies PlannerServices, of) }
  } finally {
    page.close()
  }
}

async function editsOver(call: Call, of: { readonly id: string; readonly ids: readonly string[] }): Promise<Spread> {
  const { seq } = ((await call('openPlan', { planId: of.id })) as { readonly value: { readonly seq: number } }).value
  const times: number[] = []
  for (let index = 0; index < 300; index++) {
    times.push(await waited(async () => {
      const answer = (await call('applyStep', { planId: of.id, step: edit(of.ids, index), expectedSeq: seq + index })) as { readonly ok: boolean }
      if (!answer.ok) throw new Error(JSON.stringify(answer))
    }))
  }
  return spread(times)
}

function edit(ids: readonly string[], index: number): PlanStep {
  return { kind: 'do', command: { kind: 'change-parts', changes: [{ id: ids[(index * 37) % ids.length] ?? '', fields: { onHand: index } }] } }
}

/** 100 named revisions, ten edits between each. */
function revisions(library: PlanLibrary, id: string, ids: readonly string[]): readonly number[] {
  return Array.from({ length: 100 }, (_, index) => {
    for (let count = 0; count < 10; count++) valueOf(library.apply(id, edit(ids, index * 977 + count * 131)))
    return timed(() => valueOf(library.nameRevision(id, `Revision ${index}`)))[1]
  })
}

function bareCommits(folder: string, ids: readonly string[]): Spread {
  const database = openedDatabase(join(folder, 'bare.db'))
  database.script('CREATE TABLE journal(seq INTEGER PRIMARY KEY, command TEXT NOT NULL) STRICT')
  const command = JSON.stringify(edit(ids, 1))
  const times = Array.from({ length: 1000 }, (_, index) => timed(() => database.run('INSERT INTO journal(seq, command) VALUES(?, ?)', index, command))[1])
  database.close()
  return spread(times)
}

async function waited(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return round(performance.now() - start)
}

function timed<Value>(work: () => Value): readonly [Value, number] {
  const start = performance.now()
  const value = work()
  return [value, round(performance.now() - start)]
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 }
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

function megabytes(path: string): number {
  return round(statSync(path).size / 1e6)
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}

function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: { readonly sentence: string } }): Value {
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}
