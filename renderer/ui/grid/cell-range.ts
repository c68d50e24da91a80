/** A place in the grid as it is shown: row and column counted from 0. */
export type GridCell = { readonly row: number; readonly column: number }

/** A rectangle of cells, both corners in it. */
export type CellRange = {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** The rectangle between two corners, in whatever order. */
export function rangeBetween(one: GridCell, other: GridCell): CellRange {
  return {
    firstRow: Math.min(one.row, other.row),
    lastRow: Math.max(one.row, other.row),
    firstColumn: Math.min(one.column, other.column),
    lastColumn: Math.max(one.column, other.column),
  }
}

export function isInRange(range: CellRange, cell: GridCell): boolean {
  return cell.row >= range.firstRow && cell.row <= range.lastRow && cell.column >= range.firstColumn && cell.column <= range.lastColumn
}

export function rangeHeight(range: CellRange): number {
  return range.lastRow - range.firstRow + 1
}

export function rangeWidth(range: CellRange): number {
  return range.lastColumn - range.firstColumn + 1
}

/** The part of a range that lies in a grid of some size, or null when none does. */
export function rangeWithin(range: CellRange, size: { readonly rowCount: number; readonly columnCount: number }): CellRange | null {
  const clipped = {
    firstRow: Math.max(0, range.firstRow),
    lastRow: Math.min(size.rowCount - 1, range.lastRow),
    firstColumn: Math.max(0, range.firstColumn),
    lastColumn: Math.min(size.columnCount - 1, range.lastColumn),
  }
  return clipped.firstRow > clipped.lastRow || clipped.firstColumn > clipped.lastColumn ? null : clipped
}

/**
 * Where a fill handle dragged to a cell makes the range grow: down, up, right or left, never two ways at once.
 *
 * The way with the longer distance wins, as in a spreadsheet; null while the pointer is inside.
 */
export function fillTarget(source: CellRange, to: GridCell): CellRange | null {
  const down = to.row - source.lastRow
  const up = source.firstRow - to.row
  const right = to.column - source.lastColumn
  const left = source.firstColumn - to.column
  const farthest = Math.max(down, up, right, left)
  if (farthest <= 0) return null
  if (farthest === down) return { ...source, firstRow: source.lastRow + 1, lastRow: to.row }
  if (farthest === up) return { ...source, firstRow: to.row, lastRow: source.firstRow - 1 }
  if (farthest === right) return { ...source, firstColumn: source.lastColumn + 1, lastColumn: to.column }
  return { ...source, firstColumn: to.column, lastColumn: source.firstColumn - 1 }
}
