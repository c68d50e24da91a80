import { isoDate } from '../../shared/calendar/civil-date'
import type { PlanRecommendations } from '../../shared/plan/plan-recommendations'

/** The recommendations of a plan as JSON: quantities in each part's unit, money in the plan's currency, dates ISO. */
export function recommendationJson(result: PlanRecommendations): unknown {
  const { plan, planningDate, frame } = result.prepared
  return {
    plan: { id: plan.id, title: plan.title, currency: plan.settings.currency },
    planningDate: isoDate(planningDate),
    attitude: frame.inputs.attitude,
    scenarios: plan.scenarios.map((scenario, index) => ({ id: scenario.id, name: scenario.name, weight: frame.weights[index] })),
    totals: result.totals,
    originShares: result.originShares,
    assumptions: result.assumptions,
    parts: result.parts.map(({ prepared, recommendation, notes, ...figures }) => {
      const { part, demand, coverages, inputs, targetBasis } = prepared
      return {
        id: part.id,
        partNumber: part.partNumber,
        plant: part.plant,
        description: part.description,
        supplier: part.supplier,
        unit: part.unit,
        overrides: part.overrides,
        ...figures,
        demand: { ...demand.rate, basis: demand.basis },
        target: inputs.target,
        targetBasis,
        licenceRoute: inputs.leadTime.licenceRoute,
        controls: coverages.map(({ control, coverage }) => ({ id: control.id, ...coverage })),
        ...recommendation,
        warnings: notes.warnings,
        assumptions: notes.assumptions,
      }
    }),
  }
}
