import { useCallback, useMemo, useRef, useState } from 'react'
import { cellValueFrom } from './cell-reading'
import type { EditExit } from './cell-editor'
import { rangeHeight, rangeWidth, type CellRange, type GridCell } from './cell-range'
import type { NumberRegion } from './decimal-signs'
import { editPlanner, type EditedGrid, type EditPlan, type RefusedCell } from './edit-plan'
import { editSentence, type EditGesture } from './edit-sentence'
import { tabbedCell } from './grid-move'
import { cellKeyAt, placedSelection, type GridSelection, type PlacedSelection } from './grid-selection'
import type { GridTable } from './use-grid-table'

/** The cell that is being edited, and what was typed to begin with. */
export type GridEditing = { readonly rowId: string; readonly columnId: string; readonly typed: string | null }

/** What carries out a gesture; answers why it cannot, or null when it did. */
export type ApplyEdit = (gesture: EditGesture, plan: EditPlan) => string | null

/** State of the grid and what can be done with it. */
export type GridController<Row> = {
  readonly table: GridTable<Row>
  readonly edited: EditedGrid<Row>
  readonly placed: PlacedSelection
  readonly editing: GridEditing | null
  /** What the last gesture did, for the status line. */
  readonly message: string
  readonly refused: readonly RefusedCell[]
  readonly pageRows: number
  /** Makes a cell active, or the far corner of the range. */
  readonly select: (cell: GridCell, how?: { readonly isExtending?: boolean; readonly keepsView?: boolean }) => void
  readonly selectRange: (range: CellRange) => void
  readonly startEdit: (typed: string | null) => void
  readonly commitEdit: (text: string, exit: EditExit) => string | null
  readonly cancelEdit: () => void
  readonly leaveEdit: (text: string) => void
  /** Carries out a plan, says what happened and selects what was changed. */
  readonly carryOut: (gesture: EditGesture, plan: EditPlan) => void
  readonly say: (message: string) => void
  readonly dismissRefused: () => void
}

type Input<Row> = {
  readonly table: GridTable<Row>
  readonly edited: EditedGrid<Row>
  readonly region: NumberRegion
  readonly pageRows: number
  readonly applyEdit: ApplyEdit
  /** Brings a cell into sight and gives it the focus once it is drawn. */
  readonly show: (cell: GridCell, keepsView: boolean) => void
}

