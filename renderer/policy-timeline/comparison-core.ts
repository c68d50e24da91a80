import { civilDate } from '../../shared/calendar/civil-date'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import type { Part } from '../../shared/plan/part-schema'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import type { PlanDocument } from '../../shared/plan/plan-document'
import { scenarioComparison } from '../../shared/plan/scenario-comparison'
import { planProblems } from '../../shared/plan/validate-plan'

/** One scenario over all parts compared so far. */
export type ScenarioTotals = {
  readonly scenarioId: string
  /** Money in safety stock if this scenario alone were planned for, plan currency; parts without a unit cost are left out. */
  readonly cash: number
  /** Days of usage in safety stock, mean over parts with usage. */
  readonly meanCoverDays: number
  /** Mean over parts with usage of the cycle service that the plan's own levels give if this scenario comes. */
  readonly meanServiceOfPlan: number
  /** Parts whose cycle service then falls below the one the plan aims at. */
  readonly belowTarget: number
}

/** What comparing the scenarios of a plan gave so far. */
export type ComparisonAnswer = {
  readonly runId: number
  readonly done: number
  readonly total: number
  readonly totals: readonly ScenarioTotals[]
  /** Parts that could not be computed and are left out. */
  readonly leftOut: number
}

/** What is compared: a plan without its parts, and then the parts. */
export type ComparisonRequest =
  | { readonly kind: 'start'; readonly runId: number; readonly plan: PlanDocument; readonly planningDate: string; readonly total: number }
  | { readonly kind: 'parts'; readonly runId: number; readonly parts: readonly Part[] }

type Sums = { cash: number; cover: number; service: number; withUsage: number; belowTarget: number }

/** Compares scenarios part by part; answers after each handful of parts. */
export function scenarioComparer(): (request: ComparisonRequest) => ComparisonAnswer | null {
  let run: { readonly id: number; readonly plan: PlanDocument; readonly planningDate: string; readonly total: number } | null = null
  let sums: Sums[] = []
  let done = 0
  let leftOut = 0
  return (request) => {
    if (request.kind === 'start') {
      run = { id: request.runId, plan: request.plan, planningDate: request.planningDate, total: request.total }
      sums = request.plan.scenarios.map(() => ({ cash: 0, cover: 0, service: 0, withUsage: 0, belowTarget: 0 }))
      done = 0
      leftOut = 0
      return null
    }
    if (run === null || request.runId !== run.id) return null
    const date = civilDate(run.planningDate)
    const plan = { ...run.plan, parts: [...request.parts] }
    const wrong = new Set(planProblems(plan, { today: date }).flatMap(({ severity, path }) => (severity === 'error' && path[0] === 'parts' ? [path[1]] : [])))
    const prepared = preparedPlan(plan, { planningDate: date })
    for (const [place, part] of request.parts.entries()) {
      done += 1
      if (wrong.has(place)) {
        leftOut += 1
        continue
      }
      const { recommendation, prepared: of } = partRecommendation(prepared, part)
      const aim = of.inputs.target.kind === 'cycle-service-level' ? of.inputs.target.cycleServiceLevel : (recommendation.service?.cycleServiceLevel ?? 0)
      const perDay = recommendation.protection.meanDemand / recommendation.protection.meanDays
      for (const [index, each] of scenarioComparison(prepared, part, recommendation).entries()) {
        const sum = sums[index]
        if (sum === undefined) continue
        sum.cash += each.cash ?? 0
        if (each.serviceOfPlan === null) continue
        sum.withUsage += 1
        sum.cover += each.safetyStock / perDay
        sum.service += each.serviceOfPlan
        if (each.serviceOfPlan < aim - 1e-6) sum.belowTarget += 1
      }
    }
    return {
      runId: run.id,
      done,
      total: run.total,
      leftOut,
      totals: run.plan.scenarios.map(({ id }, index) => {
        const sum = sums[index] ?? { cash: 0, cover: 0, service: 0, withUsage: 0, belowTarget: 0 }
        const parts = Math.max(1, sum.withUsage)
        return { scenarioId: id, cash: sum.cash, meanCoverDays: sum.cover / parts, meanServiceOfPlan: sum.service / parts, belowTarget: sum.belowTarget }
      }),
    }
  }
}
