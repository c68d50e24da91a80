import type { PlanSettings } from '../../shared/plan/settings-schema'
import type { DayFigures, PartExplanation } from '../plan/part-explanation'

/** The lead time as the plan's attitude sees it: weighted over scenarios, the one named, or the one with the longest mean. */
export function mixedDays(scenarios: PartExplanation['byScenario'], attitude: PlanSettings['attitude']): DayFigures {
  if (attitude.kind === 'scenario') {
    const named = scenarios.find(({ scenarioId }) => scenarioId === attitude.scenarioId)
    if (named !== undefined) return named.leadTime
  }
  if (attitude.kind === 'worst-case') {
    const [longest] = scenarios.toSorted((a, b) => b.summary.meanDays - a.summary.meanDays)
    if (longest !== undefined) return longest.leadTime
  }
  if (scenarios.length === 0) return { firstDay: 0, probabilities: [] }
  const firstDay = Math.min(...scenarios.map(({ leadTime }) => leadTime.firstDay))
  const endDay = Math.max(...scenarios.map(({ leadTime }) => leadTime.firstDay + leadTime.probabilities.length))
  const probabilities = Array.from({ length: endDay - firstDay }, () => 0)
  for (const { weight, leadTime } of scenarios) {
    leadTime.probabilities.forEach((probability, index) => {
      const place = leadTime.firstDay - firstDay + index
      probabilities[place] = (probabilities[place] ?? 0) + weight * probability
    })
  }
  return { firstDay, probabilities }
}
