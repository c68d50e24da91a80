import { describe, expect, it } from 'vitest'
import { openedWholePlan, wholePlan } from '../../renderer/plan/whole-plan'
import { samplePlan } from '../../shared/sample/sample-plan'
import { fakePlannerApi } from './fake-planner-api'

const plan = samplePlan()

describe('openedWholePlan', () => {
  it('has every part in its place, from several slices', async () => {
    const api = fakePlannerApi({ plans: [plan] })
    expect(await openedWholePlan(api, plan.id)).toEqual({ ok: true, value: { plan, seq: 0, undoLabel: null, redoLabel: null, isCheckpointDue: false } })
    expect(api.calls.filter((verb) => verb === 'planParts').length).toBeGreaterThan(1)
  })

  it('takes a plan without parts', async () => {
    const empty = { ...plan, parts: [] }
    expect(await openedWholePlan(fakePlannerApi({ plans: [empty] }), plan.id)).toMatchObject({ ok: true, value: { plan: empty } })
  })

  it('reads a plan again that has taken a step meanwhile, and has nothing of the state before', async () => {
    const api = fakePlannerApi({ plans: [plan] })
    const opened = await api.openPlan({ planId: plan.id })
    if (!opened.ok) throw new Error(opened.problem.sentence)
    api.changeElsewhere(plan.id, (now) => ({ ...now, title: 'Changed', parts: now.parts.toReversed() }))
    expect(await wholePlan(api, opened.value)).toMatchObject({ ok: true, value: { seq: 1, plan: { ...plan, title: 'Changed', parts: plan.parts.toReversed() } } })
  })

  it('answers why it cannot be opened, or why its parts cannot be read', async () => {
    const api = fakePlannerApi({ plans: [plan] })
    const damaged = { kind: 'plan-damaged', sentence: 'This plan is damaged.' }
    expect(await openedWholePlan(api, 'pl-zzzzzz')).toMatchObject({ ok: false, problem: { kind: 'plan-missing' } })
    api.failNext('planParts', damaged)
    expect(await openedWholePlan(api, plan.id)).toEqual({ ok: false, problem: damaged })
  })
})
