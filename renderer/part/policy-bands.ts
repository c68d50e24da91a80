import { civilDate, isoDate } from '../../shared/calendar/civil-date'
import type { PreparedPlan } from '../../shared/plan/plan-inputs'
import { timelineLanes, type LaneSpan } from '../../shared/plan/timeline-lanes'
import type { PolicyBand } from '../ui/charts/time-chart'

const tones = { none: 'eased', licence: 'licence', halt: 'halt' } as const
const names = { none: 'No licence needed', licence: 'Licence', halt: 'Halt' } as const
const strength = { none: 0, licence: 1, halt: 2 } as const

/** The policy that holds for a part in one scenario, as bands of a chart: on each day the strictest state of the controls that apply. */
export function policyBands(prepared: PreparedPlan, of: { readonly controlIds: readonly string[]; readonly scenarioId: string; readonly fromDate: string; readonly untilDate: string; readonly days: (days: number) => string }): readonly PolicyBand[] {
  const window = { fromDate: civilDate(of.fromDate), untilDate: civilDate(of.untilDate) }
  if (of.controlIds.length === 0 || window.fromDate >= window.untilDate) return []
  const lanes = timelineLanes(prepared, window).find(({ scenarioId }) => scenarioId === of.scenarioId)?.controls.filter(({ controlId }) => of.controlIds.includes(controlId)) ?? []
  const edges = [...new Set(lanes.flatMap(({ spans }) => spans.map(({ fromDate }) => fromDate)))].toSorted((a, b) => a - b)
  const strictest = edges.map((day) => ({
    day,
    span: lanes.flatMap(({ spans }) => spans.filter((span) => span.fromDate <= day && day < span.untilDate)).reduce<LaneSpan | null>((worst, span) => (worst === null || strength[span.state] > strength[worst.state] ? span : worst), null),
  }))
  return strictest.flatMap(({ day, span }, index): readonly PolicyBand[] => {
    if (span === null) return []
    const until = strictest[index + 1]?.day
    return [{
      tone: tones[span.state],
      label: span.meanWaitDays === null ? names[span.state] : `${names[span.state]}, ${of.days(span.meanWaitDays)} days`,
      fromDate: isoDate(day),
      untilDate: until === undefined ? null : isoDate(until),
    }]
  })
}
