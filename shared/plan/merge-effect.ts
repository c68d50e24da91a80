import type { CivilDate } from '../calendar/civil-date'
import { DomainError } from '../domain-error'
import { mergedPlan } from './merged-plan'
import { partRecommendation } from './part-recommendation'
import { preparedPlan } from './plan-inputs'
import type { PlanDocument } from './plan-document'
import type { MergeItem, PlanMerge } from './plan-merge'
import { planRecommendations } from './plan-recommendations'

/** What is recommended on one side of a difference. */
export type MergeSideLevels = {
  /** Rounded, part units. */
  readonly safetyStock: number
  readonly reorderPoint: number
  /** What to order today, part units. */
  readonly orderNow: number
}

/** What a difference does to the recommendation, as JSON. */
export type MergeEffect =
  /** It concerns one part; null on the side where the part is not, or where its figures cannot be computed. */
  | { readonly kind: 'part'; readonly partId: string; readonly unit: string; readonly mine: MergeSideLevels | null; readonly theirs: MergeSideLevels | null }
  /** It concerns the whole plan: cash in safety stock, plan currency; null where it cannot be computed. */
  | { readonly kind: 'plan'; readonly cashInMine: number | null; readonly cashInTheirs: number | null }

/**
 * What deciding one difference for theirs would do, with all else as in mine: the levels of the part before and after,
 * or the cash in safety stock for what concerns the whole plan.
 *
 * @param mine the plan that was compared
 * @param item the difference
 * @param options the day to plan for
 */
export function mergeEffect(mine: PlanDocument, item: MergeItem, options: { readonly planningDate: CivilDate }): MergeEffect {
  const alone: PlanMerge = { method: 'three-way', author: null, savedDate: null, items: [item] }
  const merged = mergedPlan(mine, alone, { choices: { [item.id]: 'theirs' }, conflicts: null })
  const after = merged.ok ? merged.value.plan : mine
  const { partId } = item
  if (partId === null) {
    const cash = (plan: PlanDocument): number | null => computed(() => planRecommendations(plan, options).totals.cashInSafetyStock)
    return { kind: 'plan', cashInMine: cash(mine), cashInTheirs: cash(after) }
  }
  const unit = (after.parts.find((part) => part.id === partId) ?? mine.parts.find((part) => part.id === partId))?.unit ?? ''
  return { kind: 'part', partId, unit, mine: levelsOf(mine, partId, options.planningDate), theirs: levelsOf(after, partId, options.planningDate) }
}

function levelsOf(plan: PlanDocument, partId: string, planningDate: CivilDate): MergeSideLevels | null {
  const part = plan.parts.find((each) => each.id === partId)
  if (part === undefined) return null
  return computed(() => {
    const { rounded, order } = partRecommendation(preparedPlan(plan, { planningDate }), part).recommendation
    return { safetyStock: rounded.safetyStock, reorderPoint: rounded.reorderPoint, orderNow: order.orderNow }
  })
}

// A difference may leave a part that the engine refuses, such as one without usage history.
function computed<Value>(compute: () => Value): Value | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
