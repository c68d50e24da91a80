import { rangeHeight, rangeWidth, rangeWithin, type CellRange } from './cell-range'
import { columnSigns, decimalSignSentence, type NumberRegion } from './decimal-signs'
import { editPlanner, type EditedGrid, type EditPlan, type EditPlanner } from './edit-plan'

/** A block of text cells to be pasted. */
export type TextBlock = readonly (readonly string[])[]

/**
 * The cells a block will fill: the selection where that is a whole number of blocks high or wide, so that it is tiled,
 * else as much as the block needs from the selection's first cell.
 */
export function pasteTarget(block: TextBlock, selection: CellRange): CellRange {
  const height = block.length
  const width = blockWidth(block)
  const tiledHeight = rangeHeight(selection) % height === 0 ? rangeHeight(selection) : height
  const tiledWidth = rangeWidth(selection) % width === 0 ? rangeWidth(selection) : width
  return {
    firstRow: selection.firstRow,
    lastRow: selection.firstRow + tiledHeight - 1,
    firstColumn: selection.firstColumn,
    lastColumn: selection.firstColumn + tiledWidth - 1,
  }
}

/** Columns of the longest row. */
export function blockWidth(block: TextBlock): number {
  return block.reduce((widest, row) => Math.max(widest, row.length), 0)
}

/**
 * What pasting a block does: every column reads its own type, cells that cannot be edited are left alone, and what
 * cannot be read or does not fit is refused with its reason.
 */
export function pastePlan<Row>(
  grid: EditedGrid<Row>,
  of: { readonly block: TextBlock; readonly selection: CellRange; readonly region: NumberRegion },
): EditPlan {
  const { block, selection, region } = of
  const planner = editPlanner(grid)
  if (block.length === 0 || blockWidth(block) === 0) return planner.plan(selection)
  const target = pasteTarget(block, selection)
  const inside = rangeWithin(target, { rowCount: grid.rows.length, columnCount: grid.columns.length })
  if (inside === null) return planner.plan(selection)
  const width = blockWidth(block)
  const signs = columnSigns(numberCells(grid, block, inside), region)
  for (let row = inside.firstRow; row <= inside.lastRow; row++) {
    const cells = block[(row - inside.firstRow) % block.length] ?? []
    for (let column = inside.firstColumn; column <= inside.lastColumn; column++) {
      const place = (column - inside.firstColumn) % width
      // A row of the block that is shorter than the others says nothing about the cells it lacks.
      if (place >= cells.length) continue
      planner.putText({ row, column }, cells[place] ?? '', signs[place]?.sign ?? null)
    }
  }
  refuseOutside(planner, block, target, inside)
  return planner.plan(inside, decimalSignSentence(signs, region))
}

// Only cells that will be read as numbers are evidence: a date or a part number is none.
function numberCells<Row>(grid: EditedGrid<Row>, block: TextBlock, inside: CellRange): readonly (readonly string[])[] {
  return Array.from({ length: blockWidth(block) }, (_, place) => {
    const column = grid.columns[inside.firstColumn + place]
    return column?.type.kind === 'number' && !column.isComputed ? block.map((row) => row[place] ?? '') : []
  })
}

function refuseOutside(planner: EditPlanner, block: TextBlock, target: CellRange, inside: CellRange): void {
  const lostRows = target.lastRow - inside.lastRow
  const lostColumns = target.lastColumn - inside.lastColumn
  if (lostRows > 0) {
    const first = block.length - lostRows + 1
    const lines = lostRows === 1 ? `Line ${first}` : `Lines ${first} to ${block.length}`
    planner.refuseOutside({ place: `${lines} of what was pasted`, found: (block[first - 1] ?? []).join(' '), reason: 'there is no row left for it; add parts first, then paste again' })
  }
  if (lostColumns > 0) {
    const columns = lostColumns === 1 ? 'The last column' : `The last ${lostColumns} columns`
    planner.refuseOutside({ place: `${columns} of what was pasted`, found: (block[0] ?? []).slice(-lostColumns).join(' '), reason: 'there is no column left for it; begin further left' })
  }
}
