import {
  columnFilteringFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { GridColumn } from './grid-column'

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  columnOrderingFeature,
  columnVisibilityFeature,
  columnPinningFeature,
  columnSizingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
})

/** By which column rows are sorted; null for the planner's own order. */
export type GridSort = { readonly columnId: string; readonly isDescending: boolean }

/** Order, visibility and width of the columns; what a saved column set holds. */
export type GridLayout = {
  /** Every column in its order; one that is not named stands at the end. */
  readonly order: readonly string[]
  readonly hidden: readonly string[]
  /** Widths by column, pixels, where they are not the column's own. */
  readonly widths: Readonly<Record<string, number>>
}

/** Which rows are shown. */
export type GridFilter = {
  /** Words that all stand somewhere in the row. */
  readonly search: string
  /** Values that a column may have, as text; a column that is not named may have any. */
  readonly allowed: Readonly<Record<string, readonly string[]>>
}

/** What the table needs to know. */
export type GridTableInput<Row extends object> = {
  readonly rows: readonly Row[]
  /** The same as long as the same rows stand in the same order. */
  readonly listKey: unknown
  readonly rowId: (row: Row) => string
  readonly columns: readonly GridColumn<Row>[]
  /** Columns that stay at the start. */
  readonly frozenIds: readonly string[]
  readonly layout: GridLayout
  readonly sort: GridSort | null
  readonly filter: GridFilter
  readonly searchText: (row: Row) => string
  /** A new value sorts and filters again. */
  readonly orderVersion: unknown
}

/** Rows and columns as they are shown. */
export type GridTable<Row> = {
  readonly rows: readonly Row[]
  readonly rowIds: readonly string[]
  readonly rowIndexes: ReadonlyMap<string, number>
  readonly columns: readonly GridColumn<Row>[]
  readonly widthOf: (id: string) => number
}

const searchColumn = 'search-text'
export const narrowestColumn = 48
export const widestColumn = 640

/**
 * Sorted and filtered rows and arranged columns.
 *
 * The order is taken when the sort, the filter, the list of rows or `orderVersion` changes, and then held: a row does not
 * jump away or vanish while it is edited, and a block pasted into neighbouring rows stays in them.
 */
export function useGridTable<Row extends object>(input: GridTableInput<Row>): GridTable<Row> {
  const { rows, listKey, rowId, columns, frozenIds, layout, sort, filter, searchText, orderVersion } = input
  const [frozen, setFrozen] = useState({ rows, listKey, sort, filter, orderVersion })
  const isHeld = frozen.listKey === listKey && frozen.sort === sort && frozen.filter === filter && frozen.orderVersion === orderVersion
  const source = isHeld ? frozen.rows : rows
  if (!isHeld) setFrozen({ rows, listKey, sort, filter, orderVersion })

  const definitions = useMemo(() => [...columns.map(columnDefinition), searchDefinition(searchText)], [columns, searchText])
  const state = useMemo(
    () => ({
      sorting: sort === null ? [] : [{ id: sort.columnId, desc: sort.isDescending }],
      columnFilters: Object.entries(filter.allowed).map(([id, value]) => ({ id, value })),
      globalFilter: filter.search.trim() === '' ? undefined : filter.search.trim().toLowerCase().split(/\s+/),
      columnOrder: [...layout.order],
      columnVisibility: { ...Object.fromEntries(layout.hidden.map((id) => [id, false])), [searchColumn]: false },
      columnPinning: { start: [...frozenIds], end: [] },
      columnSizing: { ...layout.widths },
    }),
    [sort, filter, layout, frozenIds],
  )
  const table = useTable<typeof features, Row>({
    features,
    columns: definitions,
    data: source as Row[],
    getRowId: rowId,
    state,
    globalFilterFn: (row, id, words: readonly string[]) => {
      const text = row.getValue<string>(id)
      return words.every((word) => text.includes(word))
    },
    getColumnCanGlobalFilter: ({ id }) => id === searchColumn,
  })
  const model = table.getRowModel()
  const order = useMemo(() => {
    const rowIds = model.rows.map(({ id }) => id)
    return { rowIds, rowIndexes: new Map(rowIds.map((id, index) => [id, index])), places: model.rows.map(({ index }) => index) }
  }, [model])
  // The rows as they are now, at the places that those had which were sorted and filtered.
  const shownRows = useMemo(() => order.places.map((place) => rows[place] as Row), [rows, order])
  const leaves = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()].map(({ id }) => id).join('\n')
  const shownColumns = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    return leaves.split('\n').flatMap((id) => byId.get(id) ?? [])
  }, [columns, leaves])
  const widthOf = useMemo(() => {
    const widths = new Map(columns.map(({ id, width }) => [id, layout.widths[id] ?? width]))
    return (id: string) => Math.max(narrowestColumn, Math.min(widestColumn, widths.get(id) ?? 120))
  }, [columns, layout])
  return { rows: shownRows, rowIds: order.rowIds, rowIndexes: order.rowIndexes, columns: shownColumns, widthOf }
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function columnDefinition<Row extends object>(column: GridColumn<Row>): ColumnDef<typeof features, Row> {
  const { id, width } = column
  return {
    id,
    size: width,
    minSize: narrowestColumn,
    maxSize: widestColumn,
    // What is not known sorts to the end, whichever way.
    accessorFn: (row: Row) => sortedValue(column, row),
    sortUndefined: 'last',
    sortFn: (one, other, columnId) => {
      const a: unknown = one.getValue(columnId)
      const b: unknown = other.getValue(columnId)
      return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
    },
    filterFn: (row, _, allowed: readonly string[]) => allowed.includes(String(column.valueIn(row.original) ?? '')),
  }
}

function sortedValue<Row>(column: GridColumn<Row>, row: Row): string | number | undefined {
  if (column.sortKey !== undefined) return column.sortKey(row)
  const value = column.valueIn(row)
  if (value === null || value === '') return undefined
  return typeof value === 'number' ? value : column.type.kind === 'choice' ? column.shown(value, row) : String(value)
}

function searchDefinition<Row extends object>(searchText: (row: Row) => string): ColumnDef<typeof features, Row> {
  return { id: searchColumn, accessorFn: (row: Row) => searchText(row).toLowerCase() }
}
