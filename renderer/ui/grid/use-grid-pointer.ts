import { useRef, useState, type MouseEvent, type PointerEvent, type RefObject } from 'react'
import { fillTarget, type CellRange, type GridCell } from './cell-range'
import { columnAt, type ColumnLayout } from './column-layout'
import type { NumberRegion } from './decimal-signs'
import { fillPlan } from './fill-plan'
import type { GridController } from './use-grid-controller'

type Input<Row> = {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly controller: GridController<Row>
  readonly layout: ColumnLayout<Row>
  readonly region: NumberRegion
  readonly rowHeight: number
  readonly headingHeight: number
  readonly openRow: (row: Row, columnId: string) => boolean
}

/** What the pointer does in the cells: it selects, drags a range, drags the fill handle, edits and opens. */
export function useGridPointer<Row>(input: Input<Row>) {
  const { scroller, controller, layout, rowHeight, headingHeight } = input
  const drag = useRef<{ readonly kind: 'select' } | { readonly kind: 'fill'; readonly source: CellRange } | null>(null)
  const [filled, setFilled] = useState<CellRange | null>(null)

  const cellUnder = (event: { readonly clientX: number; readonly clientY: number }): GridCell | null => {
    const element = scroller.current
    if (element === null) return null
    const box = element.getBoundingClientRect()
    const y = event.clientY - box.top - headingHeight + element.scrollTop
    const row = Math.max(0, Math.min(controller.table.rows.length - 1, Math.floor(y / rowHeight)))
    return { row, column: columnAt(layout, event.clientX - box.left, element.scrollLeft) }
  }

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const target = event.target as Element
    if (event.button !== 0 || target.closest('input, select') !== null) return
    const cell = target.closest<HTMLElement>('[data-column]')
    const row = target.closest<HTMLElement>('[data-row]')
    if (cell === null || row === null) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { range } = controller.placed
    if (target.closest('[data-fill-handle]') !== null && range !== null) {
      drag.current = { kind: 'fill', source: range }
      event.preventDefault()
      return
    }
    drag.current = { kind: 'select' }
    controller.select({ row: Number(row.dataset['row']), column: Number(cell.dataset['column']) }, { isExtending: event.shiftKey })
    // The focus goes to the cell when it is drawn as the active one.
    event.preventDefault()
  }

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current === null) return
    scrollAtEdge(scroller.current, event, headingHeight)
    const cell = cellUnder(event)
    if (cell === null) return
    if (drag.current.kind === 'fill') setFilled(fillTarget(drag.current.source, cell))
    else if (cell.row !== controller.placed.extent.row || cell.column !== controller.placed.extent.column) {
      controller.select(cell, { isExtending: true, keepsView: true })
    }
  }

  const onPointerUp = (): void => {
    const ended = drag.current
    drag.current = null
    if (ended?.kind === 'fill' && filled !== null) {
      controller.carryOut('fill', fillPlan(controller.edited, { source: ended.source, target: filled, sign: input.region.sign }))
    }
    setFilled(null)
  }

  const onDoubleClick = (event: MouseEvent<HTMLDivElement>): void => {
    // The grid has captured the pointer, so that the event itself names only the grid.
    const target = document.elementFromPoint(event.clientX, event.clientY)
    if (target === null || target.closest('[data-row]') === null || target.closest('input, select') !== null) return
    const { active } = controller.placed
    const row = controller.table.rows[active.row]
    const column = controller.table.columns[active.column]
    if (row === undefined || column === undefined || input.openRow(row, column.id)) return
    controller.startEdit(null)
  }

  return { filled, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onDoubleClick } }
}

/** While something is dragged to an edge, the grid follows. */
function scrollAtEdge(element: HTMLDivElement | null, { clientX, clientY }: { readonly clientX: number; readonly clientY: number }, headingHeight: number): void {
  if (element === null) return
  const box = element.getBoundingClientRect()
  const zone = 24
  if (clientY > box.bottom - zone) element.scrollTop += 30
  else if (clientY < box.top + headingHeight) element.scrollTop -= 30
  if (clientX > box.right - zone) element.scrollLeft += 40
  else if (clientX < box.left + zone) element.scrollLeft -= 40
}
