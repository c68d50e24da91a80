import type { CivilDate } from '../calendar/civil-date'
import { articleContradictions } from '../policy-timeline/article-contradictions'
import { timelineAge } from '../policy-timeline/timeline-age'
import { waitPreset } from '../policy-timeline/wait-presets'
import type { ScenarioAttitude } from '../safety-stock/planning-frame'
import { originShares, type OriginShare } from './origin-shares'
import { partRecommendation, type PartRecommendation } from './part-recommendation'
import { preparedPlan, type PreparedPlan } from './plan-inputs'
import type { PlanDocument } from './plan-document'

/** Sums over the parts of a plan; money in the plan's currency, null parts left out and counted. */
export type PlanTotals = {
  readonly cashInSafetyStock: number
  readonly cashInErpSafetyStock: number
  readonly holdingCostPerYear: number
  readonly costOfOrdersNow: number
  readonly ordersNow: number
  readonly magnetMassKg: number
  /** Parts whose unit cost is not known and whose money is not in the sums. */
  readonly partsWithoutUnitCost: number
  readonly erpBelowTarget: number
}

/** What is recommended for a whole plan. */
export type PlanRecommendations = {
  readonly prepared: PreparedPlan
  readonly parts: readonly PartRecommendation[]
  readonly totals: PlanTotals
  readonly originShares: readonly OriginShare[]
  /** What the whole plan rests on, each in a sentence. */
  readonly assumptions: readonly string[]
}

/**
 * What to hold and order of every part of a plan.
 *
 * @param plan a validated plan
 * @param options the day to plan for, and an attitude to scenarios to take instead of the plan's own
 * @throws {DomainError} naming what a validated plan cannot have wrong
 */
export function planRecommendations(
  plan: PlanDocument,
  options: { readonly planningDate: CivilDate; readonly attitude?: ScenarioAttitude },
): PlanRecommendations {
  const prepared = preparedPlan(plan, options)
  const parts = plan.parts.map((part) => partRecommendation(prepared, part))
  return {
    prepared,
    parts,
    totals: totalsOf(parts),
    originShares: originShares(parts),
    assumptions: planAssumptions(prepared),
  }
}

function totalsOf(parts: readonly PartRecommendation[]): PlanTotals {
  const sum = (of: (part: PartRecommendation) => number | null): number => parts.reduce((total, part) => total + (of(part) ?? 0), 0)
  return {
    cashInSafetyStock: sum((part) => part.cash),
    cashInErpSafetyStock: sum((part) => part.erpCash),
    holdingCostPerYear: sum((part) => part.holdingCostPerYear),
    costOfOrdersNow: sum((part) => part.orderCost),
    ordersNow: parts.filter((part) => part.recommendation.order.orderNow > 0).length,
    magnetMassKg: sum((part) => part.magnetMassKg),
    partsWithoutUnitCost: parts.filter((part) => part.cash === null).length,
    erpBelowTarget: parts.filter((part) => part.notes.warnings.some((warning) => warning.kind === 'erp-level-below-target')).length,
  }
}

function planAssumptions(prepared: PreparedPlan): readonly string[] {
  const { plan, planningDate, frame } = prepared
  const { settings } = plan
  const found = [timelineAge(planningDate, prepared.events).sentence]
  if (settings.licenceWait.kind === 'preset') {
    const preset = waitPreset(settings.licenceWait.presetId)
    found.push(`Licence wait "${preset.title}". ${preset.summary}`)
    for (const id of preset.contradictionIds) {
      const contradiction = articleContradictions.find((one) => one.id === id)
      if (contradiction !== undefined) found.push(`The article contradicts itself here (${id}): ${contradiction.finding}`)
    }
  } else {
    found.push('The licence wait is the plan’s own.')
  }
  const { attitude } = frame.inputs
  const nameOf = (id: string): string => plan.scenarios.find((scenario) => scenario.id === id)?.name ?? id
  if (attitude.kind === 'scenario') found.push(`Planned for one scenario only: "${nameOf(attitude.name)}".`)
  else {
    const weights = plan.scenarios.map((scenario, index) => `${scenario.name} ${Math.round(100 * (frame.weights[index] as number))} %`)
    found.push(`Scenario weights are assumptions: ${weights.join(', ')}${attitude.kind === 'worst-case' ? '; the worst counts' : ''}.`)
  }
  found.push(`Safety stock is measured from "${nameOf(settings.statusQuoScenarioId)}".`)
  return found
}
