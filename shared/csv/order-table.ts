import type { PartOutlook } from '../horizon/part-outlook'
import type { Part } from '../plan/part-schema'
import type { ExportCellType, ExportTable } from './export-table'

const columns: readonly { readonly header: string; readonly type: ExportCellType }[] = [
  { header: 'order date', type: 'date' },
  { header: 'part number', type: 'text' },
  { header: 'plant', type: 'text' },
  { header: 'supplier', type: 'text' },
  { header: 'quantity', type: 'number' },
  { header: 'unit', type: 'text' },
  { header: 'cost', type: 'number' },
  { header: 'expected receipt', type: 'date' },
  { header: 'receipt 50 %', type: 'date' },
  { header: 'receipt 90 %', type: 'date' },
  { header: 'missing because of a cap', type: 'number' },
]

/**
 * The orders of a plan to a day as a table, in order of their dates.
 *
 * @param parts parts of the plan
 * @param outlooks their outlooks
 * @param untilDate last order date, ISO
 */
export function orderTable(parts: readonly Part[], outlooks: readonly PartOutlook[], untilDate: string): ExportTable {
  const byId = new Map(parts.map((part) => [part.id, part]))
  const rows = outlooks.flatMap(({ partId, orders }) => {
    const part = byId.get(partId)
    if (part === undefined) return []
    return orders
      .filter(({ orderDate }) => orderDate <= untilDate)
      .map((order) => [
        order.orderDate, part.partNumber, part.plant, part.supplier, order.quantity, part.unit, order.cost,
        order.expectedReceiptDate, order.medianReceiptDate, order.lateReceiptDate, order.shortfall,
      ] as const)
  })
  return { name: 'orders due', columns, rows: rows.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1)), omissions: [] }
}
