import { describe, expect, it, vi } from 'vitest'
import { planCalculations, type Calculations } from '../../renderer/plan/calculations'
import { createPlanStore, type PlanStore } from '../../renderer/plan/plan-store'
import { openedWholePlan } from '../../renderer/plan/whole-plan'
import { samplePlan } from '../../shared/sample/sample-plan'
import { fakePlannerApi, type FakePlannerApi } from './fake-planner-api'
import { startedCoreWorker } from './core-worker'

const today = '2026-11-24'
const plan = samplePlan()
const [first, second] = plan.parts.map(({ id }) => id) as [string, string]

async function openedStore(api: FakePlannerApi = fakePlannerApi({ plans: [plan] })): Promise<{ readonly store: PlanStore; readonly api: FakePlannerApi; readonly calculations: Calculations }> {
  const calculations = planCalculations({ startWorker: startedCoreWorker, workers: 2, clock: () => performance.now() })
  const opened = await openedWholePlan(api, plan.id)
  if (!opened.ok) throw new Error(opened.problem.sentence)
  return { store: createPlanStore({ client: api, calculations, opened: opened.value, today }), api, calculations }
}

function changedStock(id: string, onHand: number) {
  return { kind: 'change-parts' as const, changes: [{ id, fields: { onHand } }] }
}

describe('createPlanStore', () => {
  it('changes the plan at once and has the host keep it in order', async () => {
    const { store, api } = await openedStore()
    expect(store.run(changedStock(first, 1))).toEqual({ ok: true, value: null })
    expect(store.run(changedStock(first, 2))).toEqual({ ok: true, value: null })
    expect(store.getState().plan.parts[0]?.onHand).toBe(2)
    expect(store.getState().unconfirmedSteps).toBe(2)
    expect(api.planOf(plan.id).parts[0]?.onHand).not.toBe(2)
    await store.settled()
    expect(store.getState().unconfirmedSteps).toBe(0)
    expect(api.planOf(plan.id).parts[0]?.onHand).toBe(2)
    await store.close()
  })

  it('undoes and redoes a gesture by its name, here and in the host', async () => {
    const { store, api } = await openedStore()
    const before = plan.parts[0]?.onHand
    store.run({ kind: 'several', label: 'Paste of 2 cells', commands: [changedStock(first, 7), changedStock(second, 8)] })
    expect(store.getState().undoLabel).toBe('Paste of 2 cells')
    store.undo()
    expect(store.getState()).toMatchObject({ undoLabel: null, redoLabel: 'Paste of 2 cells' })
    expect(store.getState().plan.parts[0]?.onHand).toBe(before)
    await store.settled()
    expect(api.planOf(plan.id).parts[0]?.onHand).toBe(before)
    store.redo()
    await store.settled()
    expect(api.planOf(plan.id).parts.slice(0, 2).map(({ onHand }) => onHand)).toEqual([7, 8])
    await store.close()
  })

  it('undoes what was done before the plan was opened', async () => {
    const api = fakePlannerApi({ plans: [plan] })
    await api.applyStep({ planId: plan.id, step: { kind: 'do', command: changedStock(first, 77) }, expectedSeq: 0 })
    const { store } = await openedStore(api)
    expect(store.getState().undoLabel).toBe('Change 1 part')
    store.undo()
    await vi.waitFor(() => expect(store.getState().isReloading).toBe(false))
    expect(store.getState().plan.parts[0]?.onHand).toBe(plan.parts[0]?.onHand)
    expect(store.getState()).toMatchObject({ undoLabel: null, redoLabel: 'Change 1 part' })
    await store.close()
  })

  it('refuses with a sentence what the plan cannot take, and sends nothing', async () => {
    const { store, api } = await openedStore()
    const result = store.run({ kind: 'delete-parts', ids: ['p-zzzzzz'] })
    expect(result.ok === false && result.problem.sentence).toMatch(/no entry p-zzzzzz/)
    await store.settled()
    expect(api.calls).not.toContain('applyStep')
    await store.close()
  })

  it('takes back what the host could not keep, with all that followed, and says so', async () => {
    const { store, api } = await openedStore()
    api.failNext('applyStep', { kind: 'disk-full', sentence: 'The disk is full; make room and try again.' })
    store.run(changedStock(first, 5))
    store.run(changedStock(second, 6))
    await store.settled()
    expect(store.getState().plan.parts.slice(0, 2)).toEqual(plan.parts.slice(0, 2))
    expect(store.getState().notice?.sentence).toMatch(/“Change 1 part”, “Change 1 part” was not kept.*disk is full/)
    store.run(changedStock(first, 9))
    await store.settled()
    expect(api.planOf(plan.id).parts[0]?.onHand).toBe(9)
    await store.close()
  })

  it('loads the plan again when it has changed elsewhere, and says so', async () => {
    const { store, api } = await openedStore()
    api.changeElsewhere(plan.id, (now) => ({ ...now, title: 'Changed elsewhere' }))
    store.run(changedStock(first, 5))
    await store.settled()
    expect(store.getState().plan.title).toBe('Changed elsewhere')
    expect(store.getState().plan.parts[0]?.onHand).toBe(plan.parts[0]?.onHand)
    expect(store.getState().notice?.sentence).toMatch(/changed elsewhere/)
    store.run(changedStock(first, 5))
    await store.settled()
    expect(api.planOf(plan.id).parts[0]?.onHand).toBe(5)
    await store.close()
  })

  it('shows a preview without keeping it', async () => {
    const { store, api } = await openedStore()
    store.preview(changedStock(first, 3))
    expect(store.getState()).toMatchObject({ isPreview: true, undoLabel: null })
    expect(store.getState().plan.parts[0]?.onHand).toBe(3)
    store.preview(null)
    expect(store.getState().plan.parts[0]?.onHand).toBe(plan.parts[0]?.onHand)
    expect(api.calls).not.toContain('applyStep')
    await store.close()
  })

  it('plans for the day of the plan, else for today', async () => {
    const { store } = await openedStore()
    expect(store.getState().planningDate).toBe('2026-11-23')
    store.run({ kind: 'change-settings', fields: { planningDate: null } })
    expect(store.getState().planningDate).toBe(today)
    await store.close()
  })

  it('restores a revision as a step that can be undone', async () => {
    const { store, api } = await openedStore()
    await api.nameRevision({ planId: plan.id, label: 'before' })
    store.run(changedStock(first, 5))
    expect((await store.restoreRevision(1)).ok).toBe(true)
    expect(store.getState().plan.parts[0]?.onHand).toBe(plan.parts[0]?.onHand)
    store.undo()
    await vi.waitFor(() => expect(store.getState().isReloading).toBe(false))
    expect(store.getState().plan.parts[0]?.onHand).toBe(5)
    await store.close()
  })

  it('keeps what is on its way before it closes', async () => {
    const { store, api } = await openedStore()
    store.run(changedStock(first, 4))
    await store.close()
    expect(api.planOf(plan.id).parts[0]?.onHand).toBe(4)
    expect(api.calls.at(-1)).toBe('closePlan')
  })

  it('stays as it is when a file cannot be merged, and takes changes again', async () => {
    const { store } = await openedStore()
    const answer = await store.mergeFile({ fileName: 'notes.csv', bytesBase64: '', decisions: { choices: {}, conflicts: null } })
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'not-a-plan-file' } })
    expect(store.getState()).toMatchObject({ isReloading: false, plan })
    expect(store.run(changedStock(first, 3)).ok).toBe(true)
    await store.close()
  })
})
