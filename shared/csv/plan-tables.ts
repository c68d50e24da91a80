import type { Part } from '../plan/part-schema'
import type { PlanDocument } from '../plan/plan-document'
import type { ExportCell, ExportCellType, ExportTable } from './export-table'
import { partsTableColumns } from './parts-table-columns'
import { canonicalCell } from './plan-file-cell'
import { wholeMonth } from './whole-month'

type PlanColumn<Item> = readonly [header: string, type: ExportCellType, cell: (item: Item) => ExportCell]

/**
 * The parts of a plan as a table for Excel or an ERP, with the headings our import knows. Usage by month is a table of its own.
 *
 * @param plan any plan
 */
export function partsExportTable(plan: Pick<PlanDocument, 'parts'>): ExportTable {
  const columns = partsTableColumns.filter((column) => column.isOptional !== true || plan.parts.some((part) => column.valueOf(part) !== null))
  const typeOf = (type: (typeof columns)[number]['type']): ExportCellType =>
    type === 'days' || type === 'money' ? 'number' : type === 'elements' ? 'text' : type
  const legs = plan.parts.filter((part) => part.leadTime.kind === 'legs').length
  const fromBuilds = plan.parts.filter((part) => part.usage.kind === 'build-plan').length
  return {
    name: 'parts',
    columns: columns.map(({ header, type }) => ({ header, type: typeOf(type) })),
    rows: plan.parts.map((part) =>
      columns.map(({ type, field, valueOf }) => {
        if (type === 'elements') return canonicalCell(valueOf(part), 'elements')
        const cell = blankForEmpty(valueOf(part) as ExportCell)
        // A sum of legs is computed, so ten digits are enough; what was entered is written in full.
        return typeof cell === 'number' && part.leadTime.kind === 'legs' && field.startsWith('leadTime.') ? Number(cell.toPrecision(10)) : cell
      }),
    ),
    omissions: [
      ...(legs === 0 ? [] : [`The legs of the lead time of ${counted(legs)} are added up.`]),
      ...(fromBuilds === 0 ? [] : [`The usage of ${counted(fromBuilds)} comes from the build plan and is empty here.`]),
    ],
  }
}

/**
 * The usage of a plan as a table: one row a part, one column a month, blank where nothing is known.
 *
 * @param plan any plan
 */
export function usageExportTable(plan: Pick<PlanDocument, 'parts'>): ExportTable {
  const usage = plan.parts.map((part) => monthsOf(part))
  const months = [...new Set(usage.flatMap(({ byMonth }) => [...byMonth.keys()]))].toSorted()
  const left = usage.reduce((sum, { others }) => sum + others, 0)
  const named: readonly PlanColumn<Part>[] = [
    ['part number', 'text', (part) => part.partNumber],
    ['plant', 'text', (part) => part.plant],
    ['unit', 'text', (part) => part.unit],
  ]
  const rows = plan.parts.map((part, at) => [
    ...named.map(([, , cell]) => blankForEmpty(cell(part))),
    ...months.map((month) => usage[at]?.byMonth.get(month) ?? null),
    part.id,
  ])
  const columns = [
    ...named.map(([header, type]) => ({ header, type })),
    ...months.map((month) => ({ header: `use ${month}`, type: 'number' as const })),
    { header: 'part id', type: 'text' as const },
  ]
  const omissions = left === 0 ? [] : [`${left} usage ${left === 1 ? 'period that is no whole month is' : 'periods that are no whole months are'} not in this table; the plan file has all of them.`]
  return { name: 'usage', columns, rows, omissions }
}

/**
 * The open orders of a plan as a table, one row an order.
 *
 * @param plan any plan
 */
export function ordersExportTable(plan: Pick<PlanDocument, 'parts'>): ExportTable {
  type Placed = { readonly part: Part; readonly order: Part['openOrders'][number] }
  const columns: readonly PlanColumn<Placed>[] = [
    ['part number', 'text', ({ part }) => part.partNumber],
    ['description', 'text', ({ part }) => part.description],
    ['plant', 'text', ({ part }) => part.plant],
    ['supplier', 'text', ({ part }) => part.supplier],
    ['po', 'text', ({ order }) => order.purchaseOrder],
    ['quantity', 'number', ({ order }) => order.quantity],
    ['unit', 'text', ({ part }) => part.unit],
    ['promised', 'date', ({ order }) => order.promisedDate],
    ['ordered', 'date', ({ order }) => order.orderedDate],
    ['licence status', 'text', ({ order }) => order.licence.status],
    ['licence filed', 'date', ({ order }) => (order.licence.status === 'filed' ? order.licence.filedDate : null)],
    ['order id', 'text', ({ order }) => order.id],
    ['part id', 'text', ({ part }) => part.id],
  ]
  const placed = plan.parts.flatMap((part) => part.openOrders.map((order) => ({ part, order })))
  return {
    name: 'orders',
    columns: columns.map(([header, type]) => ({ header, type })),
    rows: placed.map((each) => columns.map(([, , cell]) => blankForEmpty(cell(each)))),
    omissions: [],
  }
}

function monthsOf(part: Part): { readonly byMonth: ReadonlyMap<string, number>; readonly others: number } {
  const byMonth = new Map<string, number>()
  let others = 0
  for (const period of part.usageHistory) {
    const month = wholeMonth(period)
    if (month === null || byMonth.has(month)) others += 1
    else byMonth.set(month, period.quantity)
  }
  return { byMonth, others }
}

function blankForEmpty(cell: ExportCell): ExportCell {
  return cell === '' ? null : cell
}

function counted(count: number): string {
  return count === 1 ? '1 part' : `${count} parts`
}
