import type { PreparedPlan } from '../../shared/plan/plan-inputs'
import { timelineLanes } from '../../shared/plan/timeline-lanes'
import type { CivilDate } from '../../shared/calendar/civil-date'
import type { AxisGroup } from './timeline-axis'

/** What the axis shows of a plan: the common timeline first, then each scenario's branch with a lane for each control. */
export function timelineGroups(
  prepared: PreparedPlan,
  of: {
    readonly window: { readonly fromDate: CivilDate; readonly untilDate: CivilDate }
    readonly areInformingShown: boolean
    readonly detailOf: (scenarioId: string, share: number) => string
  },
): readonly AxisGroup[] {
  const { plan, events, controls, frame } = prepared
  const titles = new Map(controls.map(({ id, title }) => [id, title]))
  const lanes = timelineLanes(prepared, of.window)
  const common: AxisGroup = {
    place: { kind: 'common' },
    title: 'Known events',
    detail: of.areInformingShown ? 'all of them' : 'that change a control',
    events: events.filter((event) => of.areInformingShown || event.effects.length > 0),
    lanes: [],
  }
  return [
    common,
    ...plan.scenarios.map((scenario, index) => ({
      place: { kind: 'scenario' as const, scenarioId: scenario.id },
      title: scenario.name,
      detail: of.detailOf(scenario.id, frame.weights[index] ?? 0),
      events: scenario.events,
      lanes: (lanes[index]?.controls ?? []).map((lane) => ({ ...lane, title: titles.get(lane.controlId) ?? lane.controlId })),
    })),
  ]
}
