// node --import ./test/run-ts.js test/electron/kill-writer.ts FOLDER: edits the sample plan in a library until it is killed,
// and reports every acknowledged step on standard output.
import { writeSync } from 'node:fs'
import { planLibrary } from '../../electron/storage/plan-library'
import { emptyPlanHistory, planHistoryAfter, type PlanWithHistory } from '../../shared/plan/plan-history'
import { samplePlan } from '../../shared/sample/sample-plan'
import { killStep } from './kill-steps'

function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: { readonly sentence: string } }): Value {
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value
}

const { library } = valueOf(planLibrary({ folder: process.argv[2] ?? '', stepsPerCheckpoint: 40 }))
const { id } = valueOf(library.createPlan({ title: samplePlan().title, plan: samplePlan() }))
writeSync(1, `plan ${id}\n`)
let state: PlanWithHistory = { plan: valueOf(library.openPlan(id)).plan, history: emptyPlanHistory }
for (let seq = 1; ; seq++) {
  const step = killStep(state, seq)
  const receipt = valueOf(library.apply(id, step, seq - 1))
  writeSync(1, `${receipt.seq}\n`)
  state = valueOf(planHistoryAfter(state, step))
  if (seq % 97 === 0) valueOf(library.nameRevision(id, `Revision at ${seq}`))
}
