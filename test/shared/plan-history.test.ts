import { describe, expect, it } from 'vitest'
import { emptyPlanHistory, longestPlanHistory, planHistoryAfter, planStepSchema, type PlanStep, type PlanWithHistory } from '../../shared/plan/plan-history'
import { samplePlan } from '../../shared/sample/sample-plan'

const start: PlanWithHistory = { plan: samplePlan(), history: emptyPlanHistory }
const titled = (title: string): PlanStep => ({ kind: 'do', command: { kind: 'set-title', title } })
const undo: PlanStep = { kind: 'undo' }
const redo: PlanStep = { kind: 'redo' }

function after(steps: readonly PlanStep[], from = start): PlanWithHistory {
  return steps.reduce((state, step) => {
    const result = planHistoryAfter(state, step)
    if (!result.ok) throw new Error(result.problem.sentence)
    return result.value
  }, from)
}

describe('planHistoryAfter', () => {
  it('goes back and forth through the same plans', () => {
    const steps = [titled('A'), titled('B'), titled('C')]
    expect(after([...steps, undo]).plan.title).toBe('B')
    expect(after([...steps, undo, undo, undo]).plan).toEqual(start.plan)
    expect(after([...steps, undo, undo, redo]).plan.title).toBe('B')
    expect(after([...steps, undo, undo, redo, redo])).toEqual(after(steps))
  })

  it('goes back from the last command to the very plan before it, and to an equal one where that is gone', () => {
    const change: PlanStep = { kind: 'do', command: { kind: 'change-parts', changes: start.plan.parts.map(({ id }, index) => ({ id, fields: { moq: index + 1, note: `No. ${index}` } })) } }
    const changed = after([change])
    expect(after([undo], changed).plan).toBe(start.plan)
    const copied = { plan: structuredClone(changed.plan), history: changed.history }
    expect(after([undo], copied).plan).toEqual(start.plan)
    expect(after([undo], copied).plan).not.toBe(start.plan)
    // Another command's way back is not taken for this one's.
    const other = after([titled('Other')])
    expect(after([undo], { plan: other.plan, history: changed.history }).plan.title).toBe('Other')
  })

  it('forgets what could be redone once something new is done', () => {
    expect(after([titled('A'), undo, titled('B')]).history.future).toEqual([])
  })

  it('says what it would undo and redo', () => {
    const { past, future } = after([titled('A'), { kind: 'do', command: { kind: 'verify-timeline', date: '2026-11-23' } }, undo]).history
    expect([past.at(-1)?.label, future.at(-1)?.label]).toEqual(['Change the title', 'Mark the timeline as verified'])
  })

  it('remembers 200 commands', () => {
    const state = after(Array.from({ length: longestPlanHistory + 5 }, (_, index) => titled(`Title ${index}`)))
    expect(state.history.past).toHaveLength(200)
    expect(after(Array.from({ length: 200 }, () => undo), state).plan.title).toBe('Title 4')
  })

  it.each([
    { step: undo, kind: 'nothing-to-undo' },
    { step: redo, kind: 'nothing-to-redo' },
    { step: titled(''), kind: 'wrong-shape' },
  ])('refuses $kind', ({ step, kind }) => {
    expect(planHistoryAfter(start, step)).toMatchObject({ ok: false, problem: { kind } })
  })

  it('keeps only what it knows of a command, so that a replay of the journal gives the same', () => {
    const odd = { kind: 'do', command: { kind: 'change-settings', fields: { applicationLag: { after: 'order', days: 3, colour: 'red' } } } } as PlanStep
    expect(after([odd]).plan.settings.applicationLag).toEqual({ after: 'order', days: 3 })
    expect(after([odd, undo, redo])).toEqual(after([odd]))
  })
})

describe('planStepSchema', () => {
  it('refuses what is no step', () => {
    expect(planStepSchema.safeParse({ kind: 'do' }).success).toBe(false)
    expect(planStepSchema.safeParse({ kind: 'undo', times: 2 }).success).toBe(false)
  })
})
