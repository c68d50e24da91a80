import type { CellValue } from '../../renderer/ui/grid/cell-type'
import type { EditedGrid } from '../../renderer/ui/grid/edit-plan'
import type { GridColumn } from '../../renderer/ui/grid/grid-column'

/** A row of the small grid that the tests edit. */
export type StockRow = { readonly id: string; readonly name: string; readonly onHand: number; readonly cost: number | null; readonly level: number; readonly route: string; readonly total: number }

function column(id: keyof StockRow, title: string, rest: Partial<GridColumn<StockRow>>): GridColumn<StockRow> {
  return {
    id, title, unit: '', help: '', width: 100, type: { kind: 'text' }, isComputed: false,
    valueIn: (row) => row[id] as CellValue, unitOf: () => '', isUnitAccepted: () => false,
    readOnlyReason: () => null, problemWith: () => null, shown: (value) => String(value ?? ''), markOf: () => null,
    ...rest,
  }
}

/** Columns with every type of cell; the last one is computed. */
export const stockColumns: readonly GridColumn<StockRow>[] = [
  column('name', 'Part number', { type: { kind: 'text', isRequired: true } }),
  column('onHand', 'On hand', {
    type: { kind: 'number', isRequired: true }, unitOf: () => 'pcs', isUnitAccepted: (unit) => unit === 'pcs' || unit === 'Stk',
    problemWith: (value) => (typeof value === 'number' && value < 0 ? 'it is negative; enter 0 or more' : null),
  }),
  column('cost', 'Unit cost', { type: { kind: 'number' }, unit: 'EUR', isUnitAccepted: (unit) => unit === 'EUR' || unit === '€' }),
  column('level', 'Service level', { type: { kind: 'number', isRequired: true, shownPlaces: 2 }, unit: '%' }),
  column('route', 'Licence route', {
    type: { kind: 'choice', options: [{ value: 'individual', label: 'Individual licence' }, { value: 'exempt', label: 'Exempt', words: ['none'] }] },
  }),
  column('total', 'Safety stock', { type: { kind: 'number' }, isComputed: true, readOnlyReason: () => 'Safety stock is computed.' }),
]

/** So many rows that are all alike. */
export function stockGrid(count: number): EditedGrid<StockRow> {
  const rows = Array.from({ length: count }, (_, index) => ({ id: `r${index}`, name: `MG-${index}`, onHand: 10, cost: null, level: 0.95, route: 'individual', total: 7 }))
  return { rows, rowId: (row) => row.id, rowName: (row) => row.name, columns: stockColumns }
}
