import { describe, expect, it } from 'vitest'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { openPauses, pauseAnswered, type PauseAnswer } from '../../shared/plan/pause-answer'
import { planAfterCommand } from '../../shared/plan/plan-after-command'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { planRecommendations } from '../../shared/plan/plan-recommendations'
import { timelineLanes } from '../../shared/plan/timeline-lanes'
import { planProblems } from '../../shared/plan/validate-plan'
import { samplePlan } from '../../shared/sample/sample-plan'

const plan = samplePlan()
const planningDate = civilDate('2026-11-23')

function answered(answer: PauseAnswer): PlanDocument {
  const [pause] = openPauses(plan, planningDate)
  if (pause === undefined) throw new Error('no open pause')
  const command = pauseAnswered(plan, { pause, answer, eventId: 'e-bcdfgh', note: 'Ministry notice', verifiedDate: '2026-11-24' })
  const result = planAfterCommand(plan, command)
  if (!result.ok) throw new Error(result.problem.sentence)
  return result.value.plan
}

function statesOf(of: PlanDocument, controlId: string): Readonly<Record<string, readonly string[]>> {
  const lanes = timelineLanes(preparedPlan(of, { planningDate }), { fromDate: civilDate('2026-11-01'), untilDate: civilDate('2028-01-01') })
  return Object.fromEntries(lanes.map((lane) => [lane.scenarioId, (lane.controls.find((each) => each.controlId === controlId)?.spans ?? []).map((span) => `${isoDate(span.fromDate)} ${span.state}`)]))
}

describe('openPauses', () => {
  it('names the pause of the October rules from 10 November 2026 on, and not before', () => {
    expect(openPauses(plan, civilDate('2026-11-09'))).toEqual([])
    expect(openPauses(plan, civilDate('2026-11-10')).map(({ event, controlIds }) => [event.id, controlIds])).toEqual([['announcement-70', ['cn-announcement-57', 'cn-announcement-61']]])
  })
})

describe('pauseAnswered', () => {
  it('closes the question, and nothing in the plan is then wrong that was right', () => {
    for (const answer of [{ kind: 'lapsed' }, { kind: 'extended', untilDate: '2027-11-10' }, { kind: 'extended', untilDate: null }] as const) {
      const after = answered(answer)
      expect(openPauses(after, planningDate)).toEqual([])
      expect(planProblems(after)).toEqual(planProblems(plan))
    }
  })

  it('lets the October rules hold in every scenario once the pause has lapsed', () => {
    const states = statesOf(answered({ kind: 'lapsed' }), 'cn-announcement-57')
    expect(states['pause-lapsed']).toEqual(['2026-11-01 none', '2026-11-10 licence'])
    expect(states['eased']).toEqual(['2026-11-01 none', '2026-11-10 licence'])
    expect(states['escalated']).toEqual(['2026-11-01 none', '2026-11-10 licence', '2027-02-01 halt', '2027-07-31 licence'])
  })

  it('weighs the scenario that turned out wrong at nothing and measures from the one that turned out right', () => {
    const after = answered({ kind: 'lapsed' })
    expect(after.scenarios.map(({ id, weight }) => [id, weight])).toEqual([['pause-extended', 0], ['pause-lapsed', 0.25], ['eased', 0.1], ['escalated', 0.15]])
    expect(after.settings.statusQuoScenarioId).toBe('pause-lapsed')
  })

  it('keeps the pause up to its new end when it was extended', () => {
    const after = answered({ kind: 'extended', untilDate: '2027-05-10' })
    expect(statesOf(after, 'cn-announcement-61')['pause-extended']).toEqual(['2026-11-01 none', '2027-05-10 licence'])
    expect(after.scenarios.find(({ id }) => id === 'pause-lapsed')?.weight).toBe(0)
    expect(after.settings.statusQuoScenarioId).toBe('pause-extended')
  })

  it('changes the levels of no part to which neither rule applies once only the pause is asked about', () => {
    const only = (of: PlanDocument): PlanDocument => ({ ...of, settings: { ...of.settings, attitude: { kind: 'scenario', scenarioId: of.settings.statusQuoScenarioId } } })
    const before = planRecommendations(only(plan), { planningDate }).parts
    const after = planRecommendations(only(answered({ kind: 'lapsed' })), { planningDate }).parts
    const changed = before.flatMap((part, index) => (part.recommendation.rounded.reorderPoint === after[index]?.recommendation.rounded.reorderPoint ? [] : [part]))
    const affected = (part: (typeof before)[number]): boolean => part.prepared.coverages.some(({ control, coverage }) => control.id !== 'cn-announcement-18' && coverage.applies)
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.every(affected)).toBe(true)
  })
})
