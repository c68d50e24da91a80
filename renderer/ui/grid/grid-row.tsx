import { memo, type CSSProperties, type ReactNode } from 'react'
import type { RenderedColumn } from './column-layout'
import classes from './data-grid.module.css'

/** What one row needs to be drawn; plain values where they can be, so that rows that do not change are left alone. */
export type GridRowProps<Row> = {
  readonly row: Row
  /** Place among the rows shown, from 0. */
  readonly rowIndex: number
  readonly top: number
  readonly columns: readonly RenderedColumn<Row>[]
  /** Column of the active cell, or -1. */
  readonly activeColumn: number
  /** Columns of the selection in this row, or -1 and -2 for none. */
  readonly selectedFrom: number
  readonly selectedTo: number
  /** Columns that the fill handle would fill. */
  readonly filledFrom: number
  readonly filledTo: number
  /** Column that carries the fill handle, or -1. */
  readonly handleColumn: number
  /** What stands in the active cell while it is edited. */
  readonly editor: ReactNode
}

function GridRowView<Row>(props: GridRowProps<Row>) {
  const { row, rowIndex, columns } = props
  return (
    // The heading is the first row.
    <div role="row" aria-rowindex={rowIndex + 2} className={classes.row} style={{ top: props.top }} data-row={rowIndex} data-raised={props.editor !== null || props.handleColumn >= 0 || undefined}>
      {columns.map((rendered) => {
        const { column, index } = rendered
        const isActive = index === props.activeColumn
        const value = column.valueIn(row)
        const mark = column.markOf(row)
        const isSelected = index >= props.selectedFrom && index <= props.selectedTo
        const isEdited = isActive && props.editor !== null
        const unit = value === null ? '' : column.unitOf(row)
        return (
          <div
            key={column.id}
            role={index === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={index + 1}
            aria-selected={isSelected || undefined}
            aria-readonly={column.isComputed || undefined}
            aria-invalid={mark?.tone === 'error' || undefined}
            tabIndex={isActive ? 0 : -1}
            className={column.isComputed ? classes.computedCell : classes.cell}
            style={cellStyle(rendered)}
            title={mark?.sentence}
            data-column={index}
            data-active={isActive || undefined}
            data-selected={isSelected || undefined}
            data-filled={(index >= props.filledFrom && index <= props.filledTo) || undefined}
            data-tone={mark?.tone}
            data-frozen={rendered.isFrozen || undefined}
            data-number={column.type.kind === 'number' || undefined}
          >
            {isEdited ? (
              props.editor
            ) : (
              <span className={classes.text}>
                {column.shown(value, row)}
                {unit === '' ? null : <span className={classes.unit}> {unit}</span>}
                {mark === null ? null : <span className="visually-hidden">. {mark.sentence}</span>}
              </span>
            )}
            {index === props.handleColumn ? <span className={classes.handle} data-fill-handle aria-hidden /> : null}
          </div>
        )
      })}
    </div>
  )
}

/** One row of the grid. */
export const GridRow = memo(GridRowView) as typeof GridRowView

/** Where a cell stands in its row. */
export function cellStyle<Row>({ width, isFrozen, start, gapBefore }: RenderedColumn<Row>): CSSProperties {
  if (isFrozen) return { width, left: start }
  return gapBefore === 0 ? { width } : { width, marginLeft: gapBefore }
}
