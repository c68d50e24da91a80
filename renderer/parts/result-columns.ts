import type { PartFigures } from '../plan/part-figures'
import type { CellMark } from '../ui/grid/grid-column'
import type { CellOption } from '../ui/grid/cell-type'
import { figureColumn, type ColumnContext, type PartColumn } from './part-column'
import { partStatuses, partStatusLabels, type PartStatusKind } from './part-status'

const percent = { kind: 'number', shownPlaces: 2 } as const

/** The status in words and colour, from the figures and the problems. */
export function statusColumn(context: ColumnContext): PartColumn {
  const column = figureColumn(context, { id: 'status', title: 'Status', help: 'Where the part stands today.', group: 'Results', width: 124, type: { kind: 'choice', options: statusOptions }, valueIn: () => null })
  const tones: Partial<Record<PartStatusKind, CellMark['tone']>> = { problem: 'error', 'order-overdue': 'attention', 'order-now': 'order', excess: 'excess', covered: 'good' }
  return {
    ...column,
    valueIn: ({ status }) => status.kind,
    shown: (_, { status }) => partStatusLabels[status.kind],
    sortKey: ({ status }) => partStatuses.indexOf(status.kind),
    markOf: ({ status, marks }) => {
      const tone = status.isStale ? 'stale' : (tones[status.kind] ?? null)
      const more = marks.get('status')
      const sentence = [status.sentence, ...(status.isStale && status.kind !== 'computing' ? ['Being computed anew.'] : []), ...(more === undefined || status.kind === 'problem' ? [] : [more.sentence])].join(' ')
      return tone === null && more === undefined ? { tone: 'note', sentence } : { tone: tone ?? more?.tone ?? 'note', sentence }
    },
  }
}

export const statusOptions: readonly CellOption[] = partStatuses.map((value) => ({ value, label: partStatusLabels[value] }))

/** What is recommended, and beside it what the ERP has and what it really gives. */
export function resultColumns(context: ColumnContext): readonly PartColumn[] {
  const group = 'Results'
  return [
    figureColumn(context, { id: 'safetyStock', title: 'Safety stock', help: 'The recommended safety stock.', group, width: 126, unit: 'part', valueIn: (figures) => wanted(figures, ({ rounded }) => rounded.safetyStock) }),
    figureColumn(context, { id: 'reorderPoint', title: 'Reorder point', help: 'Order when the inventory position is below it.', group, width: 130, unit: 'part', valueIn: (figures) => wanted(figures, ({ rounded }) => rounded.reorderPoint) }),
    figureColumn(context, { id: 'orderUpToLevel', title: 'Maximum', help: 'The position an order restores: the ERP’s maximum.', group, width: 130, unit: 'part', valueIn: (figures) => wanted(figures, ({ rounded }) => rounded.orderUpToLevel) }),
    figureColumn(context, { id: 'inventoryPosition', title: 'Position', help: 'Inventory position: on hand − allocated − backordered + on order.', group, width: 124, unit: 'part', valueIn: ({ order }) => order.inventoryPosition }),
    figureColumn(context, { id: 'orderNow', title: 'Order now', help: 'What to order today.', group, width: 124, unit: 'part', valueIn: ({ order }) => (order.orderNow === 0 ? null : order.orderNow) }),
    figureColumn(context, { id: 'orderCost', title: 'Cost of order', help: 'Cost of what to order today.', group, width: 134, unit: 'money', valueIn: ({ orderCost }) => (orderCost === 0 ? null : orderCost), shown: money }),
    figureColumn(context, { id: 'coverDays', title: 'Cover', help: 'Days of mean usage that the safety stock lasts.', group, width: 88, unit: 'days', valueIn: ({ coverDays }) => coverDays, shown: (value) => (typeof value === 'number' ? context.formats.days(value) : '–') }),
    figureColumn(context, { id: 'service', title: 'Service given', help: 'Cycle service level of the recommendation under the policy timeline.', group, width: 122, type: percent, unit: 'percent', valueIn: ({ service }) => service?.cycleServiceLevel ?? null }),
    figureColumn(context, { id: 'erpService', title: 'Service of ERP', help: 'Cycle service level that today’s ERP safety stock really gives under the policy timeline.', group, width: 132, type: percent, unit: 'percent', valueIn: ({ erp }) => erp?.service.cycleServiceLevel ?? null }),
    figureColumn(context, { id: 'targetBasis', title: 'Target used', help: 'The target that the levels are computed for, and where it is from.', group, width: 220, type: { kind: 'text' }, valueIn: ({ targetBasis }) => targetBasis }),
    figureColumn(context, { id: 'policyBlind', title: 'Without controls', help: 'The safety stock the same computation gives with no export control at all.', group, width: 138, unit: 'part', valueIn: ({ policyBlind }) => (policyBlind === null ? null : Math.ceil(policyBlind.safetyStock)) }),
    figureColumn(context, { id: 'cash', title: 'Cash', help: 'Money in the recommended safety stock.', group, width: 116, unit: 'money', valueIn: (figures) => wanted(figures, ({ cash }) => cash), shown: money }),
    figureColumn(context, { id: 'erpCash', title: 'Cash of ERP', help: 'Money in today’s ERP safety stock.', group, width: 126, unit: 'money', valueIn: ({ erpCash }) => erpCash, shown: money }),
    figureColumn(context, { id: 'holdingCost', title: 'Holding a year', help: 'Holding cost of the recommended safety stock per year.', group, width: 140, unit: 'money', valueIn: (figures) => wanted(figures, ({ holdingCostPerYear }) => holdingCostPerYear), shown: money }),
    figureColumn(context, { id: 'magnetMass', title: 'Magnet mass held', help: 'Mass of magnet in the recommended safety stock.', group, width: 152, unit: 'kg', valueIn: (figures) => wanted(figures, ({ magnetMassKg }) => magnetMassKg), shown: (value) => (typeof value === 'number' ? context.formats.rough(value) : '–') }),
  ]

  function money(value: unknown): string {
    return typeof value === 'number' ? context.formats.whole(value) : '–'
  }
}

/** What is recommended of a part with usage; of one without, nothing is, which is not 0. */
function wanted(figures: PartFigures, read: (figures: PartFigures) => number | null): number | null {
  return figures.demandMeanPerDay === 0 ? null : read(figures)
}
