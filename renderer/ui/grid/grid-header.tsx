import { useRef, useState, type PointerEvent } from 'react'
import type { RenderedColumn } from './column-layout'
import { cellStyle } from './grid-row'
import type { HeadingNotes } from './heading-note'
import classes from './data-grid.module.css'
import { narrowestColumn, widestColumn, type GridSort } from './use-grid-table'

type HeaderProps<Row> = {
  readonly columns: readonly RenderedColumn<Row>[]
  readonly frozenCount: number
  readonly sort: GridSort | null
  /** Column of the heading that has the focus, or -1. */
  readonly activeColumn: number
  readonly openMenuId: string | null
  readonly notes: HeadingNotes
  /** Id of the note that is open. */
  readonly noteId: string
  readonly onActivate: (column: number) => void
  readonly onSort: (columnId: string) => void
  readonly onMenu: (columnId: string) => void
  readonly onResize: (columnId: string, width: number) => void
  /** A heading was dragged to stand before or behind another. */
  readonly onMove: (columnId: string, targetId: string, isBehind: boolean) => void
}

/** The headings: a click sorts, a drag moves, the edge resizes, the mark opens the menu. */
export function GridHeader<Row>(props: HeaderProps<Row>) {
  const { columns, sort, notes } = props
  const drag = useRef<{ readonly id: string; readonly startX: number; isMoving: boolean } | null>(null)
  const [drop, setDrop] = useState<{ readonly id: string; readonly isBehind: boolean } | null>(null)

  const onPointerDown = (event: PointerEvent<HTMLDivElement>, id: string, index: number): void => {
    notes.close()
    if (event.button !== 0) return
    event.preventDefault()
    props.onActivate(index)
    if ((event.target as Element).closest('[data-menu-mark]') !== null) {
      props.onMenu(id)
      return
    }
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { id, startX: event.clientX, isMoving: false }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const moved = drag.current
    if (moved === null) return
    if (!moved.isMoving && Math.abs(event.clientX - moved.startX) < 6) return
    moved.isMoving = true
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-heading]')
    if (over === null || over === undefined || over.dataset['heading'] === moved.id || over.dataset['frozen'] !== undefined) {
      setDrop(null)
      return
    }
    const box = over.getBoundingClientRect()
    setDrop({ id: over.dataset['heading'] ?? '', isBehind: event.clientX > box.left + box.width / 2 })
  }
  const onPointerUp = (): void => {
    const ended = drag.current
    drag.current = null
    if (ended !== null && !ended.isMoving) props.onSort(ended.id)
    else if (ended !== null && drop !== null) props.onMove(ended.id, drop.id, drop.isBehind)
    setDrop(null)
  }

  return (
    <div role="row" aria-rowindex={1} className={classes.header}>
      {columns.map((rendered) => {
        const { column, index, width, isFrozen } = rendered
        const sorted = sort?.columnId === column.id ? (sort.isDescending ? 'descending' : 'ascending') : undefined
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sorted}
            aria-haspopup="menu"
            aria-expanded={props.openMenuId === column.id}
            tabIndex={index === props.activeColumn ? 0 : -1}
            className={classes.heading}
            style={cellStyle(rendered)}
            aria-describedby={notes.explained?.id === column.id ? props.noteId : undefined}
            data-heading={column.id}
            data-active={index === props.activeColumn || undefined}
            data-computed={column.isComputed || undefined}
            data-number={column.type.kind === 'number' || undefined}
            data-frozen={isFrozen || undefined}
            data-last-frozen={index === props.frozenCount - 1 || undefined}
            data-drop={drop?.id === column.id ? (drop.isBehind ? 'after' : 'before') : undefined}
            onPointerEnter={(event) => notes.onPointerEnter(event, column.id)}
            onPointerLeave={notes.closeSoon}
            onFocus={(event) => notes.onFocus(event, column.id)}
            onBlur={notes.closeSoon}
            onPointerDown={(event) => onPointerDown(event, column.id, index)}
            onPointerMove={onPointerMove}
            onPointerUp={onPointerUp}
            onPointerCancel={onPointerUp}
          >
            <span className={classes.headingText} data-explained={column.term === undefined ? undefined : ''}>
              {column.title}
              {column.unit === '' ? null : <span className={classes.headingUnit}> {column.unit}</span>}
              {column.isComputed ? <span className="visually-hidden"> (computed)</span> : null}
            </span>
            {sorted === undefined ? null : (
              <span className={classes.sortMark} aria-hidden>
                {sorted === 'ascending' ? '▲' : '▼'}
              </span>
            )}
            <span className={classes.menuMark} data-menu-mark aria-hidden>
              ⋮
            </span>
            <Resizer width={width} onResize={(wanted) => props.onResize(column.id, wanted)} />
          </div>
        )
      })}
    </div>
  )
}

function Resizer({ width, onResize }: { readonly width: number; readonly onResize: (width: number) => void }) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  return (
    <span
      className={classes.resizer}
      aria-hidden
      onPointerDown={(event) => {
        event.stopPropagation()
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => {
        event.stopPropagation()
        if (start.current === null) return
        onResize(Math.max(narrowestColumn, Math.min(widestColumn, Math.round(start.current.width + event.clientX - start.current.x))))
      }}
      onPointerUp={(event) => {
        event.stopPropagation()
        start.current = null
      }}
    />
  )
}
