import { describe, expect, it } from 'vitest'
import { scenarioTotals } from '../../renderer/policy-timeline/scenario-totals'
import { effectWords, sourceWords } from '../../renderer/plan/event-words'
import { keyStepDays } from '../../renderer/policy-timeline/event-drag'
import { timelineGroups } from '../../renderer/policy-timeline/timeline-groups'
import { waitDaysFrom } from '../../renderer/policy-timeline/wait-numbers'
import { waitWords } from '../../renderer/plan/wait-words'
import { formatsOf } from '../../renderer/ui/formats'
import { builtInControls } from '../../shared/policy-timeline/built-in-controls'
import { builtInEvents } from '../../shared/policy-timeline/built-in-events'
import { timelineWindow } from '../../shared/plan/timeline-lanes'
import { sampleFigures } from './sample-figures'

const formats = formatsOf('en-GB')

describe('scenarioTotals', () => {
  it('adds up money and takes means over the parts with usage', () => {
    const level = { reorderPoint: 0, safetyStock: 0 }
    expect(
      scenarioTotals([
        { ...level, scenarioId: 'a', cash: 100, serviceOfPlan: 0.9, coverDays: 20, isBelowTarget: true },
        { ...level, scenarioId: 'b', cash: null, serviceOfPlan: 1, coverDays: 10, isBelowTarget: false },
        { ...level, scenarioId: 'a', cash: 50, serviceOfPlan: 1, coverDays: 40, isBelowTarget: false },
        { ...level, scenarioId: 'a', cash: 0, serviceOfPlan: null, coverDays: null, isBelowTarget: false },
      ]),
    ).toEqual([
      { scenarioId: 'a', cash: 150, meanServiceOfPlan: 0.95, meanCoverDays: 30, belowTarget: 1 },
      { scenarioId: 'b', cash: 0, meanServiceOfPlan: 1, meanCoverDays: 10, belowTarget: 0 },
    ])
  })
})

describe('effectWords and sourceWords', () => {
  const event = (id: string) => {
    const found = builtInEvents.find((each) => each.id === id)
    if (found === undefined) throw new Error(id)
    return found
  }

  it('say what an event does and where it is known from', () => {
    expect(effectWords(event('announcement-18'), builtInControls)).toBe('demands a licence under Announcement 18')
    expect(effectWords(event('announcement-70'), builtInControls)).toBe('suspends Announcement 57 and Announcement 61')
    expect(sourceWords(event('announcement-18'))).toBe('from the article and elsewhere, high confidence')
    expect(sourceWords({ citations: [], confidence: 'low' })).toBe('no source, low confidence')
  })
})

describe('keyStepDays', () => {
  it.each([
    [{ key: 'ArrowRight', shiftKey: false, altKey: false }, 7],
    [{ key: 'ArrowLeft', shiftKey: true, altKey: false }, -28],
    [{ key: 'ArrowRight', shiftKey: false, altKey: true }, 1],
    [{ key: 'Enter', shiftKey: false, altKey: false }, 0],
  ])('of %j is %d', (pressed, days) => {
    expect(keyStepDays(pressed)).toBe(days)
  })
})

describe('timelineGroups', () => {
  const { prepared } = sampleFigures()
  const window = timelineWindow(prepared, { isPastShown: true })
  const groups = (areInformingShown: boolean) => timelineGroups(prepared, { window, areInformingShown, detailOf: (_, share) => formats.percent(share, 0) })

  it('begins with the common events and has a lane for each control in each scenario', () => {
    expect(groups(false).map(({ title, detail, lanes }) => [title, detail, lanes.length])).toEqual([
      ['Known events', 'that change a control', 0],
      ['Pause extended', '50 %', 3], ['Pause lapsed', '25 %', 3], ['Eased', '10 %', 3], ['Escalated', '15 %', 3],
    ])
  })

  it('leaves out events that only inform unless they are wanted', () => {
    expect(groups(false)[0]?.events).toHaveLength(4)
    expect(groups(true)[0]?.events.length).toBe(builtInEvents.length)
  })
})

describe('waitDaysFrom', () => {
  it('reads days separated by semicolons with the sign of the region, and nothing by guess', () => {
    expect(waitDaysFrom('45; 60,5;75', 'comma')).toEqual([45, 60.5, 75])
    expect(waitDaysFrom('45; 60.5', 'point')).toEqual([45, 60.5])
    expect(waitDaysFrom('45; 60.5', 'comma')).toBeNull()
    expect(waitDaysFrom('45, 60', 'comma')).toBeNull()
    expect(waitDaysFrom('', 'point')).toBeNull()
    expect(waitDaysFrom('45; -1', 'point')).toBeNull()
  })
})

describe('waitWords', () => {
  it('tells every shape with its days', () => {
    expect(waitWords({ kind: 'fixed', days: 45, working: true }, formats)).toBe('45 working days')
    expect(waitWords({ kind: 'triangular', minDays: 14, modeDays: 21, maxDays: 28 }, formats)).toBe('14 to 28 days, most likely 21')
    expect(waitWords({ kind: 'observed', days: [1, 2] }, formats)).toBe('2 observed waits: 1, 2 days')
  })
})
