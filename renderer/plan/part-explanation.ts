import type { ControlCoverage } from '../../shared/materials/control-coverage'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import type { Part } from '../../shared/plan/part-schema'
import type { PreparedPlan } from '../../shared/plan/plan-inputs'
import { leadTimeSummary, type LeadTimeSummary } from '../../shared/lead-time/lead-time-summary'
import type { DayTable } from '../../shared/probability/day-table'
import { partFiguresOf, type PartFigures } from './part-figures'

/** Probabilities of whole days as JSON: `probabilities[i]` belongs to `firstDay + i` days. */
export type DayFigures = { readonly firstDay: number; readonly probabilities: readonly number[] }

/** Everything about one part that a planner may ask for: its figures, its controls with reasons, its lead-time distributions. */
export type PartExplanation = {
  readonly kind: 'explanation'
  readonly figures: PartFigures
  /** Every control of the plan, whether it applies, and why. */
  readonly coverages: readonly { readonly controlId: string; readonly title: string; readonly coverage: ControlCoverage }[]
  /** Lead time of an order placed today with no export control. */
  readonly withoutControls: DayFigures
  /** The same in each scenario of a weight above 0, in the order of the plan. */
  readonly byScenario: readonly {
    readonly scenarioId: string
    readonly name: string
    /** Share of 1. */
    readonly weight: number
    readonly leadTime: DayFigures
    readonly summary: LeadTimeSummary
  }[]
}

/** Explains one part of a plan made ready. */
export function partExplanation(plan: PreparedPlan, part: Part): PartExplanation {
  const result = partRecommendation(plan, part)
  const { inputs, coverages } = result.prepared
  const { frame } = plan
  return {
    kind: 'explanation',
    figures: partFiguresOf(result),
    coverages: coverages.map(({ control, coverage }) => ({ controlId: control.id, title: control.title, coverage })),
    withoutControls: dayFiguresOf(frame.leadTimes.baseTable(inputs.leadTime.baseLeadTime)),
    byScenario: plan.plan.scenarios.flatMap((scenario, scenarioIndex) => {
      const weight = frame.weights[scenarioIndex] ?? 0
      if (weight === 0) return []
      const table = frame.leadTimes.leadTime(inputs.leadTime, { orderDate: plan.planningDate, scenarioIndex })
      return [{ scenarioId: scenario.id, name: scenario.name, weight, leadTime: dayFiguresOf(table), summary: leadTimeSummary(table) }]
    }),
  }
}

function dayFiguresOf({ firstDay, probabilities }: DayTable): DayFigures {
  return { firstDay, probabilities: [...probabilities] }
}
