import type { GridCell } from './cell-range'

/** How far a grid reaches, and how many rows a page is. */
export type GridExtent = {
  readonly rowCount: number
  readonly columnCount: number
  readonly pageRows: number
}

/** A key with its modifiers, as far as moving depends on them. */
export type MoveKey = {
  readonly key: string
  /** Ctrl, or Command on a Mac. */
  readonly isControl: boolean
}

/** The cell that a key moves to, or null for a key that does not move. Never leaves the grid. */
export function movedCell({ key, isControl }: MoveKey, from: GridCell, extent: GridExtent): GridCell | null {
  const lastRow = extent.rowCount - 1
  const lastColumn = extent.columnCount - 1
  const at = (row: number, column: number): GridCell => ({
    row: Math.max(0, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(lastColumn, column)),
  })
  switch (key) {
    case 'ArrowDown':
      return at(isControl ? lastRow : from.row + 1, from.column)
    case 'ArrowUp':
      return at(isControl ? 0 : from.row - 1, from.column)
    case 'ArrowRight':
      return at(from.row, isControl ? lastColumn : from.column + 1)
    case 'ArrowLeft':
      return at(from.row, isControl ? 0 : from.column - 1)
    case 'Home':
      return at(isControl ? 0 : from.row, 0)
    case 'End':
      return at(isControl ? lastRow : from.row, lastColumn)
    case 'PageDown':
      return at(from.row + extent.pageRows, from.column)
    case 'PageUp':
      return at(from.row - extent.pageRows, from.column)
    default:
      return null
  }
}

/** The cell after or before one in reading order, or null where the grid ends: there Tab leaves it. */
export function tabbedCell(from: GridCell, isBackwards: boolean, extent: GridExtent): GridCell | null {
  const column = from.column + (isBackwards ? -1 : 1)
  if (column >= 0 && column < extent.columnCount) return { row: from.row, column }
  const row = from.row + (isBackwards ? -1 : 1)
  if (row < 0 || row >= extent.rowCount) return null
  return { row, column: isBackwards ? extent.columnCount - 1 : 0 }
}
