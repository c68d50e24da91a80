import { addDays, civilDate, type CivilDate } from '../calendar/civil-date'
import { controlCalendar } from '../policy-timeline/control-calendar'
import type { ControlState } from '../policy-timeline/control-phase'
import { dayTableMean } from '../probability/day-table'
import type { PreparedPlan } from './plan-inputs'

/** A stretch of days on which one control has one state in one scenario. */
export type LaneSpan = {
  /** First day. */
  readonly fromDate: CivilDate
  /** First day after it. */
  readonly untilDate: CivilDate
  /** What the control does. */
  readonly state: ControlState
  /** Mean wait for a licence that is applied for in it, days; null unless the state is `licence`. */
  readonly meanWaitDays: number | null
}

/** The states of one control in one scenario over a window of days, without gaps. */
export type ControlLane = {
  /** The control. */
  readonly controlId: string
  /** Its stretches in order; neighbours differ. */
  readonly spans: readonly LaneSpan[]
  /** Whether a halt in it has no end and was given the plan's assumed length. */
  readonly hasOpenHalt: boolean
}

/** One scenario over a window of days: a lane for each control. */
export type ScenarioLanes = {
  /** The scenario. */
  readonly scenarioId: string
  /** A lane for each control, in the order of the plan's controls. */
  readonly controls: readonly ControlLane[]
}

/**
 * What each control does in each scenario over a window of days, for a picture of the timeline.
 *
 * Waits are those of individual licences; a general licence has its own wait and the same halts.
 *
 * @param prepared the plan made ready
 * @param window first day, and first day after it
 *
 * @example
 * const lanes = timelineLanes(preparedPlan(samplePlan(), { planningDate: civilDate('2026-11-23') }), { fromDate: civilDate('2026-11-23'), untilDate: civilDate('2027-11-23') })
 * lanes[3].controls[0].spans.map((span) => span.state) // => ['licence', 'halt', 'licence']
 */
export function timelineLanes(prepared: PreparedPlan, window: { readonly fromDate: CivilDate; readonly untilDate: CivilDate }): readonly ScenarioLanes[] {
  const { frame, controls, planningDate, plan } = prepared
  return plan.scenarios.map((scenario, index) => ({
    scenarioId: scenario.id,
    controls: controls.map(({ id }) => {
      const phases = frame.inputs.scenarios[index]?.phases.get(id) ?? []
      const calendar = controlCalendar({ controlId: id, phases, planningDate, openHaltDays: frame.inputs.openHaltDays, generalLicenceWait: null })
      const spans = calendar.stretches.flatMap((stretch, place): readonly LaneSpan[] => {
        const fromDate = addDays(window.fromDate, Math.max(0, stretch.fromDay - window.fromDate))
        const end = calendar.stretches[place + 1]?.fromDay ?? Infinity
        const untilDate = end < window.untilDate ? addDays(window.fromDate, end - window.fromDate) : window.untilDate
        if (fromDate >= untilDate) return []
        return [{ fromDate, untilDate, state: stretch.state, meanWaitDays: stretch.wait === null ? null : dayTableMean(stretch.wait) }]
      })
      return { controlId: id, spans, hasOpenHalt: calendar.hasOpenHalt }
    }),
  }))
}

/**
 * The window of days a timeline shows: from a week before the planning date to the plan's horizon, or from the first
 * event on when the past is shown too.
 *
 * @param prepared the plan made ready
 * @param of whether the past is shown
 *
 * @example
 * timelineWindow(preparedPlan(samplePlan(), { planningDate: civilDate('2026-11-23') }), { isPastShown: false }).fromDate // => 20773
 */
export function timelineWindow(prepared: PreparedPlan, of: { readonly isPastShown: boolean }): { readonly fromDate: CivilDate; readonly untilDate: CivilDate } {
  const { planningDate, plan, events } = prepared
  const untilDate = addDays(planningDate, 7 * plan.settings.horizonWeeks + 7)
  const dates = of.isPastShown ? events.flatMap((event) => (event.effectiveDate === null ? [] : [civilDate(event.effectiveDate)])) : []
  return { fromDate: addDays(Math.min(planningDate, ...dates) as CivilDate, -7), untilDate }
}
