import type { DecimalSign } from '../../../shared/csv/decimal-sign'
import type { CellRange, GridCell } from './cell-range'
import { cellValueFrom } from './cell-reading'
import type { CellValue } from './cell-type'
import type { GridColumn } from './grid-column'

/** The grid as it is shown, as far as planning an edit needs it. */
export type EditedGrid<Row> = {
  /** Rows in the order shown. */
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** What a row is called in a sentence. */
  readonly rowName: (row: Row) => string
  /** Columns in the order shown. */
  readonly columns: readonly GridColumn<Row>[]
}

/** A new value for one cell. */
export type CellChange = { readonly rowId: string; readonly columnId: string; readonly value: CellValue }

/** A cell that was not changed, and why. */
export type RefusedCell = {
  /** Row and column in words. */
  readonly place: string
  /** What was to stand there. */
  readonly found: string
  /** A sentence without place and full stop. */
  readonly reason: string
}

/** What one gesture would do: nothing has been changed yet. */
export type EditPlan = {
  readonly changes: readonly CellChange[]
  readonly refused: readonly RefusedCell[]
  /** Cells that have the value already. */
  readonly unchangedCount: number
  /** Cells that cannot be edited and were left alone. */
  readonly readOnlyCount: number
  /** What is selected afterwards. */
  readonly range: CellRange
  /** What to say about how numbers were read; empty for nothing. */
  readonly numbersSentence: string
}

/** Gathers what one gesture does, cell by cell. */
export type EditPlanner = {
  /** Puts a text into a cell, as its column reads it. */
  readonly putText: (at: GridCell, text: string, sign: DecimalSign | null) => void
  /** Puts a value of the same column into a cell. */
  readonly putValue: (at: GridCell, value: CellValue, shown: string) => void
  /** Notes what does not fit into the grid at all. */
  readonly refuseOutside: (refusal: RefusedCell) => void
  /** What has been gathered. */
  readonly plan: (range: CellRange, numbersSentence?: string) => EditPlan
}

export function editPlanner<Row>(grid: EditedGrid<Row>): EditPlanner {
  const changes: CellChange[] = []
  const refused: RefusedCell[] = []
  let unchangedCount = 0
  let readOnlyCount = 0

  function refuse(row: Row, column: GridColumn<Row>, found: string, reason: string): void {
    refused.push({ place: `${grid.rowName(row)}, ${column.title}`, found, reason })
  }

  function putChecked(row: Row, column: GridColumn<Row>, value: CellValue, found: string): void {
    if (Object.is(column.valueIn(row), value)) {
      unchangedCount++
      return
    }
    const problem = column.problemWith(value, row)
    if (problem === null) changes.push({ rowId: grid.rowId(row), columnId: column.id, value })
    else refuse(row, column, found, problem)
  }

  // The column and row of a cell that can be edited; others are counted.
  function editable(at: GridCell): { readonly row: Row; readonly column: GridColumn<Row> } | null {
    const row = grid.rows[at.row]
    const column = grid.columns[at.column]
    if (row === undefined || column === undefined) return null
    if (column.readOnlyReason(row) === null) return { row, column }
    readOnlyCount++
    return null
  }

  return {
    putText: (at, text, sign) => {
      const cell = editable(at)
      if (cell === null) return
      const { row, column } = cell
      const reading = cellValueFrom(text, column.type, {
        sign,
        unit: column.unitOf(row) || column.unit,
        isUnitAccepted: (unit) => column.isUnitAccepted(unit, row),
      })
      if (reading.ok) putChecked(row, column, reading.value, text)
      else refuse(row, column, text, reading.problem)
    },
    putValue: (at, value, shown) => {
      const cell = editable(at)
      if (cell !== null) putChecked(cell.row, cell.column, value, shown)
    },
    refuseOutside: (refusal) => {
      refused.push(refusal)
    },
    plan: (range, numbersSentence = '') => ({ changes, refused, unchangedCount, readOnlyCount, range, numbersSentence }),
  }
}
