import type { DifferenceProgress, PlanDifference } from '../../shared/plan/difference-effects'
import type { MergeDecisions } from '../../shared/plan/merge-decisions'
import type { MergeEffect } from '../../shared/plan/merge-effect'
import type { PlanChange } from '../../shared/plan/plan-difference'
import type { PlanDocument } from '../../shared/plan/plan-document'
import type { MergeItem, PlanMerge } from '../../shared/plan/plan-merge'

/** What is asked of the worker that compares plans. */
export type CompareRequest =
  /** Two plans: what differs, and what each change does to the safety stock. */
  | { readonly kind: 'difference'; readonly before: PlanDocument; readonly after: PlanDocument; readonly today: string }
  /** What a merge, decided so far, does to my plan; open conflicts as mine. */
  | { readonly kind: 'merged'; readonly mine: PlanDocument; readonly merge: PlanMerge; readonly decisions: MergeDecisions; readonly today: string }
  /** What each of some differences would do to the recommendation, one answer each. */
  | { readonly kind: 'effects'; readonly mine: PlanDocument; readonly items: readonly MergeItem[]; readonly planningDate: string }

/** What it answers. */
export type CompareAnswer =
  | { readonly kind: 'difference'; readonly difference: PlanDifference }
  /** How many changes are measured. */
  | ({ readonly kind: 'progress' } & DifferenceProgress)
  /** The changes alone, while their effects are being worked out. */
  | { readonly kind: 'changes'; readonly changes: readonly PlanChange[] }
  /** The changes alone, where one of the plans cannot be computed. */
  | { readonly kind: 'unmeasured'; readonly changes: readonly PlanChange[]; readonly sentence: string }
  | { readonly kind: 'effect'; readonly itemId: string; readonly effect: MergeEffect }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly sentence: string }
