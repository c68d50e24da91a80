import { describe, expect, it } from 'vitest'
import { civilDate } from '../../shared/calendar/civil-date'
import { builtInControls } from '../../shared/policy-timeline/built-in-controls'
import { builtInEvent, builtInEvents } from '../../shared/policy-timeline/built-in-events'
import { builtInScenarios, statusQuoScenarioId } from '../../shared/policy-timeline/built-in-scenarios'
import { compiledPhases } from '../../shared/policy-timeline/compiled-phases'
import { waitPreset } from '../../shared/policy-timeline/wait-presets'

const scenarioEvents = builtInScenarios.flatMap((scenario) => scenario.events)
const controlIds = builtInControls.map((control) => control.id)

/** State of the three controls on a day in a scenario, the later phase winning. */
function statesOn(date: string, scenarioId: string): string {
  const scenario = builtInScenarios.find((candidate) => candidate.id === scenarioId)
  const phases = compiledPhases({ controlIds, common: builtInEvents, scenario: scenario?.events ?? [], planWait: waitPreset('none') })
  const day = civilDate(date)
  const stateOf = (id: string) =>
    (phases.get(id) ?? []).findLast((phase) => (phase.fromDate ?? day) <= day && (phase.untilDate === null || day < phase.untilDate))?.state ?? 'none'
  return controlIds.map(stateOf).join(' ')
}

describe('builtInScenarios', () => {
  it('weighs extended 0.5, lapsed 0.25, eased 0.1 and escalated 0.15, one in all', () => {
    expect(builtInScenarios.map((scenario) => [scenario.id, scenario.weight])).toEqual([
      ['pause-extended', 0.5], ['pause-lapsed', 0.25], ['eased', 0.1], ['escalated', 0.15],
    ])
    expect(builtInScenarios.reduce((sum, scenario) => sum + scenario.weight, 0)).toBeCloseTo(1, 12)
    expect(statusQuoScenarioId).toBe('pause-extended')
  })

  it('never takes the licence of Announcement 18 away', () => {
    const lifted = scenarioEvents
      .flatMap((event) => event.effects)
      .filter((effect) => effect.controlId === 'cn-announcement-18' && ['suspends', 'lifts'].includes(effect.action))
    expect(lifted).toEqual([])
    const eased = builtInScenarios.find((scenario) => scenario.id === 'eased')?.events.at(-1)?.effects[0]
    expect(eased).toEqual({
      controlId: 'cn-announcement-18', action: 'revises', state: 'licence',
      wait: { kind: 'own', wait: waitPreset('general-licence').wait, refusalRate: 0 },
    })
  })

  it('halts all three controls without end from February 2027 when escalated', () => {
    const halt = builtInScenarios.find((scenario) => scenario.id === 'escalated')?.events.at(-1)
    expect(halt?.effectiveDate).toBe('2027-02-01')
    expect(halt?.nominalEndDate).toBeNull()
    expect(halt?.effects.map((effect) => ('state' in effect ? `${effect.controlId} ${effect.state}` : ''))).toEqual(
      controlIds.map((id) => `${id} halt`),
    )
  })

  it('extends or ends the pause on the day it nominally ends', () => {
    const end = builtInEvent('announcement-70')?.nominalEndDate
    for (const scenario of builtInScenarios) expect(scenario.events[0]?.effectiveDate, scenario.id).toBe(end)
  })

  // 18, 57 and 61 on that day.
  it.each([
    ['pause-extended', '2025-04-03', 'none none none'],
    ['pause-extended', '2025-04-04', 'licence none none'],
    ['pause-extended', '2025-11-08', 'licence none none'],
    ['pause-extended', '2026-11-09', 'licence none none'],
    ['pause-extended', '2026-11-10', 'licence none none'],
    ['pause-extended', '2027-11-10', 'licence licence licence'],
    ['pause-lapsed', '2025-12-01', 'licence none none'],
    ['pause-lapsed', '2026-11-09', 'licence none none'],
    ['pause-lapsed', '2026-11-10', 'licence licence licence'],
    ['eased', '2027-01-01', 'licence none none'],
    ['escalated', '2027-01-31', 'licence licence licence'],
    ['escalated', '2027-02-01', 'halt halt halt'],
  ])('compiles %s to the states meant on %s', (scenarioId, date, states) => {
    expect(statesOn(date, scenarioId)).toBe(states)
  })
})
