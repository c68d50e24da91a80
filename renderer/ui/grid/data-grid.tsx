import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useReducer, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { CellEditor } from './cell-editor'
import type { GridCell } from './cell-range'
import { columnLayout, columnWindow, renderedColumns, type ColumnLayout } from './column-layout'
import { ColumnMenu, type ColumnMenuItem } from './column-menu'
import type { NumberRegion } from './decimal-signs'
import type { GridColumn } from './grid-column'
import { GridHeader } from './grid-header'
import { handleGridKey } from './grid-keys'
import { withColumnMoved, withHidden, withWidth } from './grid-layout-change'
import { GridRow } from './grid-row'
import { HeadingNote, useHeadingNotes } from './heading-note'
import { headingRow } from './grid-selection'
import { GridStatus } from './grid-status'
import { PrintTable } from './print-table'
import { useGridClipboard } from './use-grid-clipboard'
import { useGridController, type ApplyEdit } from './use-grid-controller'
import { useGridPointer } from './use-grid-pointer'
import { useGridTable, type GridFilter, type GridLayout, type GridSort } from './use-grid-table'
import classes from './data-grid.module.css'

const rowHeight = 30
const headingHeight = 36
const scrollStep = 120
const narrowWidth = 700
const heightOfRow = (): number => rowHeight

/** What is selected, for those outside who act on it. */
export type SelectedCells = { readonly rowIds: readonly string[]; readonly columnId: string }

/** What others may ask of a grid. */
export type GridHandle = {
  readonly selected: () => SelectedCells
  /** Makes a cell active and gives it the focus, as soon as it is there. */
  readonly goTo: (rowId: string, columnId: string) => void
}

type DataGridProps<Row extends object> = {
  readonly label: string
  readonly rows: readonly Row[]
  /** The same as long as the same rows stand in the same order, whatever they hold. */
  readonly listKey: unknown
  readonly rowId: (row: Row) => string
  /** What a row is called in a sentence. */
  readonly rowName: (row: Row) => string
  readonly columns: readonly GridColumn<Row>[]
  /** Columns that stay at the start; the first is the heading of its row. */
  readonly frozenIds: readonly string[]
  readonly layout: GridLayout
  readonly onLayout: (layout: GridLayout) => void
  readonly sort: GridSort | null
  readonly onSort: (sort: GridSort | null) => void
  readonly filter: GridFilter
  readonly searchText: (row: Row) => string
  /** A new value sorts and filters again; see `useGridTable`. */
  readonly orderVersion: unknown
  readonly region: NumberRegion
  readonly onEdit: ApplyEdit
  /** Opens a row from a column; false where that column opens nothing. */
  readonly openRow: (row: Row, columnId: string) => boolean
  /** What stands where no row is shown. */
  readonly empty: ReactNode
  /** Facts for the end of the status line, of how many rows are shown. */
  readonly facts: (shownCount: number) => ReactNode
  /** Told which rows are in sight, whenever that changes. */
  readonly onVisibleRows?: (rowIds: readonly string[]) => void
  readonly handle?: RefObject<GridHandle | null>
}

