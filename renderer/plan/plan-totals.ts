import type { PlanTotals } from '../../shared/plan/plan-recommendations'
import type { FiguresState } from './calculations'
import type { PartFigures } from './part-figures'

/** Sums over the figures of a plan's parts, and how many of them are not fresh yet. */
export type FiguresTotals = PlanTotals & {
  /** Parts with figures, fresh or stale. */
  readonly withFigures: number
  /** Parts whose figures are stale or not there yet. */
  readonly notFresh: number
  /** Parts that cannot be computed as they are. */
  readonly withProblem: number
}

/** The sums over a plan's figures; parts without figures are left out and counted. */
export function figuresTotals(figures: readonly FiguresState[]): FiguresTotals {
  const known = figures.flatMap(({ value }): readonly PartFigures[] => (value?.kind === 'figures' ? [value] : []))
  const sum = (of: (part: PartFigures) => number | null): number => known.reduce((total, part) => total + (of(part) ?? 0), 0)
  return {
    cashInSafetyStock: sum((part) => part.cash),
    cashInErpSafetyStock: sum((part) => part.erpCash),
    holdingCostPerYear: sum((part) => part.holdingCostPerYear),
    costOfOrdersNow: sum((part) => part.orderCost),
    ordersNow: known.filter((part) => part.order.orderNow > 0).length,
    magnetMassKg: sum((part) => part.magnetMassKg),
    partsWithoutUnitCost: known.filter((part) => part.cash === null).length,
    erpBelowTarget: known.filter((part) => part.warnings.some(({ kind }) => kind === 'erp-level-below-target')).length,
    withFigures: known.length,
    notFresh: figures.filter(({ state }) => state !== 'fresh').length,
    withProblem: figures.filter(({ value }) => value?.kind === 'problem').length,
  }
}
