import type { KeyboardEvent } from 'react'
import type { NumberRegion } from './decimal-signs'
import { clearPlan, fillDownRanges, fillPlan, fillRightRanges } from './fill-plan'
import { movedCell, tabbedCell } from './grid-move'
import { headingRow } from './grid-selection'
import type { GridController } from './use-grid-controller'

/** What keys do to the grid from outside its cells. */
export type KeyTarget<Row> = {
  readonly controller: GridController<Row>
  readonly region: NumberRegion
  /** Opens the row of a cell; false where the column opens nothing. */
  readonly openRow: (row: Row, columnId: string) => boolean
  /** Whether Tab leaves the grid: after Escape. */
  readonly isTabReleased: { current: boolean }
  readonly onHeadingKey: (event: KeyboardEvent, columnId: string) => void
}

/** Carries out a key in the grid; what it does not know is left to the page. */
export function handleGridKey<Row>(event: KeyboardEvent, target: KeyTarget<Row>): void {
  const { controller } = target
  const { active, extent } = controller.placed
  const isControl = event.ctrlKey || event.metaKey
  const { key } = event
  const size = { rowCount: controller.table.rows.length, columnCount: controller.table.columns.length, pageRows: controller.pageRows }
  if (key !== 'Tab' && key !== 'Shift' && key !== 'Escape') target.isTabReleased.current = false

  if (active.row === headingRow) {
    headingKey(event, target)
    return
  }
  if (key === 'Tab') {
    if (target.isTabReleased.current || isControl || event.altKey) return
    const next = tabbedCell(active, event.shiftKey, size)
    if (next === null) return
    event.preventDefault()
    controller.select(next)
    return
  }
  if (event.altKey && key !== 'ArrowDown') return
  const moved = movedCell({ key, isControl }, event.shiftKey ? extent : active, size)
  if (moved !== null && !event.altKey) {
    event.preventDefault()
    const isToHeading = key === 'ArrowUp' && !event.shiftKey && !isControl && active.row === 0
    if (isToHeading) controller.select({ row: headingRow, column: active.column })
    else controller.select(moved, { isExtending: event.shiftKey })
    return
  }
  if (isControl ? controlKey(key.toLowerCase(), event, target) : plainKey(key, event, target)) event.preventDefault()
}

function headingKey<Row>(event: KeyboardEvent, target: KeyTarget<Row>): void {
  const { controller } = target
  const { column } = controller.placed.active
  const columnId = controller.table.columns[column]?.id
  const lastColumn = controller.table.columns.length - 1
  const steps: Readonly<Record<string, number>> = { ArrowLeft: column - 1, ArrowRight: column + 1, Home: 0, End: lastColumn }
  const next = steps[event.key]
  if (next !== undefined && !event.altKey && !event.shiftKey) {
    event.preventDefault()
    controller.select({ row: headingRow, column: Math.max(0, Math.min(lastColumn, next)) })
  } else if (event.key === 'ArrowDown' && !event.altKey && controller.table.rows.length > 0) {
    event.preventDefault()
    controller.select({ row: 0, column })
  } else if (columnId !== undefined) target.onHeadingKey(event, columnId)
}

function controlKey<Row>(key: string, event: KeyboardEvent, { controller, region }: KeyTarget<Row>): boolean {
  const { range } = controller.placed
  if (range === null) return false
  const { rows, columns } = controller.table
  switch (key) {
    case 'a':
      controller.selectRange({ firstRow: 0, lastRow: rows.length - 1, firstColumn: 0, lastColumn: columns.length - 1 })
      return true
    case 'd':
    case 'r': {
      const ranges = key === 'd' ? fillDownRanges(range) : fillRightRanges(range)
      if (ranges !== null && !event.shiftKey) controller.carryOut('fill', fillPlan(controller.edited, { ...ranges, sign: region.sign }))
      return !event.shiftKey
    }
    case 'z':
    case 'y':
      // Carried out by the page; what was said before no longer holds.
      controller.say('')
      controller.dismissRefused()
      return false
    case ' ':
      controller.selectRange({ ...range, firstRow: 0, lastRow: rows.length - 1 })
      return true
    default:
      return false
  }
}

function plainKey<Row>(key: string, event: KeyboardEvent, target: KeyTarget<Row>): boolean {
  const { controller } = target
  const { active, range } = controller.placed
  const row = controller.table.rows[active.row]
  const column = controller.table.columns[active.column]
  if (row === undefined || column === undefined || range === null) return false
  switch (key) {
    case 'Enter':
      if (!event.shiftKey && target.openRow(row, column.id)) return true
      controller.select({ ...active, row: Math.max(0, Math.min(controller.table.rows.length - 1, active.row + (event.shiftKey ? -1 : 1))) })
      return true
    case 'F2':
    case 'ArrowDown':
      controller.startEdit(null)
      return true
    case 'Delete':
    case 'Backspace':
      controller.carryOut('clear', clearPlan(controller.edited, range))
      return true
    case 'Escape':
      target.isTabReleased.current = true
      controller.select(active)
      controller.say('Press Tab to leave the table.')
      return true
    case ' ':
      if (event.shiftKey) {
        controller.selectRange({ ...range, firstColumn: 0, lastColumn: controller.table.columns.length - 1 })
        return true
      }
  }
  if ([...key].length !== 1) return false
  controller.startEdit(key)
  return true
}
