import { describe, expect, it, vi } from 'vitest'
import { planCalculations, type Calculations } from '../../renderer/plan/calculations'
import type { CalculationWorker, WorkerAnswer } from '../../renderer/plan/calculation-messages'
import { partFiguresOf } from '../../renderer/plan/part-figures'
import { figuresTotals } from '../../renderer/plan/plan-totals'
import { civilDate } from '../../shared/calendar/civil-date'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import type { PlanCommand } from '../../shared/plan/plan-command'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { samplePlan } from '../../shared/sample/sample-plan'
import { largePlan } from '../fixtures/large-plan'
import { startedCoreWorker } from './core-worker'

const planningDate = '2026-11-23'
const plan = samplePlan()

/** Calculations whose workers note which parts they are asked for. */
function watched(workers = 2): { readonly calculations: Calculations; readonly asked: string[] } {
  const asked: string[] = []
  const startWorker = (): CalculationWorker => {
    const worker = startedCoreWorker()
    return {
      ...worker,
      post: (request) => {
        if (request.kind === 'batch') asked.push(...request.parts.map((part) => (typeof part === 'string' ? part : part.id)))
        worker.post(request)
      },
    }
  }
  return { calculations: planCalculations({ startWorker, workers, clock: () => performance.now() }), asked }
}

function give(calculations: Calculations, given: PlanDocument): void {
  calculations.setPlan({ plan: given, planningDate }, given.parts)
}

async function settled(calculations: Calculations): Promise<void> {
  await vi.waitFor(() => expect(calculations.progress()).toBeNull(), { timeout: 20_000, interval: 5 })
}

function after(before: PlanDocument, command: PlanCommand): PlanDocument {
  const result = planAfterCommand(before, command)
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value.plan
}

function states(calculations: Calculations, given: PlanDocument): readonly string[] {
  return given.parts.map(({ id }) => calculations.figuresOf(id).state)
}

/**
 * Expects the same figures. Parts share tables, and which part came first shows in the last digits; the levels of the
 * model are promised to 1e-6, so that 1e-9 of the size of a figure is none of its digits. Figures beside each other may
 * be differences of each other, as the contributions are: the largest of them is their size.
 */
function expectSame(actual: unknown, expected: unknown, path = '', size = 1): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    expect(Math.abs(actual - expected), path).toBeLessThanOrEqual(1e-9 * Math.max(size, Math.abs(expected)))
    return
  }
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    expect(actual, path).toEqual(expected)
    return
  }
  expect(Object.keys(actual), path).toEqual(Object.keys(expected))
  const largest = Math.max(1, ...Object.values(expected).map((value) => (typeof value === 'number' ? Math.abs(value) : 0)))
  for (const [name, value] of Object.entries(expected)) expectSame((actual as Readonly<Record<string, unknown>>)[name], value, `${path}.${name}`, largest)
}

