import type { PlanFinding } from '../../shared/plan/plan-problem'
import type { FiguresState } from '../plan/calculations'

/** Where a part stands, the most urgent first. */
export const partStatuses = ['problem', 'order-overdue', 'order-now', 'excess', 'covered', 'no-usage', 'computing'] as const
export type PartStatusKind = (typeof partStatuses)[number]

/** Where a part stands and why, in a sentence. */
export type PartStatus = { readonly kind: PartStatusKind; readonly sentence: string; readonly isStale: boolean }

export const partStatusLabels: Readonly<Record<PartStatusKind, string>> = {
  problem: 'Cannot compute',
  'order-overdue': 'Order overdue',
  'order-now': 'Order now',
  excess: 'Excess',
  covered: 'Covered',
  'no-usage': 'No usage',
  computing: 'Computing',
}

/** Stock counts as excess when the inventory position is above the maximum by more than one order. */
const excessOrders = 1

/**
 * Where a part stands. `order-overdue`: an order is due, and all there is and all that is on its way lasts less long than
 * the mean lead time of an order placed today.
 */
export function partStatus({ state, value }: FiguresState, problems: readonly PlanFinding[]): PartStatus {
  const isStale = state !== 'fresh'
  const error = problems.find(({ severity }) => severity === 'error')
  if (error !== undefined) return { kind: 'problem', sentence: `Cannot be computed: ${error.text}.`, isStale: false }
  if (value === null) return { kind: 'computing', sentence: 'Its figures are being computed.', isStale: true }
  if (value.kind === 'problem') return { kind: 'problem', sentence: value.sentences[0] ?? 'Cannot be computed.', isStale }
  const { orderNow, inventoryPosition } = value.order
  if (value.demandMeanPerDay === 0) return { kind: 'no-usage', sentence: 'It has no usage, so nothing needs to be held of it.', isStale }
  const lastsDays = inventoryPosition / value.demandMeanPerDay
  const leadTimeDays = value.leadTimeWithControls.meanDays
  if (orderNow > 0 && lastsDays < leadTimeDays) {
    const left = lastsDays <= 0 ? 'Nothing is free on hand or on order' : `What is on hand and on order lasts ${Math.floor(lastsDays)} days`
    return { kind: 'order-overdue', sentence: `${left}, and an order placed today takes ${Math.round(leadTimeDays)} days on average: it should have been placed before.`, isStale }
  }
  if (orderNow > 0) return { kind: 'order-now', sentence: 'The inventory position is below the reorder point.', isStale }
  if (inventoryPosition > value.rounded.orderUpToLevel + excessOrders * value.orderQuantity) {
    return { kind: 'excess', sentence: 'The inventory position is above the maximum by more than one order.', isStale }
  }
  return { kind: 'covered', sentence: 'The inventory position is at or above the reorder point.', isStale }
}
