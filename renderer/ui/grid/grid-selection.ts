import { rangeBetween, type CellRange, type GridCell } from './cell-range'

/** A cell by its row and column, wherever they stand; a null row is the heading. */
export type CellKey = { readonly rowId: string | null; readonly columnId: string }

/** The active cell, and the far corner of the range that goes from it. */
export type GridSelection = { readonly active: CellKey; readonly extent: CellKey }

/** Where rows and columns stand as they are shown. */
export type GridPlaces = {
  readonly rowIds: readonly string[]
  readonly rowIndexes: ReadonlyMap<string, number>
  readonly columnIds: readonly string[]
}

/** Row of the heading. */
export const headingRow = -1

/** A selection in places: the active cell, and the range, which is empty while the heading is active. */
export type PlacedSelection = { readonly active: GridCell; readonly extent: GridCell; readonly range: CellRange | null }

/** Where a selection lies now. A row or column that is gone, filtered out or hidden gives way to the nearest place. */
export function placedSelection(selection: GridSelection, places: GridPlaces, lastKnown: GridCell): PlacedSelection {
  const active = cellOf(selection.active, places, lastKnown)
  const extent = selection.extent.rowId !== null && !places.rowIndexes.has(selection.extent.rowId) ? active : cellOf(selection.extent, places, active)
  const isCells = active.row >= 0 && active.row < places.rowIds.length && extent.row >= 0
  return { active, extent, range: isCells ? rangeBetween(active, extent) : null }
}

function cellOf(key: CellKey, places: GridPlaces, lastKnown: GridCell): GridCell {
  const column = places.columnIds.indexOf(key.columnId)
  const row = key.rowId === null ? headingRow : (places.rowIndexes.get(key.rowId) ?? Math.min(lastKnown.row, places.rowIds.length - 1))
  return { row, column: column >= 0 ? column : Math.max(0, Math.min(lastKnown.column, places.columnIds.length - 1)) }
}

/** The key of the cell at a place. */
export function cellKeyAt(cell: GridCell, places: GridPlaces): CellKey {
  return { rowId: places.rowIds[cell.row] ?? null, columnId: places.columnIds[cell.column] ?? '' }
}