/** What the user has selected, edits and is told, and every gesture that changes it. */
export function useGridController<Row>(input: Input<Row>): GridController<Row> {
  const { table, edited, region, pageRows, applyEdit, show } = input
  const places = useMemo(
    () => ({ rowIds: table.rowIds, rowIndexes: table.rowIndexes, columnIds: table.columns.map(({ id }) => id) }),
    [table.rowIds, table.rowIndexes, table.columns],
  )
  const firstKey = cellKeyAt({ row: 0, column: 0 }, places)
  const [selection, setSelection] = useState<GridSelection>({ active: firstKey, extent: firstKey })
  const lastKnown = useRef<GridCell>({ row: 0, column: 0 })
  const placed = placedSelection(selection.active.columnId === '' ? { active: firstKey, extent: firstKey } : selection, places, lastKnown.current)
  lastKnown.current = placed.active
  const [editing, setEditing] = useState<GridEditing | null>(null)
  const [message, setMessage] = useState('')
  const [refused, setRefused] = useState<readonly RefusedCell[]>([])

  const select: GridController<Row>['select'] = useCallback(
    (cell, { isExtending = false, keepsView = false } = {}) => {
      const key = cellKeyAt(cell, places)
      setSelection((before) => (isExtending && before.active.rowId !== null ? { active: before.active, extent: key } : { active: key, extent: key }))
      show(cell, keepsView)
    },
    [places, show],
  )

  const selectRange = useCallback(
    (range: CellRange) => {
      const first = cellKeyAt({ row: range.firstRow, column: range.firstColumn }, places)
      const last = cellKeyAt({ row: range.lastRow, column: range.lastColumn }, places)
      setSelection({ active: first, extent: last })
      show({ row: range.firstRow, column: range.firstColumn }, true)
    },
    [places, show],
  )

  const carryOut = (gesture: EditGesture, plan: EditPlan): void => {
    const hasDoubts = plan.refused.length > 0
    if (plan.changes.length > 0) {
      const problem = applyEdit(gesture, plan)
      if (problem !== null) {
        setMessage(problem)
        return
      }
    }
    setMessage(editSentence(gesture, plan))
    setRefused(hasDoubts ? plan.refused : [])
    if (gesture !== 'clear' && gesture !== 'cut') selectRange(plan.range)
  }

  const startEdit = (typed: string | null): void => {
    const { row, column } = placed.active
    const target = table.rows[row]
    const definition = table.columns[column]
    if (target === undefined || definition === undefined) return
    const reason = definition.readOnlyReason(target)
    if (reason !== null) {
      setMessage(reason)
      return
    }
    setMessage('')
    show(placed.active, false)
    setEditing({ rowId: edited.rowId(target), columnId: definition.id, typed })
  }

  // A single cell is read by the evidence in itself, else by the region.
  const editPlan = (text: string): EditPlan | null => {
    if (editing === null) return null
    const row = table.rowIndexes.get(editing.rowId)
    const column = places.columnIds.indexOf(editing.columnId)
    if (row === undefined || column < 0) return null
    const planner = editPlanner(edited)
    const definition = table.columns[column]
    const target = table.rows[row]
    if (definition === undefined || target === undefined) return null
    const context = { unit: '', isUnitAccepted: (unit: string) => definition.isUnitAccepted(unit, target) }
    const isReadInRegion = cellValueFrom(text, definition.type, { ...context, sign: region.sign }).ok
    planner.putText({ row, column }, text, isReadInRegion ? region.sign : null)
    return planner.plan({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column })
  }

  const commitEdit = (text: string, exit: EditExit): string | null => {
    const plan = editPlan(text)
    if (plan === null) {
      setEditing(null)
      return null
    }
    const [refusal] = plan.refused
    if (refusal !== undefined) return refusal.reason
    if (plan.changes.length > 0) {
      const problem = applyEdit('edit', plan)
      if (problem !== null) return problem.replace(/\.$/, '')
    }
    setEditing(null)
    const at = { row: plan.range.firstRow, column: plan.range.firstColumn }
    select(cellAfter(at, exit) ?? at)
    return null
  }

  function cellAfter(from: GridCell, exit: EditExit): GridCell | null {
    const extent = { rowCount: table.rows.length, columnCount: table.columns.length, pageRows }
    switch (exit) {
      case 'down':
        return { ...from, row: Math.min(from.row + 1, extent.rowCount - 1) }
      case 'up':
        return { ...from, row: Math.max(from.row - 1, 0) }
      case 'next':
      case 'back':
        return tabbedCell(from, exit === 'back', extent)
      case 'stay':
        return from
    }
  }

  const leaveEdit = (text: string): void => {
    const plan = editPlan(text)
    setEditing(null)
    if (plan === null) return
    const [refusal] = plan.refused
    if (refusal !== undefined) setMessage(`${refusal.place} is as it was before: ${refusal.reason}.`)
    else if (plan.changes.length > 0) setMessage(applyEdit('edit', plan) ?? '')
  }

  return {
    table,
    edited,
    placed,
    editing,
    message: message === '' ? rangeSentence(placed) : message,
    refused,
    pageRows,
    select: (cell, how) => {
      setMessage('')
      select(cell, how)
    },
    selectRange: (range) => {
      setMessage('')
      selectRange(range)
    },
    startEdit,
    commitEdit,
    cancelEdit: () => {
      setEditing(null)
      show(placed.active, false)
    },
    leaveEdit,
    carryOut,
    say: setMessage,
    dismissRefused: () => setRefused([]),
  }
}

function rangeSentence({ range }: PlacedSelection): string {
  if (range === null || (rangeHeight(range) === 1 && rangeWidth(range) === 1)) return ''
  return `${rangeHeight(range)} x ${rangeWidth(range)} cells selected.`
}
