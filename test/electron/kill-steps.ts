import { emptyPlanHistory, planHistoryAfter, type PlanStep, type PlanWithHistory } from '../../shared/plan/plan-history'
import { samplePlan } from '../../shared/sample/sample-plan'

/** The step that stands at a place of the stream of edits: the writer and the judge compute it alike. */
export function killStep(state: PlanWithHistory, seq: number): PlanStep {
  const { plan, history } = state
  const part = plan.parts[seq % plan.parts.length]
  if (seq % 11 === 5 && history.past.length > 0) return { kind: 'undo' }
  if (seq % 11 === 6 && history.future.length > 0) return { kind: 'redo' }
  if (seq % 23 === 7) return { kind: 'do', command: { kind: 'set-title', title: `Title after step ${seq}` } }
  if (seq % 31 === 9 && part !== undefined) {
    const copyId = `p-${[...String(100_000 + (seq % 900_000))].map((digit) => 'bcdfghjklm'.charAt(Number(digit))).join('')}`
    return { kind: 'do', command: { kind: 'duplicate-parts', copies: [{ id: part.id, copyId, partNumber: `COPY-${seq}` }] } }
  }
  if (seq % 31 === 20 && plan.parts.length > 10) return { kind: 'do', command: { kind: 'delete-parts', ids: [plan.parts.at(-1)?.id ?? ''] } }
  return { kind: 'do', command: { kind: 'change-parts', changes: [{ id: part?.id ?? '', fields: { onHand: seq, note: `step ${seq}` } }] } }
}

/** The plan as it must be after so many steps. */
export function stateAfterSteps(count: number): PlanWithHistory {
  let state: PlanWithHistory = { plan: samplePlan(), history: emptyPlanHistory }
  for (let seq = 1; seq <= count; seq++) {
    const result = planHistoryAfter(state, killStep(state, seq))
    if (!result.ok) throw new Error(`step ${seq}: ${result.problem.sentence}`)
    state = result.value
  }
  return state
}