/** A grid of cells that behaves like a spreadsheet where one types, with ten thousand rows. */
export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { rows, rowId, rowName, columns, layout, onLayout, region, sort, onSort: setSort } = props
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const [openMenuId, setOpenMenuId] = useState<string | null>(null)
  const notes = useHeadingNotes()
  const noteId = useId()
  const view = useView(scroller)
  // Where little is in sight, as at 200 % zoom, only the first column stays.
  const isNarrow = view.width < narrowWidth
  const frozenIds = useMemo(() => (isNarrow ? props.frozenIds.slice(0, 1) : props.frozenIds), [isNarrow, props.frozenIds])
  const table = useGridTable({ rows, listKey: props.listKey, rowId, columns, frozenIds, layout, sort, filter: props.filter, searchText: props.searchText, orderVersion: props.orderVersion })
  const frozenCount = table.columns.filter(({ id }) => frozenIds.includes(id)).length
  const placedColumns = useMemo(() => columnLayout(table.columns, { frozenCount, widthOf: table.widthOf }), [table.columns, table.widthOf, frozenCount])
  const pending = useRef<{ readonly cell: GridCell; readonly keepsView: boolean } | null>(null)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const show = useCallback((cell: GridCell, keepsView: boolean) => {
    pending.current = { cell, keepsView }
    redraw()
  }, [])
  const edited = useMemo(() => ({ rows: table.rows, rowId, rowName, columns: table.columns }), [table.rows, table.columns, rowId, rowName])
  const pageRows = Math.max(1, Math.floor((view.height - headingHeight) / rowHeight) - 1)
  const controller = useGridController({ table, edited, region, pageRows, applyEdit: props.onEdit, show })
  const { active, range } = controller.placed
  const { filled, handlers } = useGridPointer({ scroller, controller, layout: placedColumns, region, rowHeight, headingHeight, openRow: props.openRow })
  useGridClipboard(root, controller, region)

  const activeRow = active.row
  const { rowIds } = table
  // Stable, or the places of all rows would be worked out again at every step.
  const keyOfRow = useCallback((index: number) => rowIds[index] ?? index, [rowIds])
  const virtualizer = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOfRow,
    overscan: 8,
    // A timer in its place could take up a new place between the scrolling and its event, and the frame would be blank.
    useScrollendEvent: true,
    getItemKey: keyOfRow,
    rangeExtractor: (visible) => {
      const indexes = defaultRangeExtractor(visible)
      return activeRow < 0 || indexes.includes(activeRow) ? indexes : [...indexes, activeRow].toSorted((a, b) => a - b)
    },
  })
  const visible = virtualizer.range
  const { onVisibleRows } = props
  useEffect(() => {
    onVisibleRows?.(visible === null ? [] : table.rowIds.slice(visible.startIndex, visible.endIndex + 1))
  }, [onVisibleRows, table.rowIds, visible?.startIndex, visible?.endIndex, visible === null])
  const shownWindow = columnWindow(placedColumns, view)
  const rendered = useMemo(
    () => renderedColumns(placedColumns, { first: shownWindow.first, last: shownWindow.last }, active.column),
    [placedColumns, shownWindow.first, shownWindow.last, active.column],
  )

  useLayoutEffect(() => {
    const wanted = pending.current
    const element = scroller.current
    if (wanted === null || element === null) return
    pending.current = null
    if (!wanted.keepsView) bringIntoView(element, wanted.cell, placedColumns)
    if (controller.editing === null) root.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true })
  })
  const wantedCell = useRef<{ readonly rowId: string; readonly columnId: string } | null>(null)
  useEffect(() => {
    const wanted = wantedCell.current
    const row = wanted === null ? undefined : table.rowIndexes.get(wanted.rowId)
    if (wanted === null || row === undefined) return
    wantedCell.current = null
    controller.select({ row, column: Math.max(0, table.columns.findIndex(({ id }) => id === wanted.columnId)) })
  })
  useEffect(() => {
    if (props.handle === undefined) return
    props.handle.current = {
      selected: () => ({
        rowIds: range === null ? [] : table.rowIds.slice(range.firstRow, range.lastRow + 1),
        columnId: table.columns[active.column]?.id ?? '',
      }),
      goTo: (toRowId, columnId) => {
        wantedCell.current = { rowId: toRowId, columnId }
        redraw()
      },
    }
  })

  const sortBy = (columnId: string): void => {
    setSort(sort?.columnId !== columnId ? { columnId, isDescending: false } : sort.isDescending ? null : { columnId, isDescending: true })
  }
  const ids = columns.map(({ id }) => id)
  const moveBy = (columnId: string, step: -1 | 1): void => {
    const at = table.columns.findIndex(({ id }) => id === columnId)
    const target = table.columns[at + step]
    if (at < frozenCount || target === undefined || at + step < frozenCount) return
    onLayout(withColumnMoved(layout, ids, { id: columnId, targetId: target.id, isBehind: step > 0 }))
    controller.select({ row: headingRow, column: at + step })
  }
  const resize = (columnId: string, width: number): void => onLayout(withWidth(layout, columnId, width))
  const menuItems = (columnId: string): readonly ColumnMenuItem[] => {
    const isFrozen = frozenIds.includes(columnId)
    return [
      { label: 'Sort ascending', shortcut: 'Enter', onChoose: () => setSort({ columnId, isDescending: false }) },
      { label: 'Sort descending', onChoose: () => setSort({ columnId, isDescending: true }) },
      { label: 'In the plan’s own order', isDisabled: sort === null, onChoose: () => setSort(null) },
      { label: 'Move left', shortcut: 'Alt+←', isDisabled: isFrozen, onChoose: () => moveBy(columnId, -1) },
      { label: 'Move right', shortcut: 'Alt+→', isDisabled: isFrozen, onChoose: () => moveBy(columnId, 1) },
      { label: 'Wider', shortcut: 'Shift+→', onChoose: () => resize(columnId, table.widthOf(columnId) + 24) },
      { label: 'Narrower', shortcut: 'Shift+←', onChoose: () => resize(columnId, table.widthOf(columnId) - 24) },
      { label: 'Hide', isDisabled: isFrozen, onChoose: () => onLayout(withHidden(layout, columnId, true)) },
    ]
  }
  const openMenu = (columnId: string): void => {
    notes.close()
    setOpenMenuId(columnId)
  }
  const onHeadingKey = (event: KeyboardEvent, columnId: string): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step !== 0 && event.altKey) {
      // The same keys go back elsewhere.
      event.stopPropagation()
      moveBy(columnId, step)
    }
    else if (step !== 0 && event.shiftKey) resize(columnId, table.widthOf(columnId) + 24 * step)
    else if (event.key === 'Enter' || event.key === ' ') sortBy(columnId)
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) || (event.key === 'ArrowDown' && event.altKey)) openMenu(columnId)
    else return
    event.preventDefault()
  }
  const isTabReleased = useRef(false)
  const onKeyDown = (event: KeyboardEvent): void => {
    handleGridKey(event, { controller, region, openRow: props.openRow, isTabReleased, onHeadingKey })
  }

  const editor = (row: Row): ReactNode => {
    const { editing } = controller
    const column = table.columns[active.column]
    if (editing === null || column === undefined || editing.columnId !== column.id || editing.rowId !== rowId(row)) return null
    return (
      <CellEditor
        key={`${editing.rowId} ${editing.columnId}`}
        row={row}
        rowName={rowName(row)}
        column={column}
        region={region}
        typed={editing.typed}
        onCommit={controller.commitEdit}
        onCancel={controller.cancelEdit}
        onLeave={controller.leaveEdit}
      />
    )
  }
  const activeItem = table.rows[active.row]
  const explained = openMenuId === null ? placedColumns.columns.find(({ column }) => column.id === notes.explained?.id) : undefined
  const menuColumn = placedColumns.columns.find(({ column }) => column.id === openMenuId)

  return (
    <div className={classes.grid} ref={root} data-tour="grid">
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        aria-label={props.label}
        aria-describedby={hintId}
        aria-rowcount={table.rows.length + 1}
        aria-colcount={table.columns.length}
        aria-multiselectable
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <div role="rowgroup" className={classes.headGroup} style={{ width: placedColumns.totalWidth }}>
          <GridHeader
            columns={rendered}
            frozenCount={frozenCount}
            sort={sort}
            activeColumn={active.row === headingRow ? active.column : -1}
            openMenuId={openMenuId}
            notes={notes}
            noteId={noteId}
            onActivate={(column) => controller.select({ row: headingRow, column }, { keepsView: true })}
            onSort={sortBy}
            onMenu={openMenu}
            onResize={resize}
            onMove={(id, targetId, isBehind) => onLayout(withColumnMoved(layout, ids, { id, targetId, isBehind }))}
          />
        </div>
        <div role="rowgroup" className={classes.content} style={{ height: virtualizer.getTotalSize(), width: placedColumns.totalWidth }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = table.rows[index]
            if (row === undefined) return null
            const isInSelection = range !== null && index >= range.firstRow && index <= range.lastRow
            const isFilled = filled !== null && index >= filled.firstRow && index <= filled.lastRow
            return (
              <GridRow<Row>
                key={key}
                row={row}
                rowIndex={index}
                top={start}
                columns={rendered}
                activeColumn={index === active.row ? active.column : -1}
                selectedFrom={isInSelection ? range.firstColumn : -1}
                selectedTo={isInSelection ? range.lastColumn : -2}
                filledFrom={isFilled ? filled.firstColumn : -1}
                filledTo={isFilled ? filled.lastColumn : -2}
                handleColumn={range !== null && index === range.lastRow && controller.editing === null ? range.lastColumn : -1}
                editor={index === active.row ? editor(row) : null}
              />
            )
          })}
        </div>
      </div>
      {table.rows.length === 0 ? <div className={classes.empty}>{props.empty}</div> : null}
      {menuColumn === undefined ? null : (
        <ColumnMenu
          title={menuColumn.column.title}
          left={Math.max(4, Math.min(view.width - 220, menuColumn.isFrozen ? menuColumn.start : placedColumns.frozenWidth + menuColumn.start - (scroller.current?.scrollLeft ?? 0)))}
          items={menuItems(menuColumn.column.id)}
          onClose={() => {
            setOpenMenuId(null)
            show(active, true)
          }}
        />
      )}
      {explained === undefined || notes.explained === null ? null : (
        <HeadingNote id={noteId} column={explained.column} left={notes.explained.left - (root.current?.getBoundingClientRect().left ?? 0)} viewWidth={view.width} notes={notes} />
      )}
      <GridStatus
        message={controller.message}
        cellSentence={activeItem === undefined ? '' : (table.columns[active.column]?.markOf(activeItem)?.sentence ?? '')}
        refused={controller.refused}
        facts={props.facts(table.rows.length)}
        onDismiss={() => {
          controller.dismissRefused()
          show(active, true)
        }}
      />
      <span id={hintId} className="visually-hidden">
        Arrow keys move, F2 edits, typing replaces, Tab goes to the next cell. Press Escape, then Tab, to leave the table.
      </span>
      <PrintTable rows={table.rows} rowId={rowId} columns={table.columns} label={props.label} />
    </div>
  )
}