describe('planCalculations', () => {
  it('gives every figure of the recommendations', async () => {
    const { calculations } = watched()
    give(calculations, plan)
    expect(new Set(states(calculations, plan))).toEqual(new Set(['pending']))
    await settled(calculations)
    const expected = planRecommendations(plan, { planningDate: civilDate(planningDate) })
    for (const part of expected.parts) expectSame(calculations.figuresOf(part.prepared.part.id), { state: 'fresh', value: partFiguresOf(part) })
    const { withFigures, notFresh, withProblem, withoutUsage, ...totals } = figuresTotals(plan.parts.map(({ id }) => calculations.figuresOf(id)))
    expectSame(Object.fromEntries(Object.keys(expected.totals).map((name) => [name, totals[name as keyof typeof totals]])), expected.totals)
    expect({ withFigures, notFresh, withProblem, withoutUsage }).toEqual({ withFigures: plan.parts.length, notFresh: 0, withProblem: 0, withoutUsage: 0 })
    calculations.stop()
  })

  it('computes only the part that was edited; its figures are stale until then', async () => {
    const { calculations, asked } = watched()
    give(calculations, plan)
    await settled(calculations)
    asked.length = 0
    const edited = plan.parts[3] as (typeof plan.parts)[number]
    const before = calculations.figuresOf(edited.id)
    give(calculations, after(plan, { kind: 'change-parts', changes: [{ id: edited.id, fields: { onHand: edited.onHand + 1000 } }] }))
    expect(calculations.figuresOf(edited.id)).toEqual({ ...before, state: 'stale' })
    expect(states(calculations, plan).filter((state) => state === 'stale')).toHaveLength(1)
    await settled(calculations)
    expect(asked).toEqual([edited.id])
    const now = calculations.figuresOf(edited.id)
    const positionOf = (of: typeof now): number => (of.value?.kind === 'figures' ? of.value.order.inventoryPosition : NaN)
    expect(positionOf(now)).toBe(positionOf(before) + 1000)
    calculations.stop()
  })

  it('computes after a change of weights only the parts under a control', async () => {
    const { calculations, asked } = watched()
    give(calculations, plan)
    await settled(calculations)
    asked.length = 0
    const [one, two] = plan.scenarios
    const changed = after(plan, { kind: 'weigh-scenarios', weights: [{ id: one?.id ?? '', weight: 0.9 }, { id: two?.id ?? '', weight: 0.1 }] })
    give(calculations, changed)
    const stale = plan.parts.filter(({ id }) => calculations.figuresOf(id).state === 'stale').map(({ id }) => id)
    await settled(calculations)
    const expected = planRecommendations(changed, { planningDate: civilDate(planningDate) })
    const controlled = expected.parts.filter(({ prepared }) => prepared.inputs.leadTime.controlIds.length > 0).map(({ prepared }) => prepared.part.id)
    expect(controlled.length).toBeLessThan(plan.parts.length)
    expect(new Set(stale)).toEqual(new Set(controlled))
    expect(new Set(asked)).toEqual(new Set(controlled))
    for (const part of expected.parts) expectSame(calculations.figuresOf(part.prepared.part.id).value, partFiguresOf(part))
    calculations.stop()
  })

  it('is fresh at once when an edit is taken back', async () => {
    const { calculations } = watched()
    give(calculations, plan)
    await settled(calculations)
    const [one, two] = plan.scenarios
    give(calculations, after(plan, { kind: 'weigh-scenarios', weights: [{ id: one?.id ?? '', weight: 0.9 }, { id: two?.id ?? '', weight: 0.1 }] }))
    expect(states(calculations, plan)).toContain('stale')
    give(calculations, plan)
    expect(new Set(states(calculations, plan))).toEqual(new Set(['fresh']))
    expect(calculations.progress()).toBeNull()
    calculations.stop()
  })

  it('leaves all figures as they are when the title, the currency or the horizon changes', async () => {
    const { calculations, asked } = watched()
    give(calculations, plan)
    await settled(calculations)
    asked.length = 0
    give(calculations, after(after(plan, { kind: 'set-title', title: 'Other' }), { kind: 'change-settings', fields: { currency: 'USD', horizonWeeks: 60 } }))
    expect(new Set(states(calculations, plan))).toEqual(new Set(['fresh']))
    expect(asked).toEqual([])
    calculations.stop()
  })

  it('computes after a change of build rates only the parts built into the assembly', async () => {
    const { calculations, asked } = watched()
    give(calculations, plan)
    await settled(calculations)
    asked.length = 0
    const [assembly] = plan.assemblies
    if (assembly === undefined) throw new Error('the sample has assemblies')
    const changed = after(plan, { kind: 'change-assemblies', changes: [{ id: assembly.id, fields: { buildsPerWeek: assembly.buildsPerWeek * 2 } }] })
    give(calculations, changed)
    await settled(calculations)
    const flowing = plan.parts.filter((part) => part.usage.kind === 'build-plan' && assembly.uses.some((use) => use.partId === part.id)).map(({ id }) => id)
    expect(flowing.length).toBeGreaterThan(0)
    expect(new Set(asked)).toEqual(new Set(flowing))
    calculations.stop()
  })

  it('gives after every kind of change what it gives of a plan it has never seen', async () => {
    const { calculations } = watched(1)
    const [first, second] = plan.scenarios
    const assembly = plan.assemblies[0]
    const changes: readonly PlanCommand[] = [
      { kind: 'weigh-scenarios', weights: [{ id: first?.id ?? '', weight: 0.1 }, { id: second?.id ?? '', weight: 0.7 }] },
      { kind: 'change-assemblies', changes: [{ id: assembly?.id ?? '', fields: { buildsPerWeek: 1000 } }] },
      { kind: 'change-settings', fields: { usageWindowMonths: 3, openHaltDays: 500 } },
      { kind: 'weigh-scenarios', weights: [{ id: first?.id ?? '', weight: 0.9 }, { id: second?.id ?? '', weight: 0.1 }] },
    ]
    give(calculations, plan)
    await settled(calculations)
    let given = plan
    for (const change of changes) {
      given = after(given, change)
      give(calculations, given)
      await settled(calculations)
      for (const part of planRecommendations(given, { planningDate: civilDate(planningDate) }).parts) {
        expectSame(calculations.figuresOf(part.prepared.part.id), { state: 'fresh', value: partFiguresOf(part) }, change.kind)
      }
    }
  })

  it('begins with the parts on screen', async () => {
    const { calculations, asked } = watched(1)
    const visible = plan.parts.slice(-3).map(({ id }) => id)
    calculations.setVisiblePartIds(visible)
    give(calculations, plan)
    await settled(calculations)
    expect(asked.slice(0, 3)).toEqual(visible)
    calculations.stop()
  })

  it('tells of the parts on screen as soon as they are there, before the others', async () => {
    const { calculations } = watched(1)
    const visible = plan.parts.slice(-3).map(({ id }) => id)
    calculations.setVisiblePartIds(visible)
    give(calculations, plan)
    const told: number[] = []
    calculations.subscribe(() => {
      if (visible.every((id) => calculations.figuresOf(id).state === 'fresh')) told.push(states(calculations, plan).filter((state) => state === 'pending').length)
    })
    await settled(calculations)
    expect(told[0]).toBeGreaterThan(0)
    expect(told.at(-1)).toBe(0)
    calculations.stop()
  })

  it('tells of the first figures of a large plan at once, and of what follows ever more seldom', async () => {
    let now = 0
    // Every answer takes 20 ms by this clock, for a dozen parts.
    const startWorker = (): CalculationWorker => ({
      post: (request) => {
        if (request.kind !== 'batch') return
        setTimeout(() => {
          now += 20
          const results = request.parts.map(() => ({ kind: 'problem', sentences: [] }) as const)
          for (const listener of listeners) listener({ kind: 'batch', batchId: request.batchId, results, milliseconds: request.parts.length })
        })
      },
      onAnswer: (listener) => void listeners.push(listener),
      onFailure: () => {},
      terminate: () => {},
    })
    const listeners: ((answer: WorkerAnswer) => void)[] = []
    const calculations = planCalculations({ startWorker, workers: 1, clock: () => now })
    const large = largePlan(10_000)
    const told: number[] = []
    give(calculations, large)
    calculations.subscribe(() => told.push(now))
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(7), { timeout: 20_000 })
    calculations.stop()
    expect(told.slice(0, 7)).toEqual([100, 200, 400, 800, 1300, 1800, 2300])
  })

  it('says of a part that cannot be computed what is wrong, and computes it once it is mended', async () => {
    const { calculations } = watched()
    const [part] = plan.parts
    if (part === undefined) throw new Error('the sample has parts')
    const wrong = after(plan, { kind: 'change-parts', changes: [{ id: part.id, fields: { leadTime: { kind: 'total', meanDays: 10, sdDays: 1, transitDays: 20 } } }] })
    give(calculations, wrong)
    await settled(calculations)
    expect(calculations.figuresOf(part.id)).toEqual({
      state: 'fresh',
      value: { kind: 'problem', sentences: ['The 20 days after the border are longer than the whole lead time of 10 days, of which they are a part; correct one of them.'] },
    })
    give(calculations, plan)
    await settled(calculations)
    expect(calculations.figuresOf(part.id).value?.kind).toBe('figures')
    calculations.stop()
  })

  it('stops when it is paused and goes on when it is resumed', async () => {
    const { calculations, asked } = watched(1)
    calculations.pause()
    give(calculations, plan)
    expect(asked).toEqual([])
    expect(calculations.progress()).toMatchObject({ done: 0, total: plan.parts.length, isPaused: true })
    calculations.resume()
    await settled(calculations)
    expect(new Set(states(calculations, plan))).toEqual(new Set(['fresh']))
    calculations.stop()
  })

  it('forgets parts that are gone', async () => {
    const { calculations } = watched()
    give(calculations, plan)
    await settled(calculations)
    const gone = plan.parts[0]?.id ?? ''
    give(calculations, { ...plan, parts: plan.parts.slice(1) })
    expect(calculations.figuresOf(gone)).toEqual({ state: 'pending', value: null })
    expect(calculations.progress()).toBeNull()
    calculations.stop()
  })

  it('starts a worker again that has broken, and says so when it breaks again and again', async () => {
    let started = 0
    const breaking = (): CalculationWorker => {
      started += 1
      const failures: ((sentence: string) => void)[] = []
      return {
        post: (request) => {
          if (request.kind === 'batch') setTimeout(() => failures.forEach((listener) => listener('The calculation stopped: out of memory.')))
        },
        onAnswer: () => {},
        onFailure: (listener) => void failures.push(listener),
        terminate: () => {},
      }
    }
    const calculations = planCalculations({ startWorker: breaking, workers: 1, clock: () => performance.now() })
    give(calculations, plan)
    await vi.waitFor(() => expect(calculations.figuresOf(plan.parts[0]?.id ?? '').value).toEqual({ kind: 'problem', sentences: ['The calculation stopped: out of memory.'] }))
    expect(started).toBe(4)
    expect(new Set(plan.parts.map(({ id }) => calculations.figuresOf(id).value?.kind))).toEqual(new Set(['problem']))
    calculations.stop()
  })

  it('explains a part with its controls and its lead times', async () => {
    const { calculations } = watched()
    give(calculations, plan)
    const explanation = await calculations.explainPart(plan.parts[0]?.id ?? '')
    if (explanation.kind !== 'explanation') throw new Error(explanation.sentences.join(' '))
    const sums = [explanation.withoutControls, ...explanation.byScenario.map(({ leadTime }) => leadTime)].map(({ probabilities }) => probabilities.reduce((sum, each) => sum + each, 0))
    for (const sum of sums) expect(sum).toBeCloseTo(1, 12)
    expect(explanation.byScenario.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(explanation.coverages.some(({ coverage }) => coverage.applies)).toBe(true)
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
    calculations.stop()
  })
})
