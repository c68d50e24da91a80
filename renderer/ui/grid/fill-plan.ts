import { rangeHeight, rangeWidth, type CellRange } from './cell-range'
import { plainCellText } from './cell-text'
import { editPlanner, type EditedGrid, type EditPlan } from './edit-plan'
import type { DecimalSign } from '../../../shared/csv/decimal-sign'

/**
 * What repeating the cells of one range over another does: filling down and right, and the fill handle.
 *
 * Down and up a column takes its own values. Sideways a value crosses into another column as text would, so that
 * 12 days stay 12 and never become 12 %.
 */
export function fillPlan<Row>(
  grid: EditedGrid<Row>,
  of: { readonly source: CellRange; readonly target: CellRange; readonly sign: DecimalSign },
): EditPlan {
  const { source, target, sign } = of
  const planner = editPlanner(grid)
  for (let row = target.firstRow; row <= target.lastRow; row++) {
    for (let column = target.firstColumn; column <= target.lastColumn; column++) {
      const fromRow = source.firstRow + wrapped(row - source.firstRow, rangeHeight(source))
      const fromColumn = source.firstColumn + wrapped(column - source.firstColumn, rangeWidth(source))
      const from = grid.columns[fromColumn]
      const sourceRow = grid.rows[fromRow]
      if (from === undefined || sourceRow === undefined) continue
      const value = from.valueIn(sourceRow)
      const text = plainCellText(value, from.type, sign)
      if (fromColumn === column) planner.putValue({ row, column }, value, text)
      else planner.putText({ row, column }, text, sign)
    }
  }
  return planner.plan({
    firstRow: Math.min(source.firstRow, target.firstRow),
    lastRow: Math.max(source.lastRow, target.lastRow),
    firstColumn: Math.min(source.firstColumn, target.firstColumn),
    lastColumn: Math.max(source.lastColumn, target.lastColumn),
  })
}

function wrapped(offset: number, length: number): number {
  return ((offset % length) + length) % length
}

/** Source and target of Ctrl+D: the first row of the selection over the rest, or the row above over a selection one row high. */
export function fillDownRanges(selection: CellRange): { readonly source: CellRange; readonly target: CellRange } | null {
  const isSingle = rangeHeight(selection) === 1
  const from = isSingle ? selection.firstRow - 1 : selection.firstRow
  if (from < 0) return null
  return { source: { ...selection, firstRow: from, lastRow: from }, target: { ...selection, firstRow: from + 1 } }
}

/** Source and target of Ctrl+R: the same to the right. */
export function fillRightRanges(selection: CellRange): { readonly source: CellRange; readonly target: CellRange } | null {
  const isSingle = rangeWidth(selection) === 1
  const from = isSingle ? selection.firstColumn - 1 : selection.firstColumn
  if (from < 0) return null
  return { source: { ...selection, firstColumn: from, lastColumn: from }, target: { ...selection, firstColumn: from + 1 } }
}

/** What Delete does: every cell of the range becomes empty, and those that may not be empty are refused. */
export function clearPlan<Row>(grid: EditedGrid<Row>, range: CellRange): EditPlan {
  const planner = editPlanner(grid)
  for (let row = range.firstRow; row <= range.lastRow; row++) {
    for (let column = range.firstColumn; column <= range.lastColumn; column++) {
      const type = grid.columns[column]?.type
      const blank = type?.kind === 'choice' ? type.options.find((option) => option.value === null)?.label : ''
      planner.putText({ row, column }, blank ?? '', 'point')
    }
  }
  return planner.plan(range)
}