/** Size and sideways position of what is in sight, in steps, so that small movements draw nothing again. */
function useView(scroller: RefObject<HTMLDivElement | null>): { readonly scrollLeft: number; readonly width: number; readonly height: number } {
  const [view, setView] = useState({ scrollLeft: 0, width: 1280, height: 720 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    let last = view
    const read = (): void => {
      const next = { scrollLeft: scrollStep * Math.floor(element.scrollLeft / scrollStep), width: element.clientWidth, height: element.clientHeight }
      if (next.scrollLeft === last.scrollLeft && next.width === last.width && next.height === last.height) return
      last = next
      setView(next)
    }
    // Drawn before the frame that shows the new place, so that no frame is blank.
    const onScroll = (): void => flushSync(read)
    const observer = new ResizeObserver(read)
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    read()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
    // The first view only begins the comparison.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [scroller])
  return view
}

function bringIntoView<Row>(element: HTMLDivElement, cell: GridCell, layout: ColumnLayout<Row>): void {
  const bodyHeight = element.clientHeight - headingHeight
  if (cell.row >= 0) {
    const top = cell.row * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + rowHeight > element.scrollTop + bodyHeight) element.scrollTop = top + rowHeight - bodyHeight
  }
  const column = layout.columns[cell.column]
  if (column === undefined || column.isFrozen) return
  const visibleWidth = element.clientWidth - layout.frozenWidth
  if (column.start < element.scrollLeft) element.scrollLeft = column.start
  else if (column.start + column.width > element.scrollLeft + visibleWidth) element.scrollLeft = column.start + column.width - visibleWidth
}
