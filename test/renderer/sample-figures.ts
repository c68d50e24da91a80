import { civilDate } from '../../shared/calendar/civil-date'
import { partActions } from '../../shared/horizon/part-actions'
import { partRecommendation } from '../../shared/plan/part-recommendation'
import { preparedPlan } from '../../shared/plan/plan-inputs'
import { samplePlan } from '../../shared/sample/sample-plan'
import type { FiguresState } from '../../renderer/plan/calculations'
import { partFiguresOf } from '../../renderer/plan/part-figures'
import type { JobState } from '../../renderer/plan/part-job-book'
import type { PartActions } from '../../shared/horizon/part-actions'

/** The sample plan with the real figures and actions of its parts, as the screens get them. */
export function sampleFigures(): {
  readonly prepared: ReturnType<typeof preparedPlan>
  readonly figuresOf: (partId: string) => FiguresState
  readonly actionsOf: (partId: string) => JobState<PartActions> | undefined
} {
  const prepared = preparedPlan(samplePlan(), { planningDate: civilDate('2026-11-23') })
  const figures = new Map(prepared.plan.parts.map((part) => [part.id, { state: 'fresh' as const, value: partFiguresOf(partRecommendation(prepared, part)) }]))
  const actions = new Map(prepared.plan.parts.map((part) => [part.id, { value: partActions(prepared, part), isFresh: true, problem: null }]))
  return {
    prepared,
    figuresOf: (partId) => figures.get(partId) ?? { state: 'pending', value: null },
    actionsOf: (partId) => actions.get(partId),
  }
}
