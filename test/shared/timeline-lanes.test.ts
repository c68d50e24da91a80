import { describe, expect, it } from 'vitest'
import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { timelineLanes, timelineWindow } from '../../shared/plan/timeline-lanes'
import { samplePlan } from '../../shared/sample/sample-plan'

const prepared = preparedPlan(samplePlan(), { planningDate: civilDate('2026-11-23') })
const window = { fromDate: civilDate('2025-03-01'), untilDate: civilDate('2027-12-31') }
const lanes = timelineLanes(prepared, window)

function spansOf(scenarioId: string, controlId: string): readonly string[] {
  const lane = lanes.find((each) => each.scenarioId === scenarioId)?.controls.find((each) => each.controlId === controlId)
  return (lane?.spans ?? []).map((span) => `${isoDate(span.fromDate)} ${span.state}${span.meanWaitDays === null ? '' : ` ${span.meanWaitDays.toFixed(1)}`}`)
}

describe('timelineLanes', () => {
  it('shows Announcement 18 as a licence of 21 days from April 2025 on where the pause goes on', () => {
    expect(spansOf('pause-extended', 'cn-announcement-18')).toEqual(['2025-03-01 none', '2025-04-04 licence 21.0'])
  })

  it('lets the October rules come back in November 2027 where the pause is extended, and at once where it lapsed', () => {
    expect(spansOf('pause-extended', 'cn-announcement-57')).toEqual(['2025-03-01 none', '2027-11-10 licence 21.0'])
    expect(spansOf('pause-lapsed', 'cn-announcement-57')).toEqual(['2025-03-01 none', '2026-11-10 licence 21.0'])
  })

  it('ends a halt without an end after the assumed 180 days, and says that it has none', () => {
    expect(spansOf('escalated', 'cn-announcement-18')).toEqual(['2025-03-01 none', '2025-04-04 licence 21.0', '2027-02-01 halt', '2027-07-31 licence 21.0'])
    expect(lanes.find((each) => each.scenarioId === 'escalated')?.controls[0]?.hasOpenHalt).toBe(true)
  })

  it('fills the window without gaps, in every lane', () => {
    for (const { spans } of lanes.flatMap((each) => each.controls)) {
      expect(spans[0]?.fromDate).toBe(window.fromDate)
      expect(spans.at(-1)?.untilDate).toBe(window.untilDate)
      spans.slice(1).forEach((span, index) => expect(span.fromDate).toBe(spans[index]?.untilDate))
    }
  })
})

describe('timelineWindow', () => {
  it('begins a week before the planning date, or before the first event when the past is shown', () => {
    expect(isoDate(timelineWindow(prepared, { isPastShown: false }).fromDate)).toBe('2026-11-16')
    expect(isoDate(timelineWindow(prepared, { isPastShown: true }).fromDate)).toBe('2024-11-24')
  })

  it('ends a week after the horizon', () => {
    expect(timelineWindow(prepared, { isPastShown: false }).untilDate).toBe(prepared.planningDate + 7 * 53)
  })
})
