import { useDeferredValue, useMemo } from 'react'
import { civilDate } from '../../shared/calendar/civil-date'
import { preparedPlan, type PreparedPlan } from '../../shared/plan/plan-inputs'
import { planProblems } from '../../shared/plan/validate-plan'
import { useFormats } from '../ui/app-context'
import { sentenceWordsOf } from '../ui/sentence-words'
import { usePlan, usePlanState } from './plan-context'

/**
 * The open plan's timeline made ready, without its parts; null while something in it is wrong, with the sentences that say what.
 * It follows the plan when there is time: what moves under the user's hand comes first.
 */
export function usePreparedTimeline(): { readonly prepared: PreparedPlan | null; readonly problems: readonly string[] } {
  const id = usePlan((plan) => plan.id)
  const settings = useDeferredValue(usePlan((plan) => plan.settings))
  const timeline = useDeferredValue(usePlan((plan) => plan.timeline))
  const scenarios = useDeferredValue(usePlan((plan) => plan.scenarios))
  const planningDate = usePlanState((state) => state.planningDate)
  const words = sentenceWordsOf(useFormats())
  return useMemo(() => {
    const plan = { format: 'lodestock-plan' as const, version: 2 as const, id, title: 'Timeline', settings, parts: [], assemblies: [], timeline, scenarios }
    const date = civilDate(planningDate)
    const problems = planProblems(plan, { today: date }).filter(({ severity }) => severity === 'error')
    return problems.length === 0 ? { prepared: preparedPlan(plan, { planningDate: date, words }), problems: [] } : { prepared: null, problems: problems.map(({ sentence }) => sentence) }
  }, [id, settings, timeline, scenarios, planningDate, words])
}
