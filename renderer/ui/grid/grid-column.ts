import type { Term } from '../terms'
import type { CellType, CellValue } from './cell-type'

/** What a cell should say about itself besides its value. */
export type CellMark = {
  readonly tone: 'error' | 'warning' | 'stale' | 'assumed' | 'good' | 'attention' | 'order' | 'excess' | 'note'
  /** Read out behind the value and shown when the pointer rests on the cell. */
  readonly sentence: string
}

/** A column of the grid: how its cells are read from a row, shown, edited and checked. */
export type GridColumn<Row> = {
  readonly id: string
  /** Heading, without unit. */
  readonly title: string
  /** Unit of every cell of the column, shown in the heading; empty where there is none or it differs by row. */
  readonly unit: string
  /** What the column is, in a sentence, for those who rest on its heading. */
  readonly help: string
  /** The term of the model behind it, where there is one. */
  readonly term?: Term
  /** Width it begins with, pixels. */
  readonly width: number
  readonly type: CellType
  /** Whether its values are computed and never typed. */
  readonly isComputed: boolean
  readonly valueIn: (row: Row) => CellValue
  /** Unit of one cell, shown behind its value; empty for none. */
  readonly unitOf: (row: Row) => string
  /** Whether a unit that was typed or pasted is the cell's own under another name. */
  readonly isUnitAccepted: (unit: string, row: Row) => boolean
  /** Why the cell cannot be edited, as a sentence; null where it can. */
  readonly readOnlyReason: (row: Row) => string | null
  /** Why a value cannot be taken, as a sentence without place; null where it can. */
  readonly problemWith: (value: CellValue, row: Row) => string | null
  /** The value as it is shown. */
  readonly shown: (value: CellValue, row: Row) => string
  /** What rows are sorted by where it is not the value; undefined sorts to the end. */
  readonly sortKey?: (row: Row) => number | string | undefined
  /** What the cell says besides; null for nothing. */
  readonly markOf: (row: Row) => CellMark | null
}
