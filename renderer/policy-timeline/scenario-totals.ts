import type { ScenarioLevels } from '../../shared/plan/scenario-comparison'

/** One scenario over all parts that have been compared. */
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

type Sums = { cash: number; coverDays: number; service: number; withUsage: number; belowTarget: number }

/** Sums and means over parts, scenario by scenario in the order in which they first come. */
export function scenarioTotals(levels: Iterable<ScenarioLevels>): readonly ScenarioTotals[] {
  // One pass: with ten thousand parts this runs whenever more of them have been compared.
  const byScenario = new Map<string, Sums>()
  for (const { scenarioId, cash, coverDays, serviceOfPlan, isBelowTarget } of levels) {
    let sums = byScenario.get(scenarioId)
    if (sums === undefined) {
      sums = { cash: 0, coverDays: 0, service: 0, withUsage: 0, belowTarget: 0 }
      byScenario.set(scenarioId, sums)
    }
    sums.cash += cash ?? 0
    if (isBelowTarget) sums.belowTarget += 1
    if (serviceOfPlan === null) continue
    sums.withUsage += 1
    sums.service += serviceOfPlan
    sums.coverDays += coverDays ?? 0
  }
  return [...byScenario].map(([scenarioId, { cash, coverDays, service, withUsage, belowTarget }]) => {
    const parts = Math.max(1, withUsage)
    return { scenarioId, cash, meanCoverDays: coverDays / parts, meanServiceOfPlan: service / parts, belowTarget }
  })
}
