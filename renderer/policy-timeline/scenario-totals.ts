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

/** Sums and means over parts, scenario by scenario in the order in which they first come. */
export function scenarioTotals(levels: readonly ScenarioLevels[]): readonly ScenarioTotals[] {
  const byScenario = new Map<string, ScenarioLevels[]>()
  for (const each of levels) pushed(byScenario, each)
  return [...byScenario].map(([scenarioId, parts]) => {
    const withUsage = parts.filter(({ serviceOfPlan }) => serviceOfPlan !== null)
    const mean = (of: (part: ScenarioLevels) => number | null): number => withUsage.reduce((sum, part) => sum + (of(part) ?? 0), 0) / Math.max(1, withUsage.length)
    return {
      scenarioId,
      cash: parts.reduce((sum, part) => sum + (part.cash ?? 0), 0),
      meanCoverDays: mean((part) => part.coverDays),
      meanServiceOfPlan: mean((part) => part.serviceOfPlan),
      belowTarget: parts.filter(({ isBelowTarget }) => isBelowTarget).length,
    }
  })
}

function pushed(byScenario: Map<string, ScenarioLevels[]>, levels: ScenarioLevels): void {
  const known = byScenario.get(levels.scenarioId)
  if (known === undefined) byScenario.set(levels.scenarioId, [levels])
  else known.push(levels)
}
