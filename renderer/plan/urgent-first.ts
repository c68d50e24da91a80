import type { Part } from '../../shared/plan/part-schema'
import type { FiguresState } from './calculations'

/**
 * The parts in the order in which their next decision comes: by the days that stock lasts above the reorder point at mean
 * usage, those below it first; parts without usage or figures last. Parts that are alike keep their order.
 */
export function urgentFirst(parts: readonly Part[], figuresOf: (partId: string) => FiguresState): readonly Part[] {
  // Ten thousand keys are worked out once and not at every comparison.
  return parts
    .map((part) => ({ part, days: daysToDecision(figuresOf(part.id)) }))
    .toSorted((a, b) => (a.days === b.days ? 0 : a.days < b.days ? -1 : 1))
    .map(({ part }) => part)
}

function daysToDecision({ value }: FiguresState): number {
  if (value === null || value.kind === 'problem' || value.demandMeanPerDay === 0) return Infinity
  return (value.order.inventoryPosition - value.rounded.reorderPoint) / value.demandMeanPerDay
}
