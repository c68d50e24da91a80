import { describe, expect, it } from 'vitest'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import type { PlanCommand } from '../../shared/plan/plan-command'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { eventAddition, eventChange, eventRemoval, timelineReset } from '../../shared/plan/timeline-gestures'
import { timelineLanes } from '../../shared/plan/timeline-lanes'
import { planProblems } from '../../shared/plan/validate-plan'
import { builtInEvents } from '../../shared/policy-timeline/built-in-events'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()

function after(before: PlanDocument, command: PlanCommand): PlanDocument {
  const result = planAfterCommand(before, command)
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value.plan
}

function builtIn(id: string) {
  const event = builtInEvents.find((each) => each.id === id)
  if (event === undefined) throw new Error(id)
  return event
}

function statesOf(of: PlanDocument, scenarioId: string, controlId: string): readonly string[] {
  const window = { fromDate: civilDate('2026-11-01'), untilDate: civilDate('2028-01-01') }
  const lanes = timelineLanes(preparedPlan(of, { planningDate: civilDate('2026-11-23') }), window)
  const lane = lanes.find((each) => each.scenarioId === scenarioId)?.controls.find((each) => each.controlId === controlId)
  return (lane?.spans ?? []).map((span) => `${isoDate(span.fromDate)} ${span.state}`)
}

describe('eventChange', () => {
  it('supersedes a built-in event and leaves it as it was', () => {
    const event = { ...builtIn('announcement-70'), nominalEndDate: '2027-02-10' }
    const changed = after(plan, eventChange(plan, { place: { kind: 'common' }, eventId: 'announcement-70', event, newEventId: 'e-bcdfgh' }))
    expect(changed.timeline.events).toMatchObject([{ id: 'e-bcdfgh', supersedesId: 'announcement-70', nominalEndDate: '2027-02-10' }])
    expect(builtIn('announcement-70').nominalEndDate).toBe('2026-11-10')
  })

  it('changes an event of the user’s own as it is, without a second one', () => {
    const first = after(plan, eventChange(plan, { place: { kind: 'common' }, eventId: 'announcement-70', event: builtIn('announcement-70'), newEventId: 'e-bcdfgh' }))
    const own = first.timeline.events[0]
    if (own === undefined) throw new Error('no event')
    const second = after(first, eventChange(first, { place: { kind: 'common' }, eventId: own.id, event: { ...own, title: 'Longer pause' }, newEventId: 'e-bcdfgj' }))
    expect(second.timeline.events.map(({ id, title, supersedesId }) => ({ id, title, supersedesId }))).toEqual([{ id: 'e-bcdfgh', title: 'Longer pause', supersedesId: 'announcement-70' }])
  })

  it('moves a halt of one scenario and leaves the other scenarios alone', () => {
    const escalated = plan.scenarios.find((scenario) => scenario.id === 'escalated')
    const halt = escalated?.events.find((event) => event.id === 'escalated-halt')
    if (halt === undefined) throw new Error('no halt')
    const moved = after(plan, eventChange(plan, { place: { kind: 'scenario', scenarioId: 'escalated' }, eventId: halt.id, event: { ...halt, effectiveDate: '2027-05-01' }, newEventId: 'e-bcdfgh' }))
    expect(statesOf(moved, 'escalated', 'cn-announcement-18')).toEqual(['2026-11-01 licence', '2027-05-01 halt', '2027-10-28 licence'])
    expect(moved.scenarios.filter(({ id }) => id !== 'escalated')).toEqual(plan.scenarios.filter(({ id }) => id !== 'escalated'))
  })
})

describe('eventAddition and eventRemoval', () => {
  const own = { ...builtIn('announcement-57'), id: 'e-bcdfgh', title: 'Own' }

  it.each([{ kind: 'common' as const }, { kind: 'scenario' as const, scenarioId: 'eased' }])('take back what they added to %j', (place) => {
    const added = after(plan, eventAddition(plan, { place, event: own }))
    expect(added).not.toEqual(plan)
    expect(after(added, eventRemoval(added, { place, eventId: own.id }))).toEqual(plan)
  })

  it('sets a built-in event aside, so that its control no longer holds', () => {
    const without = after(plan, eventRemoval(plan, { place: { kind: 'common' }, eventId: 'announcement-18' }))
    expect(without.timeline.setAsideEventIds).toEqual(['announcement-18'])
    expect(statesOf(without, 'pause-extended', 'cn-announcement-18')).toEqual(['2026-11-01 none'])
  })
})

describe('timelineReset', () => {
  it('has nothing to do on a new timeline', () => {
    expect(timelineReset(plan)).toBeNull()
  })

  it('gives back the built-in timeline from any changes', () => {
    const own = after(plan, eventAddition(plan, { place: { kind: 'common' }, event: { ...builtIn('announcement-57'), id: 'e-bcdfgh' } }))
    const changed = after(own, eventRemoval(own, { place: { kind: 'common' }, eventId: 'announcement-61' }))
    const reset = timelineReset(changed)
    if (reset === null) throw new Error('nothing to reset')
    expect(after(changed, reset)).toEqual(plan)
    expect(planProblems(after(changed, reset))).toEqual(planProblems(plan))
  })
})
