import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planLibrary, type PlanLibrary } from '../../electron/storage/plan-library'
import { openedDatabase } from '../../electron/storage/sqlite'
import type { PlanStep } from '../../shared/plan/plan-history'
import { largePlan } from '../fixtures/large-plan'

/** Measures the library with a plan of many parts; times in milliseconds, medians and the 95th in 100. */
export function benchLibrary(partCount = 10_000): object {
  const folder = mkdtempSync(join(tmpdir(), 'lodestock-library-'))
  const plan = largePlan(partCount)
  const { library } = valueOf(planLibrary({ folder }))
  const [created, createMs] = timed(() => valueOf(library.createPlan({ title: 'Large', plan })))
  const { id } = created
  const [, openMs] = timed(() => valueOf(library.openPlan(id)))
  const edits = Array.from({ length: 1000 }, (_, index) => timed(() => valueOf(library.apply(id, edit(plan.parts[(index * 37) % partCount]?.id ?? '', index))))[1])
  const bulk: PlanStep = { kind: 'do', command: { kind: 'change-parts', changes: plan.parts.map((part) => ({ id: part.id, fields: { isCritical: true } })) } }
  const [, bulkMs] = timed(() => valueOf(library.apply(id, bulk)))
  const [, undoBulkMs] = timed(() => valueOf(library.apply(id, { kind: 'undo' })))
  for (let index = 0; index < 150; index++) valueOf(library.apply(id, edit(plan.parts[index]?.id ?? '', index)))
  const [, checkpointMs] = timed(() => valueOf(library.checkpoint(id)))
  const revisionsMs = revisions(library, id, plan.parts.map((part) => part.id))
  const [, closeMs] = timed(() => valueOf(library.close()))
  const fileBytes = statSync(library.path).size
  const again = valueOf(planLibrary({ folder })).library
  const [, reopenMs] = timed(() => valueOf(again.openPlan(id)))
  const [, restoreMs] = timed(() => valueOf(again.restoreRevision(id, valueOf(again.revisions(id)).at(-1)?.id ?? 0)))
  again.close()
  const bare = bareCommits(folder)
  rmSync(folder, { recursive: true })
  const editMs = spread(edits)
  return {
    partCount, jsonMB: round(JSON.stringify(plan).length / 1e6), createMs, openMs, editMs, bareCommitMs: bare, editToBareCommit: round(editMs.median / bare.median),
    bulkEditAllPartsMs: bulkMs, undoBulkMs, checkpointMs, revision: spread(revisionsMs), revisions: revisionsMs.length, closeMs, fileMB: round(fileBytes / 1e6), reopenMs, restoreMs,
  }
}

function edit(id: string, index: number): PlanStep {
  return { kind: 'do', command: { kind: 'change-parts', changes: [{ id, fields: { onHand: index } }] } }
}

/** 100 named revisions, ten edits between each. */
function revisions(library: PlanLibrary, id: string, partIds: readonly string[]): readonly number[] {
  return Array.from({ length: 100 }, (_, index) => {
    for (let count = 0; count < 10; count++) valueOf(library.apply(id, edit(partIds[(index * 977 + count * 131) % partIds.length] ?? '', index)))
    return timed(() => valueOf(library.nameRevision(id, `Revision ${index}`)))[1]
  })
}

function bareCommits(folder: string): { readonly median: number; readonly p95: number } {
  const database = openedDatabase(join(folder, 'bare.db'))
  database.script('CREATE TABLE journal(seq INTEGER PRIMARY KEY, command TEXT NOT NULL) STRICT')
  const command = JSON.stringify(edit('p-bcdfgh', 1))
  const times = Array.from({ length: 1000 }, (_, index) => timed(() => database.run('INSERT INTO journal(seq, command) VALUES(?, ?)', index, command))[1])
  database.close()
  return spread(times)
}

function timed<Value>(work: () => Value): readonly [Value, number] {
  const start = performance.now()
  const value = work()
  return [value, round(performance.now() - start)]
}

function spread(times: readonly number[]): { readonly median: number; readonly p95: number } {
  const sorted = times.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 }
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}

function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: { readonly sentence: string } }): Value {
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}
