// npm run -s bench -- figures [--parts COUNT]
// What the window's own thread spends on the figures of a large plan, and the workers beside it; processor time, so that other programs do not count.
import { contextKeys } from '../../renderer/plan/figure-keys'
import { planCalculations } from '../../renderer/plan/calculations'
import { calculationCore } from '../../renderer/plan/calculation-core'
import type { CalculationWorker, WorkerAnswer } from '../../renderer/plan/calculation-messages'
import { figuresTotals } from '../../renderer/plan/plan-totals'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import type { PlanCommand } from '../../shared/plan/plan-command'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { largePlan } from '../fixtures/large-plan'

const planningDate = '2026-11-23'

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Time spent in the worker's part of the work, to be told from the window's. */
type Meter = { workerMilliseconds: number; windowMilliseconds: number; longestWindowTurn: number }

function measuredWorker(meter: Meter): CalculationWorker {
  const core = calculationCore(() => performance.now())
  const listeners: ((answer: WorkerAnswer) => void)[] = []
  return {
    post: (request) => {
      // The window pays for the copy, as it does with a real worker.
      const copy = structuredClone(request)
      setImmediate(() => {
        const started = cpuMilliseconds()
        const answer = core.answer(copy)
        const copied = answer === null ? null : structuredClone(answer)
        meter.workerMilliseconds += cpuMilliseconds() - started
        if (copied === null) return
        const from = cpuMilliseconds()
        for (const listener of listeners) listener(copied)
        note(meter, cpuMilliseconds() - from)
      })
    },
    onAnswer: (listener) => void listeners.push(listener),
    onFailure: () => {},
    terminate: () => {},
  }
}

function note(meter: Meter, milliseconds: number): void {
  meter.windowMilliseconds += milliseconds
  meter.longestWindowTurn = Math.max(meter.longestWindowTurn, milliseconds)
}

/** Runs the benchmark of a plan's figures and returns what it measured, processor time in milliseconds. */
export async function benchFigures(options: { readonly partCount: number }): Promise<Record<string, unknown>> {
  const plan = largePlan(options.partCount)
  const meter: Meter = { workerMilliseconds: 0, windowMilliseconds: 0, longestWindowTurn: 0 }
  const calculations = planCalculations({ startWorker: () => measuredWorker(meter), workers: 1, clock: () => performance.now() })
  const visible = plan.parts.slice(0, 30).map(({ id }) => id)
  calculations.setVisiblePartIds(visible)
  // The window sums up whenever figures have changed.
  calculations.subscribe(() => void figuresTotals(plan.parts.map(({ id }) => calculations.figuresOf(id))))

  const settle = async (given: PlanDocument): Promise<Record<string, number>> => {
    Object.assign(meter, { workerMilliseconds: 0, windowMilliseconds: 0, longestWindowTurn: 0 })
    const from = cpuMilliseconds()
    calculations.setPlan({ plan: given, planningDate }, given.parts)
    const giving = cpuMilliseconds() - from
    note(meter, giving)
    let untilVisible: number | null = null
    while (calculations.progress() !== null) {
      await new Promise((resolve) => setImmediate(resolve))
      if (untilVisible === null && visible.every((id) => calculations.figuresOf(id).state === 'fresh')) untilVisible = cpuMilliseconds() - from
    }
    return {
      giving: round(giving),
      untilVisible: round(untilVisible ?? 0),
      window: round(meter.windowMilliseconds),
      longestWindowTurn: round(meter.longestWindowTurn),
      worker: round(meter.workerMilliseconds),
      all: round(cpuMilliseconds() - from),
    }
  }

  const opening = await settle(plan)
  const [one, two] = plan.scenarios
  const policy = await settle(after(plan, { kind: 'weigh-scenarios', weights: [{ id: one?.id ?? '', weight: 0.4 }, { id: two?.id ?? '', weight: 0.3 }] }))
  await settle(plan)
  const edits: Record<string, number>[] = []
  let edited = plan
  for (const id of visible.slice(0, 20)) {
    edited = after(edited, { kind: 'change-parts', changes: [{ id, fields: { onHand: 12_345 } }] })
    edits.push(await settle(edited))
  }
  const keysFrom = cpuMilliseconds()
  for (let time = 0; time < 50; time++) contextKeys({ plan, planningDate })
  const keysOfContext = (cpuMilliseconds() - keysFrom) / 50
  const editAll = edits.map(({ all = 0 }) => all).toSorted((a, b) => a - b)
  return {
    bench: 'figures',
    parts: plan.parts.length,
    opening,
    policyChange: policy,
    oneEdit: { median: editAll[Math.floor(editAll.length / 2)], most: editAll.at(-1) },
    ratioOfEditToAll: round((editAll[Math.floor(editAll.length / 2)] ?? 0) / (policy['all'] ?? 1)),
    keysOfContext: round(keysOfContext),
  }
}

function after(plan: PlanDocument, command: PlanCommand): PlanDocument {
  const result = planAfterCommand(plan, command)
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value.plan
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
