import type { PlanTotals } from '../../shared/plan/plan-recommendations'
import type { FiguresState } from './calculations'

/** Sums over the figures of a plan's parts, and how many of them are not fresh yet. */
export type FiguresTotals = PlanTotals & {
  /** Parts with figures, fresh or stale. */
  readonly withFigures: number
  /** Parts whose figures are stale or not there yet. */
  readonly notFresh: number
  /** Parts that cannot be computed as they are. */
  readonly withProblem: number
  /** Parts of which no usage is known, so that nothing is recommended. */
  readonly withoutUsage: number
}

/** Whether nothing is recommended of any part: where nothing is wanted nothing can be too little, and sums are neither good nor bad. */
export function isNothingKnown({ withProblem, withoutUsage }: FiguresTotals, partCount: number): boolean {
  return partCount > 0 && withProblem + withoutUsage === partCount
}

/** The sums over a plan's figures; parts without figures are left out and counted. */
export function figuresTotals(figures: readonly FiguresState[]): FiguresTotals {
  // One pass: with ten thousand parts this runs several times a second while they are being computed.
  const sums = {
    cashInSafetyStock: 0, cashInErpSafetyStock: 0, holdingCostPerYear: 0, costOfOrdersNow: 0, ordersNow: 0, magnetMassKg: 0,
    partsWithoutUnitCost: 0, erpBelowTarget: 0, withFigures: 0, notFresh: 0, withProblem: 0, withoutUsage: 0,
  }
  for (const { state, value } of figures) {
    if (state !== 'fresh') sums.notFresh += 1
    if (value === null) continue
    if (value.kind === 'problem') {
      sums.withProblem += 1
      continue
    }
    sums.withFigures += 1
    if (value.demandMeanPerDay === 0) sums.withoutUsage += 1
    sums.cashInSafetyStock += value.cash ?? 0
    sums.cashInErpSafetyStock += value.erpCash ?? 0
    sums.holdingCostPerYear += value.holdingCostPerYear ?? 0
    sums.costOfOrdersNow += value.orderCost ?? 0
    sums.magnetMassKg += value.magnetMassKg ?? 0
    if (value.order.orderNow > 0) sums.ordersNow += 1
    if (value.cash === null) sums.partsWithoutUnitCost += 1
    if (value.warnings.some(({ kind }) => kind === 'erp-level-below-target')) sums.erpBelowTarget += 1
  }
  return sums
}
